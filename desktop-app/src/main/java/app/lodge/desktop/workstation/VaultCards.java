package app.lodge.desktop.workstation;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.HeldKey;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.VaultCardKeys;
import app.lodge.core.media.Uid;
import app.lodge.core.site.Home;
import app.lodge.core.site.SiteException;
import app.lodge.core.site.UnlockSeal;
import app.lodge.personalization.cards.UnlockCard;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/// Operators' cards that open the vault of this machine's site (CHAIN-07), at one of its readers.
public final class VaultCards {

    private static final Duration FOR_A_CARD = Duration.ofSeconds(60);
    private static final int KEY = 32;

    private final DeskReaders readers;
    private final String readerName;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public VaultCards(DeskReaders readers, String readerName, InstantSource clock) {
        this.readers = readers;
        this.readerName = readerName;
        this.clock = clock;
    }

    /// The chip on the reader.
    public Uid identify() throws DeviceException {
        try (var reader = readers.open(readerName)) {
            return opening().identify(reader);
        }
    }

    private static UnlockCard opening() {
        return new UnlockCard(Actor.system("vault-opening"), FOR_A_CARD);
    }

    /// Writes an operator's card so that it opens the home together with its PIN; what it carried for this before is gone.
    /// Torn off, it opens nothing until it is written again.
    ///
    /// @param home with its unlock secret at hand, or as an operator opened it
    /// @param pin the caller wipes it
    /// @param cost of one try of a PIN
    public void write(
            Actor actor, CardKeys site, Home home, String operator, char[] pin, KdfCost cost)
            throws DeviceException, SiteException {
        var key = HeldKey.taking(fresh(KEY));
        byte[] half = fresh(UnlockCard.HALF);
        var card = new UnlockCard(actor, FOR_A_CARD);
        try (var reader = readers.open(readerName)) {
            var uid = card.identify(reader);
            card.write(reader, site, VaultCardKeys.growing(key, clock), half);
            UnlockSeal.addCard(home, operator, uid, key, half, pin, cost);
        } finally {
            Arrays.fill(half, (byte) 0);
        }
    }

    /// The home as the card on the reader opened it; empty if the PIN is wrong.
    ///
    /// @param pin the caller wipes it
    /// @throws DeviceException with UnknownCard if the card opens no vault, or another site's
    public Optional<Home> open(Home home, char[] pin) throws DeviceException, SiteException {
        var card = opening();
        try (var reader = readers.open(readerName)) {
            var uid = card.identify(reader);
            var key =
                    UnlockSeal.keyFor(home, uid)
                            .orElseThrow(() ->
                                    new DeviceException(
                                            new DeviceFault.UnknownCard("opens no vault here")));
            byte[] half = card.read(reader, VaultCardKeys.growing(key, clock));
            try {
                return UnlockSeal.openByCard(home, uid, half, pin);
            } finally {
                Arrays.fill(half, (byte) 0);
            }
        }
    }

    private byte[] fresh(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
