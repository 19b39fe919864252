package app.lodge.personalization.encoding;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
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

/// DESFire cards.
record DesfireMedia(DesfireEncoder encoder) implements MediumEncoder {

    @Override
    public Chip identify(Actor actor, CardReader reader, Duration wait) throws DeviceException {
        return encoder.identify(actor, reader, wait);
    }

    @Override
    public EncodedCard encode(
            Actor actor,
            CardReader reader,
            Duration wait,
            Uid uid,
            Optional<CardFacts> facts,
            Step.Log log)
            throws DeviceException {
        return encoder.encode(actor, reader, wait, uid, facts, log);
    }

    @Override
    public List<PlaceRead> verify(
            Actor actor, CardReader reader, Duration wait, Uid uid, Optional<CardFacts> facts)
            throws DeviceException {
        return encoder.verify(actor, reader, wait, uid, facts);
    }
}
