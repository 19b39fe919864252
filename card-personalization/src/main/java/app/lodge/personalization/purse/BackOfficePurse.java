package app.lodge.personalization.purse;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.CardKeys.KeySet;
import app.lodge.core.media.Uid;
import app.lodge.core.purse.PurseChange;
import app.lodge.core.purse.PurseOnCard;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.StorageLink;
import app.lodge.personalization.classic.AccessBits.Key;
import app.lodge.personalization.encoding.StorageKeys;
import app.lodge.personalization.recognition.Recogniser;
import java.time.Duration;
import java.util.List;

/// The purse of whatever card lies on the reader, with the back office's keys.
final class BackOfficePurse {

    private final DesfirePurse desfire;
    private final ClassicPurse classic;

    BackOfficePurse(CardKeys keys) {
        this.desfire = new DesfirePurse(keys);
        this.classic = classic(keys);
    }

    /// With both keys of every sector, of the site's present version or the one before.
    static ClassicPurse classic(CardKeys keys) {
        return new ClassicPurse(
                keys,
                (actor, uid, sector, which) -> {
                    var site = keys.keySet(actor);
                    var present = key(keys, actor, uid, site, site.version(), sector, which);
                    return site.version() == 1
                            ? List.of(present)
                            : List.of(
                                    present,
                                    key(keys, actor, uid, site, site.version() - 1, sector, which));
                });
    }

    private static byte[] key(
            CardKeys keys, Actor actor, Uid uid, KeySet site, int version, int sector, Key which) {
        return new StorageKeys(keys, actor, uid, site)
                .classic(version, which == Key.A ? "read" : "write", "sector " + sector);
    }

    static boolean onClassic(CardReader reader, Duration wait) throws DeviceException {
        try (var link = reader.connect(wait)) {
            return ClassicPurse.fits(Recogniser.classic(link.atr()));
        }
    }

    PurseOnCard look(Actor actor, CardReader reader, Duration wait) throws DeviceException {
        if (!onClassic(reader, wait)) {
            return desfire.look(actor, reader, wait);
        }
        Uid uid;
        try (var link = reader.connect(wait)) {
            uid = Uid.of(new StorageLink(link).uid().orRefuse("GetUID"));
        }
        return classic.look(actor, reader, wait, uid);
    }

    PurseOutcome change(Actor actor, CardReader reader, Duration wait, Uid uid, PurseChange change)
            throws DeviceException {
        return onClassic(reader, wait)
                ? classic.change(actor, reader, wait, uid, change)
                : desfire.change(actor, reader, wait, uid, change);
    }
}
