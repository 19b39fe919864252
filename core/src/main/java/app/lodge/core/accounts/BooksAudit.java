package app.lodge.core.accounts;

import app.lodge.core.books.Books;
import java.util.ArrayList;
import java.util.List;

/// Whether the books agree with themselves: every posting balances, every balance is the sum of its
/// entries, every reserved amount the sum of its open holds, every series of numbers is without a gap,
/// the totals per day are those of the postings, nothing went into a closed month, and the journal alone leads to the same balances (requirements 0.3, ID-20).
///
/// For the nightly run, after a crash and for `journal verify`. Reads one snapshot; writing goes on.
public final class BooksAudit {

    /// What must hold.
    public enum Rule {
        POSTING_UNBALANCED,
        POSTING_TOO_SHORT,
        TOTAL_NOT_ZERO,
        BALANCE_DIFFERS,
        BALANCE_AFTER_DIFFERS,
        RESERVED_DIFFERS,
        HOLD_END_DIFFERS,
        BELOW_FLOOR,
        POSTINGS_NOT_DENSE,
        RECEIPTS_NOT_DENSE,
        ROLLUP_DIFFERS,
        ROLLUP_TAX_DIFFERS,
        TAX_DIFFERS,
        POSTED_AFTER_CLOSING,
        REFUNDED_TOO_MUCH,
        REVERSAL_DIFFERS,
        COST_CENTRE_DIFFERS,
        COST_CENTRE_CHARGE_DIFFERS,
        CASH_CARRIED_DIFFERS,
        CASH_FLOAT_DIFFERS,
        CASH_COUNTED_DIFFERS,
        CASH_SHIFT_DIFFERS,
        CASH_COUNT_DIFFERS,
        CASH_REPORTS_NOT_DENSE,
        JOURNAL_DIFFERS
    }

    /// One place where the books disagree.
    ///
    /// @param subject `posting:7`, `account:3`, `hold:9`, `series:R2026`; empty for the whole
    /// @param expected and `found`: minor units or counts
    public record Finding(Rule rule, String subject, long expected, long found) {}

    private final Books books;

    public BooksAudit(Books books) {
        this.books = books;
    }

    /// @return what disagrees, empty if nothing; at most 100 of each rule
    public List<Finding> findings() {
        return books.snapshot(sql -> {
            var findings = new ArrayList<Finding>();
            AuditStore.ask(sql, AuditStore.QUESTIONS, findings);
            AuditStore.ask(sql, PeriodAuditStore.QUESTIONS, findings);
            AuditStore.ask(sql, CashAuditStore.QUESTIONS, findings);
            AuditStore.journal(sql, findings);
            return List.copyOf(findings);
        });
    }
}
