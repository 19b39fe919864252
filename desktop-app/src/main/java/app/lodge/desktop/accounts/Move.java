package app.lodge.desktop.accounts;

import app.lodge.core.books.Permission;

/// What staff may do with money that stands on an account, beside taking it in and paying it out.
public enum Move {
    TRANSFER(Permission.MOVE_MONEY),
    CORRECTION(Permission.CORRECT_ACCOUNTS),
    CLOSING(Permission.MOVE_MONEY),
    /// Undoes a posting whole.
    REVERSAL(Permission.CORRECT_ACCOUNTS),
    /// Gives a purchase back, in whole or part.
    REFUND(Permission.MOVE_MONEY);

    private final Permission permission;

    Move(Permission permission) {
        this.permission = permission;
    }

    Permission permission() {
        return permission;
    }

    /// In whose favour a correction is.
    public enum Way {
        FOR_HOLDER,
        AGAINST_HOLDER
    }

    /// Where the balance of an account goes that is closed.
    public enum Settle {
        CASH,
        CARD_TERMINAL,
        /// By the next file for the bank.
        BANK_TRANSFER,
        /// To another account.
        TRANSFER
    }
}
