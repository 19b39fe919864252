package app.lodge.personalization.purse;

import app.lodge.core.media.MediumId;
import app.lodge.core.money.Money;
import app.lodge.core.purse.Purses.Source;

/// What somebody comes to the counter with, their card in hand (CHAIN-22). Amounts are above zero.
public sealed interface PurseMatter {

    /// @param source CASH, CARD_TERMINAL or ACCOUNT
    record Load(Money amount, Source source) implements PurseMatter {}

    /// Hand the money out with the receipt, not before.
    record PayOut(Money amount) implements PurseMatter {}

    /// A purchase comes back onto the card it was paid with.
    ///
    /// @param counter of the purchase's record
    record Refund(Money amount, long counter) implements PurseMatter {}

    /// What a lost or broken card of the same holder held.
    record Move(MediumId from) implements PurseMatter {}
}
