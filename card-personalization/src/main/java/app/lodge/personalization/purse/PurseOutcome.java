package app.lodge.personalization.purse;

import app.lodge.core.purse.PurseOnCard;
import app.lodge.core.purse.PurseRecord;
import java.time.LocalDate;

/// How a change of a purse ended.
public sealed interface PurseOutcome {

    /// The card holds it, with this record; before or now.
    record Done(PurseRecord record) implements PurseOutcome {}

    /// @param value what there is
    record Insufficient(long value) implements PurseOutcome {}

    record Expired(LocalDate lastDay) implements PurseOutcome {}

    /// @param currency ISO 4217's number on the card
    record OtherCurrency(int currency) implements PurseOutcome {}

    /// Value, counter and newest record do not fit: somebody else wrote this card, or it was damaged.
    record Inconsistent(PurseOnCard seen, long value) implements PurseOutcome {}
}
