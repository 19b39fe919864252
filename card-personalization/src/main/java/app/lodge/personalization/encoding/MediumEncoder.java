package app.lodge.personalization.encoding;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.PlannedMedium;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.Chip;
import app.lodge.personalization.cards.DesfireEncoder;
import app.lodge.personalization.cards.EncodedCard;
import app.lodge.personalization.cards.PlaceRead;
import app.lodge.personalization.cards.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Writes media by one plan (ID-47, ID-40, CHAIN-06, CHAIN-17). `identify`, bind the number in the
/// books, `encode`, `verify`. Encoding looks at what the medium has and does only what is missing, so
/// it can be repeated after whatever broke it off.
public interface MediumEncoder {

    /// The interpreter for the plan's chips.
    ///
    /// @throws IllegalArgumentException for contact keys, which have no reader of this kind
    static MediumEncoder of(CardKeys keys, EncodingPlan plan) {
        return switch (plan.medium()) {
            case PlannedMedium.Desfire _ -> new DesfireMedia(new DesfireEncoder(keys, plan));
            case PlannedMedium.Classic it -> new ClassicMedia(keys, plan, it);
            case PlannedMedium.Plus it -> new PlusMedia(keys, plan, it);
            case PlannedMedium.Pages it -> new PageMedia(keys, plan, it);
            case PlannedMedium.ContactKey it ->
                    throw new IllegalArgumentException(
                            "%s is for contact keys %s".formatted(plan.reference(), it.family()));
        };
    }

    /// Says which medium lies on the reader, without changing it.
    ///
    /// @throws DeviceException with UnknownCard if the plan is not for it
    Chip identify(Actor actor, CardReader reader, Duration wait) throws DeviceException;

    /// @param uid the medium that was identified; another one is refused
    /// @param facts empty to prepare a blank: keys and structure, no contents
    /// @param log hears of each write before it is made
    EncodedCard encode(
            Actor actor,
            CardReader reader,
            Duration wait,
            Uid uid,
            Optional<CardFacts> facts,
            Step.Log log)
            throws DeviceException;

    /// Reads back in a fresh session what the plan says, and compares.
    ///
    /// @throws DeviceException with VerifyMismatch or KeyRefused if it is not as it should be
    List<PlaceRead> verify(
            Actor actor, CardReader reader, Duration wait, Uid uid, Optional<CardFacts> facts)
            throws DeviceException;
}
