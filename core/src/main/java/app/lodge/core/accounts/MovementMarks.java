package app.lodge.core.accounts;

import org.jspecify.annotations.Nullable;

/// What a movement is looked for by beside its day, case and place (ID-50). All that is given has to hold.
///
/// @param medium number of the medium that paid, or that a fee or deposit is for; {@link #ANY_MEDIUM}
/// @param least and `most`: the amount without its sign, in minor units of the account's currency, inclusive
/// @param status null for all
/// @param operator number of who did it, {@link #ANYONE}, or {@link #NO_OPERATOR}
/// @param text part of the reference, in capitals or not, or a receipt's whole number, `R2026-000012`; empty for all
public record MovementMarks(
        long medium,
        long least,
        long most,
        @Nullable MovementStatus status,
        long operator,
        String text) {

    public static final long ANY_MEDIUM = 0;

    public static final long ANYONE = 0;

    /// A device, or the bank.
    public static final long NO_OPERATOR = -1;

    public static final long NO_END = Long.MAX_VALUE;

    public static final MovementMarks ANY =
            new MovementMarks(ANY_MEDIUM, 0, NO_END, null, ANYONE, "");

    public MovementMarks {
        text = text.strip();
    }

    /// Whether it asks for more than the account's own line says.
    boolean askForPosting() {
        return medium != ANY_MEDIUM || status != null || operator != ANYONE || !text.isEmpty();
    }
}
