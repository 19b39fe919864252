package app.lodge.core.cashdesk;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.CashLedger;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.cashdesk.CashDesks.Counted;
import app.lodge.core.cashdesk.CashDesks.Opening;
import app.lodge.core.cashdesk.CashDesks.ShiftOutcome;
import app.lodge.core.cashdesk.CashDesks.ShiftOutcome.AlreadyOpen;
import app.lodge.core.cashdesk.CashDesks.ShiftOutcome.Closed;
import app.lodge.core.cashdesk.CashDesks.ShiftOutcome.Done;
import app.lodge.core.cashdesk.CashDesks.ShiftOutcome.NotEnoughCash;
import app.lodge.core.cashdesk.CashDesks.ShiftOutcome.Rejected;
import app.lodge.core.cashdesk.CashDesks.ShiftOutcome.Unexplained;
import app.lodge.core.cashdesk.CashDesks.Transit;
import app.lodge.core.cashdesk.ShiftStore.Begun;
import app.lodge.core.cashdesk.ShiftStore.Ended;
import app.lodge.core.cashdesk.ShiftStore.Kept;
import app.lodge.core.money.Money;
import app.lodge.core.settings.SiteSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The life of a shift, each step in the transaction of whoever asks: opened, carried from and to the
/// safe, taken over, closed; every count kept and told in the journal, every difference booked (ID-34).
final class ShiftSteps {

    private static final String OPENING = "OPENING";
    private static final String HANDOVER = "HANDOVER";
    static final String CLOSING = "CLOSING";

    private final CashLedger ledger;
    private final OpenShifts open;
    private final Supplier<SiteSettings> settings;
    private final ShiftStore store = new ShiftStore();
    private final TillStore tills = new TillStore();
    private final ReportStore reports = new ReportStore();

    ShiftSteps(CashLedger ledger, OpenShifts open, Supplier<SiteSettings> settings) {
        this.ledger = ledger;
        this.open = open;
        this.settings = settings;
    }

    ShiftOutcome open(Tx tx, RequestId request, Opening order) {
        var currency = order.count().currency();
        var problems = problems(order.count(), order.reference());
        if (!order.fromSafe().currency().equals(currency) || order.fromSafe().minor() < 0) {
            problems.add(Problem.of("fromSafe", order.fromSafe(), "cash-desks.from-safe"));
        }
        if (!problems.isEmpty()) {
            return new Rejected(problems);
        }
        var drawer = ledger.drawer(tx, currency);
        var running = open.of(drawer);
        if (running != null) {
            return new AlreadyOpen(get(tx, running));
        }
        var other = open.otherCurrency(tx);
        if (other != null) {
            return new Rejected(
                    List.of(
                            Problem.of(
                                    "count",
                                    currency,
                                    "cash-desks.other-currency",
                                    tx.actor().workstation(),
                                    other.getCurrencyCode())));
        }
        var carried = tills.left(tx.sql(), drawer, currency);
        var expected = carried.plus(order.fromSafe());
        if (unexplained(expected, order.count(), order.cause())) {
            return new Unexplained(expected, order.count().total());
        }
        var shift = store.insert(tx, new Begun(drawer, carried, ledger.lastPosting(tx)));
        open.opened(tx, drawer, shift);
        if (order.fromSafe().positive()) {
            ledger.transit(tx, request, drawer, order.fromSafe(), order.reference());
        }
        var counted = new Counted(shift, order.count(), order.cause(), order.reference());
        keep(tx, request, drawer, OPENING, counted, expected);
        store.setFloat(tx, shift, order.count().total(), ledger.lastPosting(tx));
        tx.journal(
                "cash-shift.opened",
                "cash-shift:" + shift,
                Map.of(
                        "account", drawer.number(),
                        "carried", carried.minor(),
                        "fromSafe", order.fromSafe().minor(),
                        "counted", order.count().total().minor(),
                        "pieces", order.count().pieces(),
                        "cause", code(order.cause()),
                        "currency", currency.getCurrencyCode()));
        return new Done(till(tx, currency));
    }

    ShiftOutcome carry(Tx tx, RequestId request, Transit order, Shift shift, AccountId drawer) {
        var amount = order.intoDrawer();
        if (amount.minor() == 0 || !amount.currency().equals(shift.currency())) {
            return new Rejected(
                    List.of(Problem.of("amount", amount, "accounts.amount-not-positive")));
        }
        if (!Grounds.readable(order.reference())) {
            return new Rejected(List.of(unreadable(order.reference())));
        }
        if (shift.expected().plus(amount).minor() < 0) {
            return new NotEnoughCash(shift.expected());
        }
        var posting = ledger.transit(tx, request, drawer, amount, order.reference());
        tx.journal(
                "cash-shift.carried",
                "cash-shift:" + shift.number(),
                Map.of("posting", posting, "intoDrawer", amount.minor()));
        return new Done(till(tx, shift.currency()));
    }

    ShiftOutcome takeOver(Tx tx, RequestId request, Counted order, Shift shift, AccountId drawer) {
        var refusal = refusal(order, shift);
        if (refusal != null) {
            return refusal;
        }
        keep(tx, request, drawer, HANDOVER, order, shift.expected());
        store.setKeeper(tx, shift.number());
        tx.journal(
                "cash-shift.taken-over",
                "cash-shift:" + shift.number(),
                Map.of(
                        "from", shift.keeper(),
                        "expected", shift.expected().minor(),
                        "counted", order.count().total().minor(),
                        "pieces", order.count().pieces(),
                        "cause", code(order.cause())));
        return new Done(till(tx, shift.currency()));
    }

    ShiftOutcome close(Tx tx, RequestId request, Counted order, Shift shift) {
        var refusal = refusal(order, shift);
        if (refusal != null) {
            return refusal;
        }
        var drawer = store.drawer(tx, shift.number());
        var posting = keep(tx, request, drawer, CLOSING, order, shift.expected());
        var series = "Z" + LocalDate.ofInstant(tx.now(), settings.get().zone()).getYear();
        var number = store.nextReport(tx, series);
        var mark =
                tx.journal(
                        "cash-shift.closed",
                        "cash-shift:" + shift.number(),
                        Map.of(
                                "series",
                                series,
                                "report",
                                number,
                                "expected",
                                shift.expected().minor(),
                                "counted",
                                order.count().total().minor(),
                                "pieces",
                                order.count().pieces(),
                                "cause",
                                posting == null ? "" : code(order.cause()),
                                "reference",
                                order.reference(),
                                "currency",
                                shift.currency().getCurrencyCode()));
        store.close(
                tx,
                shift.number(),
                new Ended(
                        shift.expected().minor(),
                        order.count().total().minor(),
                        ledger.lastPosting(tx),
                        series,
                        number,
                        mark.number(),
                        reports.newestSeal(tx)));
        open.closed(tx, drawer, shift.number());
        return new Closed(
                reports.report(tx.sql(), shift.number(), settings.get().name()).orElseThrow());
    }

    /// Keeps a count, and books its difference.
    ///
    /// @return the difference's posting; null where there is none
    private @Nullable Long keep(
            Tx tx,
            RequestId request,
            AccountId drawer,
            String moment,
            Counted order,
            Money expected) {
        var found = order.count().total().minus(expected);
        var posting =
                found.minor() == 0
                        ? null
                        : ledger.difference(tx, request, drawer, found, order.reference());
        store.insert(
                tx,
                order.shift(),
                new Kept(
                        moment,
                        order.count(),
                        expected.minor(),
                        order.cause(),
                        order.reference(),
                        posting));
        return posting;
    }

    private static @Nullable ShiftOutcome refusal(Counted order, Shift shift) {
        var problems = problems(order.count(), order.reference());
        if (!order.count().currency().equals(shift.currency())) {
            problems.add(
                    Problem.of(
                            "count",
                            order.count().currency(),
                            "accounts.currency-mismatch",
                            shift.currency()));
        }
        if (!problems.isEmpty()) {
            return new Rejected(problems);
        }
        return unexplained(shift.expected(), order.count(), order.cause())
                ? new Unexplained(shift.expected(), order.count().total())
                : null;
    }

    private Till till(Tx tx, Currency currency) {
        return tills.till(
                tx.sql(), tx.actor().workstation(), currency, open.rules().shiftRequired());
    }

    private Shift get(Tx tx, long number) {
        return store.find(tx.sql(), number)
                .orElseThrow(() -> new IllegalStateException("Shift %d is gone".formatted(number)));
    }

    private static boolean unexplained(
            Money expected, Count count, @Nullable DifferenceCause cause) {
        return !count.total().equals(expected) && cause == null;
    }

    private static ArrayList<Problem> problems(Count count, String reference) {
        var problems = new ArrayList<>(count.problems());
        if (!Grounds.readable(reference)) {
            problems.add(unreadable(reference));
        }
        return problems;
    }

    private static Problem unreadable(String reference) {
        return Problem.of("reference", reference, "postings.reference-form");
    }

    private static String code(@Nullable DifferenceCause cause) {
        return cause == null ? "" : cause.name();
    }
}
