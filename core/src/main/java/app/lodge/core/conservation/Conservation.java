package app.lodge.core.conservation;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The laws of conservation that the books obey at every moment. Where one does not hold, the smallest set
/// of rows that explains it is named: the hash chain says which journal rows are true, they say which rows
/// of the ledger are, and those which balances (requirements 0.3, ID-20, ID-50).
public interface Conservation {

    static Conservation in(Books books) {
        return new WatchedConservation(books);
    }

    /// How it stands, from a look not long ago: reading all the books takes time, so looks are as far apart
    /// as keeps them below a twentieth of one processor, and a minute at least.
    Standing look(Actor actor);

    /// Looks now, at everything.
    Standing lookNow(Actor actor);

    /// @param took how long the look took
    record Standing(Instant at, Duration took, List<Check> checks) {

        public Standing {
            checks = List.copyOf(checks);
        }

        public boolean holds() {
            return checks.stream().allMatch(Check::holds);
        }
    }

    /// @param looked how many rows or sums the law was asked of
    /// @param rows what explains that it does not hold; empty if it does; at most 100
    record Check(Law law, long looked, List<Row> rows) {

        public Check {
            rows = List.copyOf(rows);
        }

        public boolean holds() {
            return rows.isEmpty();
        }
    }

    /// One row that is not as it must be.
    ///
    /// @param row `journal:33`, `entry:7/1` (posting and leg), `posting:7`, `balance:3`, `hold:9`,
    ///     `rollup:2026-11-22/3/PAYMENT/EUR`, `cash-shift:2`, `cash-shift-posting:7/4` (posting and
    ///     drawer), `cash-count:2/1` (with its denominations), `kiosk-cash:3/17` (device and event),
    ///     `kiosk-content:3/EUR/500` (device and denomination), `kiosk-emptying:4`, `cost-centre-charge:7`,
    ///     `cost-centre-use:1/5/2026-11-22` (centre, account, day)
    /// @param column which value of it
    /// @param expected and `found`: as text; money in minor units
    record Row(String row, String column, String expected, String found) {}

    /// What must hold.
    enum Law {
        /// What the issuer owes to all holders is what all other accounts took and gave.
        LIABILITIES,
        /// Every balance is the sum of its account's entries.
        BALANCES,
        /// Debits equal credits in every posting.
        POSTINGS,
        /// What is reserved on an account is the sum of its open holds.
        HOLDS,
        /// The ledger says what the journal says, posting by posting.
        LEDGER,
        /// What lies in each drawer is opening float + money in − money out, shift by shift.
        CASH_DESKS,
        /// What lies in each kiosk and phone, and in bags, is what its events and counts say, in money and in
        /// pieces.
        KIOSKS,
        /// What cost centres were charged is what their accounts say, and what budgets count.
        COST_CENTRES,
        /// The totals of each day are those of its postings.
        ROLLUPS,
        /// Every journal row has its hash.
        CHAIN
    }
}
