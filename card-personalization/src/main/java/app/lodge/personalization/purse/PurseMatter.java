package app.lodge.personalization.purse;

import app.lodge.core.media.MediumId;
import app.lodge.core.money.Money;
import app.lodge.core.purse.Purses.Source;

/// What somebody comes to the counter with, their card in hand (CHAIN-22). Amounts are above zero.
public sealed interface PurseMatter {

    /// @param source CASH, CARD_TERMINAL or ACCOUNT
    record Load(Money amount, Source source) implements PurseMatter {}

    /// Hand the money out with the receipt, not before.
    ///
    /// @param approval a second person's, above the site's level; 0 for none
    record PayOut(Money amount, long approval) implements PurseMatter {

        public PayOut(Money amount) {
            this(amount, 0);
        }
    }

    /// A purchase comes back onto the card it was paid with.
    ///
    /// @param counter of the purchase's record
    record Refund(Money amount, long counter) implements PurseMatter {}

    /// What a lost or broken card of the same holder held.
    ///
    /// @param approval a second person's, above the site's level; 0 for none
    record Move(MediumId from, long approval) implements PurseMatter {

        public Move(MediumId from) {
            this(from, 0);
        }
    }

    /// The same again, approved by a second person.
    default PurseMatter approvedBy(long approval) {
        return switch (this) {
            case PayOut(var amount, var _) -> new PayOut(amount, approval);
            case Move(var from, var _) -> new Move(from, approval);
            case Load _, Refund _ -> this; // nobody is asked for these
        };
    }
}
