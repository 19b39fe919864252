package app.lodge.core.purse;

import java.util.Optional;

/// What a record of a purse tells (CHAIN-30).
public enum PurseKind {
    /// Put on at the back office.
    LOAD(1, 1),
    /// Spent at a terminal.
    DEBIT(2, -1),
    /// A purchase given back at the back office.
    REFUND(3, 1),
    /// A terminal gives back what it took last (limited credit).
    UNDO(4, 1),
    /// Paid out at the back office.
    PAY_OUT(5, -1);

    private final int code;
    private final int sign;

    PurseKind(int code, int sign) {
        this.code = code;
        this.sign = sign;
    }

    /// On the card, 1 to 5.
    public int code() {
        return code;
    }

    /// 1 if it raises the value, -1 if it lowers it.
    public int sign() {
        return sign;
    }

    /// Whether only the back office does it.
    public boolean backOffice() {
        return this == LOAD || this == REFUND || this == PAY_OUT;
    }

    public static Optional<PurseKind> of(int code) {
        for (var kind : values()) {
            if (kind.code == code) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
