package app.lodge.desktop.bookkeeping;

import app.lodge.core.accounts.AccountRules;
import app.lodge.core.accounts.AccountRules.ApprovalLevels;
import app.lodge.core.accounts.AccountRules.Tariff;
import app.lodge.core.accounts.AccountRules.TransferRules;
import app.lodge.core.accounts.AccountRules.Uncovered;
import app.lodge.core.accounts.BlockReason;
import app.lodge.core.accounts.MoneyRules.RulesOutcome;
import app.lodge.core.approvals.ApprovalRules;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.cashdesk.CashDeskRules;
import app.lodge.core.money.Money;
import app.lodge.desktop.shell.Amounts;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Tariff, taxes, levels of approval, rules of transfers and cash desks: read together, saved together
/// (ID-26, ID-27, ID-33, ID-34, ID-62, ID-63).
///
/// Fields are named as in {@link AccountRules}: `tariff.deposit`.
public final class MoneyRulesViewModel {

    private final Session session;
    private final Map<String, StringProperty> fields = new LinkedHashMap<>();
    private final BooleanProperty fromOverdraft = new SimpleBooleanProperty();
    private final BooleanProperty cashTaken = new SimpleBooleanProperty();
    private final BooleanProperty shiftRequired = new SimpleBooleanProperty();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Once once = new Once();
    private final Once approvalsOnce = new Once();
    private final Once cashOnce = new Once();

    MoneyRulesViewModel(Session session) {
        this.session = session;
    }

    /// As typed; amounts in major units, an empty one is 0.
    public StringProperty field(String name) {
        return fields.computeIfAbsent(
                name,
                _ -> {
                    var made = new SimpleStringProperty("");
                    made.subscribe(_ -> edited());
                    return made;
                });
    }

    private void edited() {
        problems.clear();
        once.answered();
        approvalsOnce.answered();
        cashOnce.answered();
    }

    public BooleanProperty fromOverdraft() {
        return fromOverdraft;
    }

    /// Whether the desk takes cash for a card that the holder's account does not cover.
    public BooleanProperty cashTaken() {
        return cashTaken;
    }

    public BooleanProperty shiftRequired() {
        return shiftRequired;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public String currency() {
        return session.site().currency().getCurrencyCode();
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_SETTINGS);
    }

    static String replacement(BlockReason why) {
        return "tariff.replacement." + why;
    }

    /// The field of an amount above which a second person approves.
    static String level(String what) {
        return "approvals." + what;
    }

    private record Rules(AccountRules money, ApprovalRules approvals, CashDeskRules cash) {}

    public void refresh() {
        if (!mayChange()) {
            return;
        }
        session.background()
                .run(
                        "rules.reading",
                        busy,
                        () -> {
                            var doors = session.doors();
                            var actor = session.actor();
                            return new Rules(
                                    doors.moneyRules().rules(actor),
                                    doors.approvals().rules(actor),
                                    doors.cashDesks().rules(actor));
                        },
                        this::show);
    }

    private void show(Rules rules) {
        var money = rules.money();
        amount("tariff.deposit", money.tariff().deposit());
        amount("tariff.issue", money.tariff().issue());
        BlockReason.choices()
                .forEach(why ->
                        amount(
                                replacement(why),
                                money.tariff().replacement().getOrDefault(why, 0L)));
        cashTaken.set(money.tariff().uncovered() == Uncovered.CASH);
        field("tariff.taxCode").set(money.tariff().taxCode());
        field("taxCodes")
                .set(
                        new TreeMap<>(money.taxCodes())
                                .entrySet().stream()
                                        .map(code -> code.getKey() + " " + percent(code.getValue()))
                                        .collect(Collectors.joining("\n")));
        amount("transfers.most", money.transfers().most());
        amount("transfers.mostPerDay", money.transfers().mostPerDay());
        fromOverdraft.set(money.transfers().fromOverdraft());
        amount(level("payOut"), money.approvals().payOut());
        amount(level("transfer"), money.approvals().transfer());
        amount(level("correction"), money.approvals().correction());
        amount(level("refund"), money.approvals().refund());
        field("dormantMonths").set(String.valueOf(money.dormantMonths()));
        field("minutes").set(String.valueOf(rules.approvals().minutes()));
        shiftRequired.set(rules.cash().shiftRequired());
        problems.clear();
    }

    private void amount(String name, long minor) {
        field(name).set(Amounts.typed(new Money(minor, session.site().currency())));
    }

    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }

    public void save() {
        var wrong = new ArrayList<Problem>();
        var wished = read(wrong);
        var approvals = new ApprovalRules(whole("minutes", wrong));
        var cash = new CashDeskRules(shiftRequired.get());
        problems.setAll(wrong);
        if (!wrong.isEmpty()) {
            return;
        }
        var doors = session.doors();
        var actor = session.actor();
        var first = once.request();
        var second = approvalsOnce.request();
        var third = cashOnce.request();
        session.background()
                .run(
                        "rules.saving",
                        busy,
                        () ->
                                switch (doors.moneyRules().change(actor, first, wished)) {
                                    case RulesOutcome.Rejected(var found) -> found;
                                    case RulesOutcome.Changed _ -> {
                                        var found =
                                                doors.approvals()
                                                        .changeRules(actor, second, approvals);
                                        if (found.isEmpty()) {
                                            doors.cashDesks().changeRules(actor, third, cash);
                                        }
                                        yield found;
                                    }
                                },
                        this::saved);
    }

    private void saved(List<Problem> found) {
        edited();
        problems.setAll(found);
        if (found.isEmpty()) {
            session.notices().done(Message.of("rules.saved"));
            refresh();
        }
    }

    private AccountRules read(List<Problem> wrong) {
        var replacement = new EnumMap<BlockReason, Long>(BlockReason.class);
        for (var why : BlockReason.choices()) {
            var fee = minor(replacement(why), wrong);
            if (fee != 0) {
                replacement.put(why, fee);
            }
        }
        return new AccountRules(
                new TransferRules(
                        minor("transfers.most", wrong),
                        minor("transfers.mostPerDay", wrong),
                        fromOverdraft.get()),
                new ApprovalLevels(
                        minor(level("payOut"), wrong),
                        minor(level("transfer"), wrong),
                        minor(level("correction"), wrong),
                        minor(level("refund"), wrong)),
                new Tariff(
                        minor("tariff.deposit", wrong),
                        minor("tariff.issue", wrong),
                        replacement,
                        field("tariff.taxCode").get().strip(),
                        cashTaken.get() ? Uncovered.CASH : Uncovered.REFUSE),
                taxCodes(wrong),
                whole("dormantMonths", wrong));
    }

    private long minor(String name, List<Problem> wrong) {
        var typed = field(name).get().strip();
        if (typed.isEmpty() || typed.matches("0+([.,]0*)?")) {
            return 0;
        }
        var reading = Amounts.read(name, typed, session.site().currency());
        reading.problem().ifPresent(wrong::add);
        return reading.amount().map(Money::minor).orElse(0L);
    }

    private int whole(String name, List<Problem> wrong) {
        var typed = field(name).get().strip();
        if (!typed.matches("\\d{1,4}")) {
            wrong.add(Problem.of(name, typed, "rules.whole-malformed"));
            return 0;
        }
        return Integer.parseInt(typed);
    }

    /// One code and its percentage in each line: `standard 19`.
    private Map<String, Integer> taxCodes(List<Problem> wrong) {
        var codes = new TreeMap<String, Integer>();
        for (var line : field("taxCodes").get().split("\\R")) {
            var text = line.strip().replace(',', '.');
            if (text.isEmpty()) {
                continue;
            }
            if (!text.matches("\\S+\\s+\\d{1,2}(\\.\\d{1,2})?\\s*%?")) {
                wrong.add(Problem.of("taxCodes", line.strip(), "rules.tax-malformed"));
                continue;
            }
            var parts = text.replace("%", "").strip().split("\\s+");
            codes.put(parts[0], new BigDecimal(parts[1]).movePointRight(2).intValueExact());
        }
        return codes;
    }
}
