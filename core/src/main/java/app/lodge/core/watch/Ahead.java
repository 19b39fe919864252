package app.lodge.core.watch;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Something that will expire or run full.
///
/// @param subject what to open: `device:3`, `medium:4`, `stock:2` …; empty for the site itself
/// @param what its label or number; never a person's name
/// @param on when it ends; null where only a level says it
/// @param used how much is used, or left of stock, credit or ribbon; 0 where only a day says it
/// @param of how much there is room for, or wanted, or a whole ribbon prints; 0 where only a day says it
public record Ahead(
        Kind kind, String subject, String what, @Nullable LocalDate on, long used, long of) {

    public enum Kind {
        DEVICE_CERTIFICATE,
        LEVEL,
        DISK,
        BACKUP,
        SEAL,
        STOCK,
        MANDATE,
        PURSE,
        LOAN,
        OPERATOR_CARD,
        CARD_KEYS,
        LICENCE,
        SIM_CREDIT,
        RIBBON
    }

    /// The nearest end first, then the fullest.
    public static Comparator<Ahead> soonestFirst() {
        return Comparator.comparing(
                        Ahead::on, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                .thenComparing(Comparator.comparingLong(Ahead::perMille).reversed())
                .thenComparing(Ahead::kind)
                .thenComparing(Ahead::subject);
    }

    private long perMille() {
        return of == 0 ? 0 : used * 1000 / of;
    }
}
