package app.lodge.personalization.issuing;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.Media;
import app.lodge.core.media.Media.RenewOutcome;
import app.lodge.core.media.Medium;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.CardNumber;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.DesfireTalk;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.cards.StorageLink;
import app.lodge.personalization.encoding.MediumEncoder;
import java.time.Duration;
import java.util.Optional;

/// Gives a live card the newest version of the site's keys, without a new card (CHAIN-07). The card
/// must open to the site's keys of some version first. Torn off at any moment, it is finished by the
/// next try; the books are told last, once it is proven.
public final class KeyRenewal {

    private final CardKeys keys;
    private final Media media;

    private final EncodingPlans plans;

    public KeyRenewal(CardKeys keys, Media media, EncodingPlans plans) {
        this.keys = keys;
        this.media = media;
        this.plans = plans;
    }

    /// @throws DeviceException if the card went away or did not open; put it back and try again
    public Renewal renew(Actor actor, RequestId request, CardReader reader, Duration wait)
            throws DeviceException {
        var uid = uid(actor, reader, wait);
        var known = media.withUid(actor, uid);
        if (known.isEmpty()) {
            return new Renewal.NotOurs(uid);
        }
        Medium medium = known.get();
        int version = keys.keySet(actor).version();
        if (medium.keyVersion() == version) {
            return new Renewal.UpToDate(medium);
        }
        var number = new CardNumber(medium.holder().number(), medium.issueNumber());
        var facts = Optional.of(CardFacts.of(number));
        // the plan that it was made by; cards older than plans have the ID that ships
        var plan = plans.of(actor, medium.id()).orElseGet(ShippedPlans::lodgeId);
        var encoder = MediumEncoder.of(keys, plan);
        encoder.identify(actor, reader, wait);
        encoder.encode(actor, reader, wait, uid, facts, Step.Log.none());
        encoder.verify(actor, reader, wait, uid, facts);
        return switch (media.renewed(actor, request, medium.id(), uid, version)) {
            case RenewOutcome.Renewed(var now) -> new Renewal.Renewed(now);
            case RenewOutcome.NotPossible(var state) -> new Renewal.NotLive(state);
        };
    }

    private Uid uid(Actor actor, CardReader reader, Duration wait) throws DeviceException {
        try (var link = reader.connect(wait)) {
            var shown = Uid.of(new StorageLink(link).uid().orRefuse("GetUID"));
            return shown.madeUp() ? DesfireTalk.on(link, keys, actor).uid() : shown;
        }
    }
}
