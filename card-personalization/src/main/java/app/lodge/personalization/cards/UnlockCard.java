package app.lodge.personalization.cards;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.CardKey;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.Uid;
import app.lodge.core.operators.OperatorCards;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;

/// The half of a secret that an operator's card carries, so that the vault opens with card and PIN
/// (CHAIN-07): 32 bytes in an application of their own, enciphered on their way and readable with a key
/// that only the site's machine has. The vault's own keys cannot be asked for it: they are what it opens.
public final class UnlockCard {

    /// `LOV`: Lodge opens its vault.
    static final String APPLICATION = "4C4F56";

    /// Bytes of the half.
    public static final int HALF = 32;

    /// Lists freely; makes files, deletes and changes keys with the master key only.
    private static final int SETTINGS = 0x0B;

    private static final int SLOTS = 2;
    private static final int READ = 1;
    private static final int FILE = 1;
    private static final FileRights RIGHTS =
            new FileRights(READ, 0, FileRights.NEVER, FileRights.NEVER);

    private final Actor actor;
    private final Duration wait;

    public UnlockCard(Actor actor, Duration wait) {
        this.actor = actor;
        this.wait = wait;
    }

    /// Writes a half on an operator's card, over whatever the card held of it before, and reads it back.
    ///
    /// @param site what the card's own master key is asked of
    /// @param own keys that grow from the machine's key for this card
    public void write(CardReader reader, CardKeys site, CardKeys own, byte[] half)
            throws DeviceException {
        try (var link = reader.connect(wait)) {
            if (!DesfireTalk.on(link, site, actor).select(OperatorCards.APPLICATION)) {
                throw new DeviceException(new DeviceFault.UnknownCard("no operator's card"));
            }
            var card = new ApplicationKeys(link, site, actor, APPLICATION, SLOTS);
            card.remove();
            card.make(SETTINGS);
            var keys = new ApplicationKeys(link, own, actor, APPLICATION, SLOTS);
            var files = keys.files();
            files.createStandard(FILE, CommMode.FULL, RIGHTS, HALF);
            files.writeData(FILE, CommMode.FULL, 0, half);
            keys.changeOthers();
            keys.changeMaster();
            keys.verify();
        }
        byte[] held = read(reader, own);
        if (!MessageDigest.isEqual(held, half)) {
            throw new DeviceException(new DeviceFault.VerifyMismatch("content"));
        }
        Arrays.fill(held, (byte) 0);
    }

    /// The chip on the reader, which says whose card it is.
    public Uid identify(CardReader reader) throws DeviceException {
        try (var link = reader.connect(wait)) {
            return Chip.shown(new DesfireLink(link)).uid();
        }
    }

    /// The half; the caller wipes it.
    ///
    /// @throws DeviceException with UnknownCard if the card opens no vault, KeyRefused if it opens another
    public byte[] read(CardReader reader, CardKeys own) throws DeviceException {
        try (var link = reader.connect(wait)) {
            var talk = DesfireTalk.on(link, own, actor);
            if (!talk.select(APPLICATION)) {
                throw new DeviceException(new DeviceFault.UnknownCard("opens no vault"));
            }
            int version = own.keySet(actor).version();
            return talk.open(new CardKey.Site(APPLICATION, READ, version))
                    .readData(FILE, CommMode.FULL, 0, HALF);
        }
    }
}
