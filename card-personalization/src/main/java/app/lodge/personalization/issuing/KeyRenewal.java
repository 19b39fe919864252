package app.lodge.personalization.issuing;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.Media;
import app.lodge.core.media.Media.RenewOutcome;
import app.lodge.core.media.Medium;
import app.lodge.personalization.cards.CardNumber;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.DesfireEncoder;
import java.time.Duration;

/// Gives a live card the newest version of the site's keys, without a new card (CHAIN-07). The card
/// must open to the site's keys of some version first. Torn off at any moment, it is finished by the
/// next try; the books are told last, once it is proven.
public final class KeyRenewal {

    private final DesfireEncoder encoder;
    private final CardKeys keys;
    private final Media media;

    public KeyRenewal(CardKeys keys, Media media) {
        this.encoder = new DesfireEncoder(keys);
        this.keys = keys;
        this.media = media;
    }

    /// @throws DeviceException if the card went away or did not open; put it back and try again
    public Renewal renew(Actor actor, RequestId request, CardReader reader, Duration wait)
            throws DeviceException {
        var chip = encoder.identify(actor, reader, wait);
        var known = media.withUid(actor, chip.uid());
        if (known.isEmpty()) {
            return new Renewal.NotOurs(chip.uid());
        }
        Medium medium = known.get();
        int version = keys.keySet(actor).version();
        if (medium.keyVersion() == version) {
            return new Renewal.UpToDate(medium);
        }
        var number = new CardNumber(medium.holder().number(), medium.issueNumber());
        encoder.encode(actor, reader, wait, chip.uid(), number);
        encoder.verify(actor, reader, wait, chip.uid(), number);
        return switch (media.renewed(actor, request, medium.id(), chip.uid(), version)) {
            case RenewOutcome.Renewed(var now) -> new Renewal.Renewed(now);
            case RenewOutcome.NotPossible(var state) -> new Renewal.NotLive(state);
        };
    }
}
