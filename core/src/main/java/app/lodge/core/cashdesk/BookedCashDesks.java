package app.lodge.core.cashdesk;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.CashLedger;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.cashdesk.CashDesks.ShiftOutcome.NotOpen;
import app.lodge.core.settings.SiteSettings;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// Shifts in the books; what moves cash in them are postings of the ledger.
final class BookedCashDesks implements CashDesks {

    private static final int LONGEST_LIST = 500;

    private final Books books;
    private final OpenShifts open;
    private final Supplier<SiteSettings> settings;
    private final ShiftSteps steps;
    private final ShiftStore store = new ShiftStore();
    private final TillStore tills = new TillStore();
    private final ReportStore reports = new ReportStore();

    BookedCashDesks(
            Books books, CashLedger ledger, OpenShifts open, Supplier<SiteSettings> settings) {
        this.books = books;
        this.steps = new ShiftSteps(ledger, open, settings);
        this.open = open;
        this.settings = settings;
    }

    @Override
    public Till till(Actor actor, Currency currency) {
        actor.require(Permission.KEEP_CASH_DESK);
        return books.snapshot(sql ->
                tills.till(sql, actor.workstation(), currency, open.rules().shiftRequired()));
    }

    @Override
    public ShiftOutcome open(Actor actor, RequestId request, Opening order) {
        actor.require(Permission.KEEP_CASH_DESK);
        return books.once(
                actor,
                request,
                "cash-desks.open",
                order,
                ShiftOutcome.class,
                tx -> steps.open(tx, request, order));
    }

    @Override
    public ShiftOutcome carry(Actor actor, RequestId request, Transit order) {
        actor.require(Permission.KEEP_CASH_DESK);
        return books.once(
                actor,
                request,
                "cash-desks.carry",
                order,
                ShiftOutcome.class,
                tx ->
                        atOwnDesk(
                                tx,
                                order.shift(),
                                (shift, drawer) -> steps.carry(tx, request, order, shift, drawer)));
    }

    @Override
    public ShiftOutcome takeOver(Actor actor, RequestId request, Counted order) {
        actor.require(Permission.KEEP_CASH_DESK);
        return books.once(
                actor,
                request,
                "cash-desks.take-over",
                order,
                ShiftOutcome.class,
                tx ->
                        atOwnDesk(
                                tx,
                                order.shift(),
                                (shift, drawer) ->
                                        steps.takeOver(tx, request, order, shift, drawer)));
    }

    @Override
    public ShiftOutcome close(Actor actor, RequestId request, Counted order) {
        if (!actor.may(Permission.SUPERVISE_CASH_DESKS)) {
            actor.require(Permission.KEEP_CASH_DESK);
        }
        return books.once(
                actor,
                request,
                "cash-desks.close",
                order,
                ShiftOutcome.class,
                tx -> {
                    var shift = store.find(tx.sql(), order.shift()).filter(Shift::open);
                    if (shift.isEmpty()) {
                        return new NotOpen(order.shift());
                    }
                    if (shift.get().keeper() != actor.operatorId()) {
                        actor.require(Permission.SUPERVISE_CASH_DESKS);
                    }
                    return steps.close(tx, request, order, shift.get());
                });
    }

    private ShiftOutcome atOwnDesk(
            Tx tx, long number, BiFunction<Shift, AccountId, ShiftOutcome> work) {
        return store.find(tx.sql(), number)
                .filter(Shift::open)
                .filter(shift -> shift.workstation().equals(tx.actor().workstation()))
                .map(shift -> work.apply(shift, store.drawer(tx, number)))
                .orElseGet(() -> new NotOpen(number));
    }

    @Override
    public List<CashMovement> movements(Actor actor, long shift) {
        requireSight(actor);
        return books.read(sql -> reports.movements(sql, shift));
    }

    @Override
    public List<Shift> shifts(Actor actor, int limit) {
        requireSight(actor);
        return books.read(sql -> store.newest(sql, Math.clamp(limit, 1, LONGEST_LIST)));
    }

    @Override
    public Optional<ClosingReport> report(Actor actor, long shift) {
        requireSight(actor);
        return books.read(sql -> reports.report(sql, shift, settings.get().name()));
    }

    @Override
    public CashDeskRules rules(Actor actor) {
        requireSight(actor);
        return open.rules();
    }

    @Override
    public CashDeskRules changeRules(Actor actor, RequestId request, CashDeskRules rules) {
        actor.require(Permission.CHANGE_SETTINGS);
        return books.once(
                actor,
                request,
                "cash-desks.change-rules",
                rules,
                CashDeskRules.class,
                tx -> {
                    tx.journal(
                            "cash-desk-rules.changed",
                            "site",
                            Map.of(
                                    "before",
                                    open.rules().shiftRequired(),
                                    "after",
                                    rules.shiftRequired()));
                    open.keep(tx, rules);
                    return rules;
                });
    }

    /// Whoever keeps a desk, and whoever may look at the books.
    private static void requireSight(Actor actor) {
        if (!actor.may(Permission.SEE_BOOKS)) {
            actor.require(Permission.KEEP_CASH_DESK);
        }
    }
}
