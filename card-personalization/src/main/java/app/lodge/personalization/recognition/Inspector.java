package app.lodge.personalization.recognition;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.CardKeys;
import app.lodge.personalization.cards.CardIdentity;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.DesfireEncoder;
import app.lodge.personalization.originality.MakersKeys;
import java.time.Duration;
import java.util.Optional;

/// Looks at any medium with what everyone may see and, where it carries a Lodge ID, with the site's
/// keys. Changes nothing.
public final class Inspector {

    private final Recogniser recogniser;
    private final CardKeys keys;

    /// @param makers tells original chips by their signature
    public Inspector(CardKeys keys, MakersKeys makers) {
        this.keys = keys;
        this.recogniser = new Recogniser(makers);
    }

    /// What was found.
    ///
    /// @param identity whom the card stands for, if the site's keys prove it
    /// @param unread why a card with a Lodge ID did not say whom it stands for
    /// @param oldKeys whether it still has an earlier version of the site's keys
    public record Inspected(
            Recognised seen,
            Optional<CardIdentity> identity,
            Optional<DeviceFault> unread,
            boolean oldKeys) {}

    /// @throws DeviceException if there is no card, or it went away
    public Inspected look(Actor actor, CardReader reader, Duration wait) throws DeviceException {
        var seen = recogniser.look(reader, wait);
        if (!(seen.contents() instanceof Contents.Lodge)) {
            return new Inspected(seen, Optional.empty(), Optional.empty(), false);
        }
        try {
            var identity = new DesfireEncoder(keys).read(actor, reader, wait);
            boolean old = identity.keyVersion() < keys.keySet(actor).version();
            return new Inspected(seen, Optional.of(identity), Optional.empty(), old);
        } catch (DeviceException e) {
            if (e.fault() instanceof DeviceFault.CardRemoved) {
                throw e;
            }
            return new Inspected(seen, Optional.empty(), Optional.of(e.fault()), false);
        }
    }
}
