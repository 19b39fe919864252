package app.lodge.personalization.encoding;

import app.lodge.core.books.Actor;
import app.lodge.core.keys.Bytes;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.CardKeys.KeySet;
import app.lodge.core.keys.ClassicTillKeys;
import app.lodge.core.media.Uid;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Keys of cards that cannot prove themselves and must be handed their key: MIFARE Classic, passwords
/// of pages. Each is grown for one chip and one sector, so that one card's loss is one card's.
public record StorageKeys(CardKeys keys, Actor actor, Uid uid, KeySet site) {

    static final int CLASSIC = 6;
    private static final int PASSWORD = 6;

    /// @param version of the site's keys, 1 to 255
    /// @param place `sector 1`
    public byte[] classic(int version, String purpose, String place) {
        byte[] label = ClassicTillKeys.label(purpose, place);
        return Arrays.copyOf(keys.contentMac(actor, uid, version, label), CLASSIC);
    }

    /// Four bytes of password and two of its acknowledgement.
    byte[] password(int version) {
        return Arrays.copyOf(grown(version, "pages password"), PASSWORD);
    }

    /// Ultralight C's sixteen bytes.
    byte[] tripleDes(int version) {
        return Bytes.join(grown(version, "pages key 1"), grown(version, "pages key 2"));
    }

    /// Plus' sixteen bytes.
    ///
    /// @param number of the key on the card
    byte[] plus(int version, int number) {
        String place = "plus %04X ".formatted(number);
        return Bytes.join(grown(version, place + 1), grown(version, place + 2));
    }

    /// Eight bytes.
    private byte[] grown(int version, String place) {
        byte[] label = ("storage key: " + place).getBytes(StandardCharsets.US_ASCII);
        return keys.contentMac(actor, uid, version, label);
    }
}
