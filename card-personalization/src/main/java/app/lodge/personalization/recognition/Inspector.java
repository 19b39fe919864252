package app.lodge.personalization.recognition;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.CardKeys;
import app.lodge.personalization.cards.CardIdentity;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.DesfireEncoder;
import app.lodge.personalization.cards.PlaceRead;
import app.lodge.personalization.originality.MakersKeys;
import java.time.Duration;
import java.util.List;
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
    /// @param written what stands on it by the plan that it was made by, for media that say nothing of
    ///     themselves
    public record Inspected(
            Recognised seen,
            Optional<CardIdentity> identity,
            Optional<DeviceFault> unread,
            boolean oldKeys,
            Optional<Written> written) {

        public Inspected(
                Recognised seen,
                Optional<CardIdentity> identity,
                Optional<DeviceFault> unread,
                boolean oldKeys) {
            this(seen, identity, unread, oldKeys, Optional.empty());
        }

        public Inspected withOldKeys() {
            return new Inspected(seen, identity, unread, true, written);
        }

        public Inspected with(Written read) {
            return new Inspected(seen, identity, unread, oldKeys, Optional.of(read));
        }
    }

    /// A medium of this site read with the site's keys.
    ///
    /// @param plan `door-tag@1`
    /// @param places empty if it is not as the site wrote it
    /// @param fault why not
    public record Written(String plan, List<PlaceRead> places, Optional<DeviceFault> fault) {
        public Written {
            places = List.copyOf(places);
        }
    }

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
