package app.lodge.personalization.cards;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Role;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.VaultCardKeys;
import app.lodge.core.keys.VaultException;
import app.lodge.core.media.Uid;
import app.lodge.personalization.virtual.InProcessReader;
import app.lodge.personalization.virtual.VirtualDesfire;
import app.lodge.personalization.virtual.VirtualDesfire.Generation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;

/// A site's vault, an encoder and a reader in memory.
public final class CardDesk {

    public static final Actor CLERK = new Actor(3, "clerk", Role.CLERK, "desk");
    public static final Uid UID = new Uid("04A1B2C3D4E5F6");
    public static final CardNumber NUMBER = new CardNumber(1234, 2);
    public static final Duration SOON = Duration.ofMillis(50);

    private static final byte[] SECRET = {1};

    /// Version of the site's card keys that new cards get.
    public int keyVersion = 1;

    public final CardKeys keys;
    public final DesfireEncoder encoder;
    public final InProcessReader reader = new InProcessReader("desk reader");

    /// Over the vault that lies in the folder, or a new one.
    public CardDesk(Path folder, String siteId) throws VaultException {
        var file = folder.resolve(siteId + ".lodge");
        var vault =
                Files.exists(file)
                        ? KeyVault.open(file, SECRET)
                        : KeyVault.create(file, SECRET, siteId, new KdfCost(64, 1, 1));
        keys = VaultCardKeys.over(vault, InstantSource.system(), () -> keyVersion);
        encoder = new DesfireEncoder(keys);
    }

    public static VirtualDesfire blank() {
        return VirtualDesfire.blank(Generation.EV2, UID, new Random(42));
    }
}
