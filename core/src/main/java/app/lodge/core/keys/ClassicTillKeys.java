package app.lodge.core.keys;

import app.lodge.core.media.Uid;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a payment point needs to read and debit the purse of one MIFARE Classic card: key A of its
/// sectors, of the newest card key version and the one before (CHAIN-11, CHAIN-14). No key B, which
/// raises values, and no other card's: this cipher gives its keys away, so a point gets as few as can be.
public final class ClassicTillKeys {

    private static final byte LAYOUT = 2;
    private static final int KEY = 6;

    /// Sectors of the purse on a Classic 1K.
    private static final int FIRST_SECTOR = 5;

    private static final int SECTORS = 11;

    private final byte[][] keys;

    private ClassicTillKeys(byte[][] keys) {
        this.keys = keys;
    }

    /// Whose check bytes a card's key is, cut to its length. See {@link CardKeys#contentMac}.
    public static byte[] label(String purpose, String place) {
        return "storage key: %s %s".formatted(purpose, place).getBytes(StandardCharsets.US_ASCII);
    }

    /// In clear: 1 layout, then for each version, the newest first, 6 bytes for each sector.
    ///
    /// @param content the purpose of check bytes of cards' contents
    static byte[] seal(
            CardSecrets secrets, String content, int version, Uid uid, PublicKey terminal) {
        int oldest = Math.max(1, version - 1);
        var out = ByteBuffer.allocate(1 + (version - oldest + 1) * SECTORS * KEY);
        out.put(LAYOUT);
        for (int each = version; each >= oldest; each--) {
            byte[] key = secrets.master(each).cardKey(content, 0, each, uid);
            var cipher = BlockCipher.aes(key);
            for (int sector = FIRST_SECTOR; sector < FIRST_SECTOR + SECTORS; sector++) {
                byte[] input = Bytes.join(uid.bytes(), label("read", "sector " + sector));
                out.put(cipher.cmac(input), 0, KEY);
            }
            Arrays.fill(key, (byte) 0);
        }
        try {
            return SealedBox.seal(terminal, out.array());
        } finally {
            Arrays.fill(out.array(), (byte) 0);
        }
    }

    /// @throws IllegalArgumentException if it was sealed to another terminal, or changed
    public static ClassicTillKeys open(byte[] sealed, PrivateKey own) {
        byte[] plain = SealedBox.open(own, sealed);
        try {
            var in = ByteBuffer.wrap(plain);
            if (in.get() != LAYOUT || in.remaining() % (SECTORS * KEY) != 0) {
                throw new IllegalArgumentException("These keys are not of layout " + LAYOUT);
            }
            var keys = new byte[in.remaining() / KEY][KEY];
            for (byte[] key : keys) {
                in.get(key);
            }
            return new ClassicTillKeys(keys);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("These keys are cut short", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /// Key A of a sector, the newest version's first; empty outside of the purse.
    public List<byte[]> of(int sector) {
        int at = sector - FIRST_SECTOR;
        var found = new ArrayList<byte[]>();
        for (int i = at; at >= 0 && at < SECTORS && i < keys.length; i += SECTORS) {
            found.add(keys[i].clone());
        }
        return found;
    }

    @Override
    public String toString() {
        return "ClassicTillKeys[***]";
    }
}
