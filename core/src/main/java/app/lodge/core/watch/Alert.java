package app.lodge.core.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that was found and holds until it ends. What comes again soon after its end is the same
/// alert, not a new one.
///
/// @param subject `device:3`, `stock:2`, `disk`, `backup`, `network:field`
/// @param code which fault or level; else empty
/// @param what the subject's label when it was found
/// @param amount minutes, days, per cent or pieces, as it was found last; how often for a fault
/// @param times how often it began
/// @param acknowledgedBy the operator's number; 0 for nobody
public record Alert(
        long id,
        long rule,
        Matter matter,
        String subject,
        String code,
        String what,
        long amount,
        int times,
        Instant raisedAt,
        Instant lastAt,
        @Nullable Instant endedAt,
        @Nullable Instant acknowledgedAt,
        long acknowledgedBy,
        @Nullable Instant escalatedAt) {

    /// Whether somebody has to look: it holds, and nobody has said that they know.
    public boolean waits() {
        return endedAt == null && acknowledgedAt == null;
    }
}
