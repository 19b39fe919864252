package app.lodge.personalization.encoding;

import app.lodge.core.books.Actor;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.CardKeys.KeySet;
import app.lodge.core.media.Uid;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Keys of cards that cannot prove themselves and must be handed their key: MIFARE Classic, passwords
/// of pages. Each is grown for one chip and one sector, so that one card's loss is one card's.
public record StorageKeys(CardKeys keys, Actor actor, Uid uid, KeySet site) {

    static final int CLASSIC = 6;

    /// @param version of the site's keys, 1 to 255
    /// @param place `sector 1`
    public byte[] classic(int version, String purpose, String place) {
        byte[] label =
                "storage key: %s %s".formatted(purpose, place).getBytes(StandardCharsets.US_ASCII);
        return Arrays.copyOf(keys.contentMac(actor, uid, version, label), CLASSIC);
    }
}
