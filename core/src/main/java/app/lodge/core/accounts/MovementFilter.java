package app.lodge.core.accounts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which movements of an account are looked for (ID-21).
///
/// @param from and `until`: business days, inclusive; null for open ends
/// @param kind the business case; null for all
/// @param place the payment point's number, {@link #ANYWHERE}, or {@link #NO_PAYMENT_POINT}
public record MovementFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable PostingKind kind,
        long place,
        Direction direction) {

    public static final long ANYWHERE = 0;

    /// At a counter, in the office, by the bank.
    public static final long NO_PAYMENT_POINT = -1;

    public static final MovementFilter ALL =
            new MovementFilter(null, null, null, ANYWHERE, Direction.BOTH);

    public enum Direction {
        BOTH,
        /// Raised the account.
        IN,
        OUT
    }

    /// Whether it asks for more than the account's own line says.
    boolean asksForPosting() {
        return from != null || until != null || kind != null || place != ANYWHERE;
    }
}
