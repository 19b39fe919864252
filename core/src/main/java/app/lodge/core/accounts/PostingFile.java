package app.lodge.core.accounts;

import app.lodge.core.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A posting whole: its lines, its tax, what it undoes and what undid it, who booked it and why
/// (ID-21, ID-27).
///
/// @param reverses the posting that this one undoes; `reversedBy` the one that undid it
/// @param refunds the purchase that this one gives back; `refundedBy` what gave it back, oldest first
/// @param medium that a fee or deposit is for; 0 for none
/// @param reason null where nobody had to give any
/// @param approval the second person's; 0 for none
/// @param costCentre code and name of who was charged instead of the holder; empty for nobody
/// @param place the payment point's label, or the counter's workstation
/// @param operator the clerk's name; empty for a device
/// @param receipt series and number, `R2026-000012`; empty for none
/// @param copies how often the receipt was printed again
/// @param reversible whether it may still be undone whole
/// @param refundable what of a purchase may still be given back; zero for anything else
public record PostingFile(
        long number,
        PostingKind kind,
        Instant occurredAt,
        Instant bookedAt,
        LocalDate businessDate,
        List<Line> lines,
        List<TaxLine> taxes,
        @Nullable Long reverses,
        @Nullable Long reversedBy,
        @Nullable Long refunds,
        List<Long> refundedBy,
        long medium,
        @Nullable Reason reason,
        String reference,
        long approval,
        String costCentre,
        String place,
        String operator,
        String receipt,
        int copies,
        boolean late,
        boolean forced,
        boolean reversible,
        Money refundable) {

    public PostingFile {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
        refundedBy = List.copyOf(refundedBy);
    }

    /// @param label a counter's workstation; empty where there is nothing more to say
    public record Line(AccountId account, AccountKind kind, String label, Money amount) {}
}
