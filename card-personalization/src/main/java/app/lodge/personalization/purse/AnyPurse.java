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

/// The purse of whatever card lies on the reader, with the keys of the back office or of a terminal.
public final class AnyPurse {

    private final DesfirePurse desfire;
    private final ClassicPurse classic;

    private AnyPurse(CardKeys keys, ClassicPurse classic) {
        this.desfire = new DesfirePurse(keys);
        this.classic = classic;
    }

    static AnyPurse ofOffice(CardKeys keys) {
        return new AnyPurse(keys, classic(keys));
    }

    /// @param sectors keys A of Classic cards, as far as the terminal has them
    public static AnyPurse ofTerminal(CardKeys keys, ClassicPurse.SectorKeys sectors) {
        return new AnyPurse(keys, new ClassicPurse(keys, sectors));
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

    /// Whether the card on the reader is a Classic, whose cipher is broken.
    public static boolean onClassic(CardReader reader, Duration wait) throws DeviceException {
        try (var link = reader.connect(wait)) {
            return ClassicPurse.fits(Recogniser.classic(link.atr()));
        }
    }

    public PurseOnCard look(Actor actor, CardReader reader, Duration wait) throws DeviceException {
        if (!onClassic(reader, wait)) {
            return desfire.look(actor, reader, wait);
        }
        return classic.look(actor, reader, wait, classicUid(reader, wait));
    }

    /// The chip of a Classic on the reader.
    public static Uid classicUid(CardReader reader, Duration wait) throws DeviceException {
        try (var link = reader.connect(wait)) {
            return Uid.of(new StorageLink(link).uid().orRefuse("GetUID"));
        }
    }

    public PurseOutcome change(
            Actor actor, CardReader reader, Duration wait, Uid uid, PurseChange change)
            throws DeviceException {
        return onClassic(reader, wait)
                ? classic.change(actor, reader, wait, uid, change)
                : desfire.change(actor, reader, wait, uid, change);
    }
}
