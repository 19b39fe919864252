package app.lodge.core.accounts;

import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;

/// The second person, as the ledger meets it: whoever keeps approvals says whether one covers a
/// movement of money, and uses it up in the movement's own transaction (ID-27).
@FunctionalInterface
public interface FourEyes {

    /// @return whether the approval is for just this, by somebody else than the actor of `tx`, and not
    ///     used before; from now on it is
    boolean use(Tx tx, long approval, Matter matter);

    /// Until somebody keeps approvals none is good.
    static FourEyes nobody() {
        return (_, _, _) -> false;
    }

    /// What was approved.
    ///
    /// @param amount as ordered: the money paid out, transferred, refunded; the size of a correction
    /// @param account of the holder, or of the purse that the value leaves
    /// @param towards whom or what it is for: the account that receives a transfer, the purse's of a
    ///     replacement among them, the posting that a
    ///     refund gives back, 1 or −1 for a correction, or a posting undone, in the holder's favour or against him; 0 for
    ///     cash
    record Matter(Verb verb, AccountId account, Money amount, long towards) {}

    enum Verb {
        PAY_OUT,
        TRANSFER,
        CORRECTION,
        REFUND,
        /// Value off a card, for cash.
        PURSE_PAY_OUT,
        /// What a lost card held, onto its replacement.
        PURSE_MOVE
    }
}
