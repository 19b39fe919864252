package app.lodge.core.purse;

import app.lodge.core.media.MediumId;
import app.lodge.core.money.Money;
import java.time.Instant;
import java.time.LocalDate;

/// Which rule of purses refused, whose purse, and what remains.
public sealed interface PurseRefusal {

    /// @param remains what may still be put on
    record AboveMaximum(MediumId medium, Money maximum, Money remains) implements PurseRefusal {}

    /// @param value what there is
    record Insufficient(MediumId medium, Money value) implements PurseRefusal {}

    record Expired(MediumId medium, LocalDate lastDay) implements PurseRefusal {}

    record NotActive(MediumId medium, Purses.State state) implements PurseRefusal {}

    record NoPurse(MediumId medium) implements PurseRefusal {}

    /// A card without a name may not hold so much (CHAIN-20).
    record NameNeeded(MediumId medium, Money above) implements PurseRefusal {}

    /// By the site's rules what was on such a lost card is lost (CHAIN-20).
    record LossNotTaken(MediumId medium) implements PurseRefusal {}

    /// The waiting time for uploads is not over.
    record TooEarly(MediumId medium, Instant until) implements PurseRefusal {}

    /// Two cards of two people, or the old one still lives.
    record NotItsReplacement(MediumId medium) implements PurseRefusal {}

    record NoSuchPurchase(MediumId medium, long counter, Money remains) implements PurseRefusal {}

    /// Something does not add up: look at the alarms first.
    record UnderSuspicion(MediumId medium, long alarms) implements PurseRefusal {}

    /// An order before is not settled: read the card first.
    record OrderWaiting(MediumId medium, long order) implements PurseRefusal {}
}
