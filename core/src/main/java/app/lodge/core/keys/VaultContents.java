package app.lodge.core.keys;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;

/// The keys themselves, in the clear: never leaves this package.
final class VaultContents {

    static final int KEY_LENGTH = 32;

    private static final byte LAYOUT = 1;
    private static final int LENGTH = 1 + 2 + 2 + 4 * KEY_LENGTH;

    final int generation;
    final int cardKeyVersion;
    final byte[] siteMaster;
    final byte[] database;
    final byte[] people;
    final byte[] seal;

    private VaultContents(
            int generation,
            int cardKeyVersion,
            byte[] siteMaster,
            byte[] database,
            byte[] people,
            byte[] seal) {
        this.generation = generation;
        this.cardKeyVersion = cardKeyVersion;
        this.siteMaster = siteMaster;
        this.database = database;
        this.people = people;
        this.seal = seal;
    }

    static VaultContents fresh(SecureRandom random) {
        return new VaultContents(1, 1, key(random), key(random), key(random), key(random));
    }

    private static byte[] key(SecureRandom random) {
        byte[] key = new byte[KEY_LENGTH];
        random.nextBytes(key);
        return key;
    }

    byte[] encode() {
        return ByteBuffer.allocate(LENGTH)
                .put(LAYOUT)
                .putShort((short) generation)
                .putShort((short) cardKeyVersion)
                .put(siteMaster)
                .put(database)
                .put(people)
                .put(seal)
                .array();
    }

    /// @throws IllegalArgumentException if the bytes are no contents of a vault
    static VaultContents decode(byte[] bytes) {
        if (bytes.length != LENGTH || bytes[0] != LAYOUT) {
            throw new IllegalArgumentException(
                    "Vault contents of %d bytes are not of layout %d"
                            .formatted(bytes.length, LAYOUT));
        }
        var in = ByteBuffer.wrap(bytes, 1, LENGTH - 1);
        return new VaultContents(
                in.getShort() & 0xFFFF,
                in.getShort() & 0xFFFF,
                take(in),
                take(in),
                take(in),
                take(in));
    }

    private static byte[] take(ByteBuffer in) {
        byte[] key = new byte[KEY_LENGTH];
        in.get(key);
        return key;
    }

    void wipe() {
        for (byte[] key : new byte[][] {siteMaster, database, people, seal}) {
            Arrays.fill(key, (byte) 0);
        }
    }
}
