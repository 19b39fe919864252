package app.lodge.core.keys;

import app.lodge.core.keys.CardMaster.Derivation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The keys themselves, in the clear: never leaves this package.
///
/// Layout 2, numbers big-endian: 1 layout; 2 version of card keys that the vault was made with; 32 each
/// for the database, people, seals; 1 count of master keys, each 2 generation, 1 first version,
/// 1 derivation, 1 and n site id, 1 place (0 here: 32 key; 1 token: 1 and n name). Layout 1 had one
/// master key of generation 1.
///
/// @param masters by first version; at least one
record VaultContents(
        int cardKeyVersion,
        List<CardMaster> masters,
        HeldKey database,
        HeldKey people,
        HeldKey seal) {

    static final int KEY_LENGTH = 32;

    private static final byte LAYOUT_1 = 1;
    private static final byte LAYOUT = 2;
    private static final int MOST = 4096;
    private static final byte HERE = 0;
    private static final byte TOKEN = 1;

    VaultContents {
        masters = List.copyOf(masters);
    }

    static VaultContents fresh(String siteId, SecureRandom random) {
        var master =
                new CardMaster(1, 1, Derivation.HKDF, siteId, new MasterPlace.InVault(key(random)));
        return new VaultContents(1, List.of(master), key(random), key(random), key(random));
    }

    static HeldKey key(SecureRandom random) {
        byte[] key = new byte[KEY_LENGTH];
        random.nextBytes(key);
        return HeldKey.taking(key);
    }

    /// The generation that a version of card keys grows from. Where an earlier generation was lost, its
    /// versions grow from the first that is left: its cards then refuse the key, as a stranger's do.
    CardMaster master(int version) {
        return masters.stream()
                .filter(one -> one.firstVersion() <= version)
                .reduce((_, later) -> later)
                .orElseGet(masters::getFirst);
    }

    VaultContents with(List<CardMaster> others) {
        return new VaultContents(cardKeyVersion, others, database, people, seal);
    }

    byte[] encode() {
        var out = ByteBuffer.allocate(MOST).put(LAYOUT).putShort((short) cardKeyVersion);
        List.of(database, people, seal).forEach(key -> put(out, key));
        out.put((byte) masters.size());
        for (var one : masters) {
            out.putShort((short) one.generation());
            out.put((byte) one.firstVersion()).put((byte) one.derivation().code);
            put(out, one.siteId());
            switch (one.place()) {
                case MasterPlace.InVault(HeldKey key) -> put(out.put(HERE), key);
                case MasterPlace.InToken(_, String name) -> put(out.put(TOKEN), name);
            }
        }
        byte[] whole = out.array();
        try {
            return Arrays.copyOf(whole, out.position());
        } finally {
            Arrays.fill(whole, (byte) 0);
        }
    }

    /// @param siteId of the vault
    /// @param token where keys lie that are not in the file
    /// @throws IllegalArgumentException if the bytes are no contents of a vault
    static VaultContents decode(byte[] bytes, String siteId, KeyToken token) {
        var in = ByteBuffer.wrap(bytes);
        byte layout = in.get();
        if (layout == LAYOUT_1) {
            int generation = in.getShort() & 0xFFFF;
            int version = in.getShort() & 0xFFFF;
            var place = new MasterPlace.InVault(take(in));
            var master = new CardMaster(generation, 1, Derivation.HKDF, siteId, place);
            return ended(
                    in, new VaultContents(version, List.of(master), take(in), take(in), take(in)));
        }
        if (layout != LAYOUT) {
            throw new IllegalArgumentException(
                    "Vault contents of %d bytes are not of layout %d"
                            .formatted(bytes.length, LAYOUT));
        }
        int version = in.getShort() & 0xFFFF;
        var database = take(in);
        var people = take(in);
        var seal = take(in);
        var masters = new ArrayList<CardMaster>();
        for (int left = in.get(); left > 0; left--) {
            masters.add(
                    new CardMaster(
                            in.getShort() & 0xFFFF,
                            in.get() & 0xFF,
                            Derivation.of(in.get()),
                            text(in),
                            in.get() == HERE
                                    ? new MasterPlace.InVault(take(in))
                                    : new MasterPlace.InToken(token, text(in))));
        }
        return ended(in, new VaultContents(version, masters, database, people, seal));
    }

    private static VaultContents ended(ByteBuffer in, VaultContents read) {
        if (in.hasRemaining()) {
            throw new IllegalArgumentException(in.remaining() + " bytes too many");
        }
        return read;
    }

    private static void put(ByteBuffer out, String text) {
        byte[] letters = text.getBytes(StandardCharsets.US_ASCII);
        out.put((byte) letters.length).put(letters);
    }

    private static void put(ByteBuffer out, HeldKey key) {
        byte[] copy = key.copy();
        out.put(copy);
        Arrays.fill(copy, (byte) 0);
    }

    private static String text(ByteBuffer in) {
        byte[] letters = new byte[in.get() & 0xFF];
        in.get(letters);
        return new String(letters, StandardCharsets.US_ASCII);
    }

    private static HeldKey take(ByteBuffer in) {
        byte[] key = new byte[KEY_LENGTH];
        in.get(key);
        return HeldKey.taking(key);
    }

    void wipe() {
        masters.forEach(one -> one.place().wipe());
        List.of(database, people, seal).forEach(HeldKey::wipe);
    }

    @Override
    public String toString() {
        return "VaultContents[***]";
    }
}
