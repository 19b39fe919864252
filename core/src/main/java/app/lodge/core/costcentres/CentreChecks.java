package app.lodge.core.costcentres;

import app.lodge.core.books.Problem;
import app.lodge.core.books.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What is wrong with a centre or budget as somebody wants it.
final class CentreChecks {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9.-]{1,24}");
    private static final int LONGEST_NAME = 80;
    private static final long MOST = 10_000_000_000L;

    private final CentreStore store;

    CentreChecks(CentreStore store) {
        this.store = store;
    }

    List<Problem> code(Tx tx, String code) {
        if (!CODE.matcher(code).matches() || code.equals("own")) {
            return List.of(Problem.of("code", code, "cost-centres.code-form"));
        }
        return store.codeTaken(tx, code)
                ? List.of(Problem.of("code", code, "cost-centres.code-taken"))
                : List.of();
    }

    static List<Problem> name(String name) {
        var plain = name.strip();
        return plain.isEmpty()
                        || plain.length() > LONGEST_NAME
                        || plain.chars().anyMatch(Character::isISOControl)
                ? List.of(Problem.of("name", name, "cost-centres.name-length", LONGEST_NAME))
                : List.of();
    }

    List<Problem> budget(Tx tx, Budget budget) {
        var problems = new ArrayList<Problem>();
        if (budget.amount() < 0 || budget.amount() > MOST) {
            problems.add(
                    Problem.of("amount", budget.amount(), "cost-centres.amount-range", 0, MOST));
        }
        var end = budget.endsOn();
        if (end == null ? budget.period() == Budget.Period.SPAN : end.isBefore(budget.startsOn())) {
            problems.add(Problem.of("endsOn", String.valueOf(end), "cost-centres.days"));
        }
        if (budget.account() != 0 && !store.personalAccount(tx, budget.account())) {
            problems.add(Problem.of("account", budget.account(), "accounts.not-found"));
        }
        return problems;
    }
}
