package app.lodge.core.accounts;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.doors.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The rules as one document in the books, known to all through {@link Bookkeeping}.
final class BookedMoneyRules implements MoneyRules {

    private static final long MOST = 100_000_000;
    private static final int MOST_BASIS_POINTS = 10_000;
    private static final int MOST_MONTHS = 600;
    private static final Pattern TAX_CODE = Pattern.compile("[a-z0-9-]{1,16}");

    private final Bookkeeping keeping;

    BookedMoneyRules(Bookkeeping keeping) {
        this.keeping = keeping;
    }

    @Override
    public AccountRules rules(Actor actor) {
        actor.require(Permission.SEE_BOOKS);
        return keeping.rules();
    }

    @Override
    public RulesOutcome change(Actor actor, RequestId request, AccountRules rules) {
        actor.require(Permission.CHANGE_SETTINGS);
        var problems = problems(rules);
        if (!problems.isEmpty()) {
            return new RulesOutcome.Rejected(problems);
        }
        return keeping.books()
                .once(
                        actor,
                        request,
                        "money-rules.change",
                        rules,
                        RulesOutcome.class,
                        tx -> {
                            tx.journal(
                                    "money-rules.changed",
                                    "site",
                                    Map.of(
                                            "before",
                                            Json.text(keeping.rules(), AccountRules.class),
                                            "after",
                                            Json.text(rules, AccountRules.class)));
                            keeping.keepRules(tx, rules);
                            return new RulesOutcome.Changed(rules);
                        });
    }

    private static List<Problem> problems(AccountRules rules) {
        var problems = new ArrayList<Problem>();
        amount("transfers.most", rules.transfers().most(), problems);
        amount("transfers.mostPerDay", rules.transfers().mostPerDay(), problems);
        amount("approvals.payOut", rules.approvals().payOut(), problems);
        amount("approvals.transfer", rules.approvals().transfer(), problems);
        amount("approvals.correction", rules.approvals().correction(), problems);
        amount("approvals.refund", rules.approvals().refund(), problems);
        amount("tariff.deposit", rules.tariff().deposit(), problems);
        amount("tariff.issue", rules.tariff().issue(), problems);
        rules.tariff()
                .replacement()
                .forEach((reason, fee) -> amount("tariff.replacement." + reason, fee, problems));
        range("dormantMonths", rules.dormantMonths(), 1, MOST_MONTHS, problems);
        rules.taxCodes()
                .forEach((code, points) -> {
                    if (!TAX_CODE.matcher(code).matches()) {
                        problems.add(Problem.of("taxCodes", code, "money-rules.tax-code-form"));
                    }
                    range("taxCodes." + code, points, 0, MOST_BASIS_POINTS, problems);
                });
        var fees = rules.tariff().taxCode();
        if (!fees.isEmpty() && !rules.taxCodes().containsKey(fees)) {
            problems.add(
                    Problem.of(
                            "tariff.taxCode",
                            fees,
                            "money-rules.tax-code-unknown",
                            String.join(
                                    ", ", rules.taxCodes().keySet().stream().sorted().toList())));
        }
        return problems;
    }

    private static void amount(String field, long amount, List<Problem> problems) {
        range(field, amount, 0, MOST, problems);
    }

    private static void range(
            String field, long value, long least, long most, List<Problem> problems) {
        if (value < least || value > most) {
            problems.add(Problem.of(field, value, "money-rules.range", least, most));
        }
    }
}
