package app.lodge.core.cashdesk;

import app.lodge.core.accounts.PostingKind;
import app.lodge.core.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a shift ended. However often it is asked for, it says the same.
///
/// @param series `Z2026`; `number` has no gap in it
/// @param sums by kind; opening float + all of them = expected
/// @param cause of the difference; empty where there is none
/// @param journalNumber and `journalHash`: the closing's own row, which an auditor finds in the journal
/// @param sealNumber and `sealHash`: the newest seal at that time; 0 and empty if there was none
public record ClosingReport(
        String series,
        long number,
        long shift,
        String site,
        String workstation,
        Instant openedAt,
        String openedBy,
        Instant closedAt,
        String closedBy,
        Money openingFloat,
        List<Sum> sums,
        Money expected,
        Money counted,
        Optional<DifferenceCause> cause,
        String reference,
        List<Count.Line> count,
        long journalNumber,
        String journalHash,
        long sealNumber,
        String sealHash) {

    public ClosingReport {
        sums = List.copyOf(sums);
        count = List.copyOf(count);
    }

    /// @param in and `out`: both zero or above
    public record Sum(PostingKind kind, long postings, Money in, Money out) {}

    public Money difference() {
        return counted.minus(expected);
    }
}
