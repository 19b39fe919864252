package app.lodge.core.accounts;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// Months that close, and what was taken in them: reports read its totals, not the postings
/// (requirements 0.3, ID-53).
public interface Periods {

    static Periods in(Bookkeeping keeping) {
        return new BookedPeriods(keeping, () -> {});
    }

    /// @param seal what seals the journal once a month is closed, so that what was closed can be proved
    static Periods sealing(Bookkeeping keeping, Runnable seal) {
        return new BookedPeriods(keeping, seal);
    }

    /// The newest first, from the present month back to the first one with a posting.
    List<Period> list(Actor actor);

    /// From here on the month is being looked over.
    PeriodOutcome startClosing(Actor actor, RequestId request, YearMonth month);

    /// From here on nothing goes into the month any more. Months close in order; the first closing
    /// closes all months before it, too.
    PeriodOutcome close(Actor actor, RequestId request, YearMonth month);

    /// @param from and `until`: business days, inclusive
    List<Turnover> turnover(Actor actor, LocalDate from, LocalDate until);

    /// What is in the month so far, and what speaks against closing it now.
    Preview preview(Actor actor, YearMonth month);

    /// @param turnover of the month's business days
    record Preview(Period period, List<Turnover> turnover, List<Hindrance> hindrances) {
        public Preview {
            turnover = List.copyOf(turnover);
            hindrances = List.copyOf(hindrances);
        }
    }

    /// @param count of what is still open
    record Hindrance(Why why, long count) {}

    enum Why {
        NOT_OVER(true),
        EARLIER_MONTH_OPEN(true),
        /// Money of the month is still reserved: it will be booked on a later day.
        PAYMENTS_UNDER_WAY(false),
        SHIFTS_OPEN(false),
        /// Bags that kiosks and phones told of in the month and that nobody has counted: a difference
        /// would be booked on a later day (ID-30).
        BAGS_UNCOUNTED(false),
        /// Payments of the month that name no account here.
        UNASSIGNED(false);

        private final boolean forbids;

        Why(boolean forbids) {
            this.forbids = forbids;
        }

        /// Whether the month cannot be closed because of it; the others are for somebody to decide.
        public boolean forbids() {
            return forbids;
        }
    }

    record Period(YearMonth month, PeriodState state) {}

    /// @param device the payment point's number; 0 for what no payment point took
    /// @param amount summed over the accounts that the postings are about: negative where they paid
    /// @param tax contained in it, positive where turnover was made
    record Turnover(
            long device, String label, PostingKind kind, long postings, Money amount, Money tax) {}

    sealed interface PeriodOutcome {
        record Changed(Period period) implements PeriodOutcome {}

        /// @param until the month's last day
        record NotOver(LocalDate until) implements PeriodOutcome {}

        /// Another month comes first.
        record NotInOrder(YearMonth first) implements PeriodOutcome {}

        /// Its state does not allow it.
        record NotPossible(PeriodState state) implements PeriodOutcome {}
    }
}
