package app.lodge.personalization.cards;

import app.lodge.core.encodingplans.PlanValues;
import app.lodge.core.keys.CardKeys.KeySet;
import app.lodge.core.media.Uid;
import java.time.LocalDate;
import java.util.Optional;

/// What a card is to say of its holder and itself.
///
/// @param validUntil last day, or empty without an end
public record CardFacts(CardNumber number, Optional<LocalDate> validUntil) {

    public static CardFacts of(CardNumber number) {
        return new CardFacts(number, Optional.empty());
    }

    public PlanValues values(KeySet site, Uid uid) {
        return new PlanValues(
                number.person(),
                number.issueNumber(),
                validUntil,
                site.siteId(),
                site.version(),
                uid);
    }
}
