package app.lodge.core.cashdesk;

import app.lodge.core.accounts.CashLedger;
import app.lodge.core.accounts.CashShifts;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.money.Money;
import app.lodge.core.settings.SiteSettings;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Cash desks: one drawer per workstation and currency, one shift at a time, every count by
/// denomination, every difference booked with its cause (ID-34).
///
/// At every moment the drawer's account in the ledger is opening float + money in − money out.
public interface CashDesks {

    /// @param shifts made by {@link #shifts} of the same books
    static CashDesks in(
            Books books, CashLedger ledger, CashShifts shifts, Supplier<SiteSettings> settings) {
        return new BookedCashDesks(books, ledger, (OpenShifts) shifts, settings);
    }

    /// What movements of money ask; make one for a site.
    static CashShifts shifts(Books books) {
        return new OpenShifts(books);
    }

    /// The drawer of the actor's workstation.
    Till till(Actor actor, Currency currency);

    /// Begins a shift at the actor's workstation.
    ShiftOutcome open(Actor actor, RequestId request, Opening order);

    /// Moves cash between the drawer and the safe.
    ShiftOutcome carry(Actor actor, RequestId request, Transit order);

    /// Takes a running shift over: counted, and from now on the actor answers for it.
    ShiftOutcome takeOver(Actor actor, RequestId request, Counted order);

    /// Ends a shift. Whoever does not keep it needs the permission to supervise cash desks.
    ShiftOutcome close(Actor actor, RequestId request, Counted order);

    /// What moved in a shift, in order.
    List<CashMovement> movements(Actor actor, long shift);

    /// Shifts of all desks, the newest first.
    ///
    /// @param limit rows at most, 1 to 500
    List<Shift> shifts(Actor actor, int limit);

    /// @return empty if the shift is open, or there is none
    Optional<ClosingReport> report(Actor actor, long shift);

    CashDeskRules rules(Actor actor);

    CashDeskRules changeRules(Actor actor, RequestId request, CashDeskRules rules);

    /// @param count of the drawer, with what was brought from the safe
    /// @param fromSafe zero or above
    /// @param cause why the count differs from the books; null where it does not
    record Opening(
            Count count, Money fromSafe, @Nullable DifferenceCause cause, String reference) {}

    /// @param intoDrawer below zero for money that goes to the safe
    /// @param reference of the bag or slip: at most 40 letters, digits and `. / : -`, or empty
    record Transit(long shift, Money intoDrawer, String reference) {}

    /// @param cause why the count differs from the books; null where it does not
    record Counted(long shift, Count count, @Nullable DifferenceCause cause, String reference) {}

    /// What became of something done with a shift.
    sealed interface ShiftOutcome {
        /// The drawer as it stands now.
        record Done(Till till) implements ShiftOutcome {}

        record Closed(ClosingReport report) implements ShiftOutcome {}

        record AlreadyOpen(Shift shift) implements ShiftOutcome {}

        /// No such shift, or it is closed.
        record NotOpen(long shift) implements ShiftOutcome {}

        /// Count again, or say why.
        record Unexplained(Money expected, Money counted) implements ShiftOutcome {}

        record NotEnoughCash(Money inDrawer) implements ShiftOutcome {}

        record Rejected(List<Problem> problems) implements ShiftOutcome {}
    }
}
