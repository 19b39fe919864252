package app.lodge.core.accounts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which movements of an account are looked for (ID-21, ID-50).
///
/// @param from and `until`: business days, inclusive; null for open ends
/// @param kind the business case; null for all
/// @param place the payment point's number, {@link #ANYWHERE}, or {@link #NO_PAYMENT_POINT}
/// @param centre {@link #OWN_MONEY} for what moved the account itself, {@link #ANY_CENTRE} for what its
///     holder had cost centres pay instead, or the number of one
public record MovementFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable PostingKind kind,
        long place,
        Direction direction,
        long centre,
        MovementMarks marks) {

    public static final long OWN_MONEY = 0;

    public static final long ANY_CENTRE = -1;

    public MovementFilter(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable PostingKind kind,
            long place,
            Direction direction) {
        this(from, until, kind, place, direction, OWN_MONEY, MovementMarks.ANY);
    }

    /// Any that has the marks.
    public static MovementFilter of(MovementMarks marks) {
        return new MovementFilter(null, null, null, ANYWHERE, Direction.BOTH, OWN_MONEY, marks);
    }

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
        return from != null
                || until != null
                || kind != null
                || place != ANYWHERE
                || marks.askForPosting();
    }
}
