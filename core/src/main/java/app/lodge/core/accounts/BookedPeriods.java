package app.lodge.core.accounts;

import app.lodge.core.accounts.Periods.PeriodOutcome.Changed;
import app.lodge.core.accounts.Periods.PeriodOutcome.NotInOrder;
import app.lodge.core.accounts.Periods.PeriodOutcome.NotOver;
import app.lodge.core.accounts.Periods.PeriodOutcome.NotPossible;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Months in the books. A month without a row is closed if a later one is, and open otherwise.
final class BookedPeriods implements Periods {

    private final Bookkeeping keeping;
    private final PeriodStore store = new PeriodStore();
    private final RollupStore rollup = new RollupStore();

    private final Runnable seal;

    /// @param seal what seals the journal once a month is closed
    BookedPeriods(Bookkeeping keeping, Runnable seal) {
        this.keeping = keeping;
        this.seal = seal;
    }

    @Override
    public List<Period> list(Actor actor) {
        actor.require(Permission.SEE_BOOKS);
        var present = YearMonth.from(today());
        return keeping.books()
                .snapshot(sql -> {
                    var states = store.states(sql);
                    var closed = store.closedThrough(sql).map(YearMonth::from);
                    var first = store.firstDay(sql).map(YearMonth::from).orElse(present);
                    var periods = new ArrayList<Period>();
                    for (var month = present;
                            !month.isBefore(first);
                            month = month.minusMonths(1)) {
                        var known = states.getOrDefault(month, PeriodState.OPEN);
                        var late = month;
                        periods.add(
                                new Period(
                                        month,
                                        closed.filter(last -> !late.isAfter(last)).isPresent()
                                                ? PeriodState.CLOSED
                                                : known));
                    }
                    return List.copyOf(periods);
                });
    }

    @Override
    public PeriodOutcome startClosing(Actor actor, RequestId request, YearMonth month) {
        return move(actor, request, month, PeriodState.OPEN, PeriodState.CLOSING);
    }

    @Override
    public PeriodOutcome close(Actor actor, RequestId request, YearMonth month) {
        var outcome = move(actor, request, month, PeriodState.CLOSING, PeriodState.CLOSED);
        if (outcome instanceof Changed) {
            seal.run(); // after the transaction; asked again, it finds nothing new
        }
        return outcome;
    }

    private PeriodOutcome move(
            Actor actor, RequestId request, YearMonth month, PeriodState from, PeriodState to) {
        actor.require(Permission.CLOSE_PERIODS);
        return keeping.books()
                .once(
                        actor,
                        request,
                        "periods." + to,
                        month,
                        PeriodOutcome.class,
                        tx -> moveIn(tx, month, from, to));
    }

    private PeriodOutcome moveIn(Tx tx, YearMonth month, PeriodState from, PeriodState to) {
        if (!month.isBefore(YearMonth.from(today()))) {
            return new NotOver(month.atEndOfMonth());
        }
        var state = state(tx, month);
        if (state != from) {
            return new NotPossible(state);
        }
        var first = firstOpen(tx, month);
        if (to == PeriodState.CLOSED && first.isBefore(month)) {
            return new NotInOrder(first);
        }
        var begins = keeping.closed().through(tx).map(day -> day.plusDays(1));
        store.put(tx, month, to);
        keeping.closed().forget(tx);
        tx.journal(
                to == PeriodState.CLOSED ? "period.closed" : "period.closing",
                "period:" + month,
                content(tx, month, begins.orElse(LocalDate.of(1970, 1, 1))));
        return new Changed(new Period(month, to));
    }

    private PeriodState state(Tx tx, YearMonth month) {
        return keeping.closed().closed(tx, month.atEndOfMonth())
                ? PeriodState.CLOSED
                : store.states(tx.sql()).getOrDefault(month, PeriodState.OPEN);
    }

    /// The month that has to be closed next.
    private YearMonth firstOpen(Tx tx, YearMonth wanted) {
        return keeping.closed()
                .through(tx)
                .map(last -> YearMonth.from(last).plusMonths(1))
                .orElse(wanted);
    }

    private Map<String, ?> content(Tx tx, YearMonth month, LocalDate begins) {
        var content = new LinkedHashMap<String, Object>();
        content.put("month", month.toString());
        content.put("totals", rollup.totals(tx.sql(), begins, month.atEndOfMonth()));
        return content;
    }

    @Override
    public List<Turnover> turnover(Actor actor, LocalDate from, LocalDate until) {
        actor.require(Permission.SEE_BOOKS);
        return rollup.turnover(keeping.books(), from, until);
    }

    @Override
    public Preview preview(Actor actor, YearMonth month) {
        actor.require(Permission.SEE_BOOKS);
        var period =
                list(actor).stream()
                        .filter(each -> each.month().equals(month))
                        .findFirst()
                        .orElse(new Period(month, PeriodState.OPEN));
        var hindrances = new ArrayList<Hindrance>();
        if (!month.isBefore(YearMonth.from(today()))) {
            hindrances.add(new Hindrance(Why.NOT_OVER, 1));
        }
        hinder(hindrances, Why.EARLIER_MONTH_OPEN, earlierOpen(actor, month));
        var ends = month.plusMonths(1).atDay(1).atStartOfDay(keeping.settings().zone()).toInstant();
        keeping.books()
                .snapshot(sql -> {
                    hinder(hindrances, Why.PAYMENTS_UNDER_WAY, store.openHolds(sql, ends));
                    hinder(hindrances, Why.SHIFTS_OPEN, store.openShifts(sql, ends));
                    hinder(hindrances, Why.BAGS_UNCOUNTED, store.uncountedBags(sql, ends));
                    hinder(hindrances, Why.UNASSIGNED, store.unassigned(sql, month));
                    return hindrances;
                });
        return new Preview(
                period, turnover(actor, month.atDay(1), month.atEndOfMonth()), hindrances);
    }

    private long earlierOpen(Actor actor, YearMonth month) {
        return keeping.books().read(store::closedThrough).isEmpty()
                ? 0 // the first closing closes all before it
                : list(actor).stream()
                        .filter(each -> each.month().isBefore(month))
                        .filter(each -> each.state() != PeriodState.CLOSED)
                        .count();
    }

    private static void hinder(List<Hindrance> hindrances, Why why, long count) {
        if (count != 0) {
            hindrances.add(new Hindrance(why, count));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(keeping.books().clock().instant(), keeping.settings().zone());
    }
}
