package app.lodge.core.keys;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// One custodian's share of a master key, as it stands on paper (CHAIN-07). Its text:
///
/// | bytes | what |
/// |---|---|
/// | 1 | layout, 1 |
/// | 2 | set: random, the same on all shares that were made together |
/// | 2, 1, 1, 1 | generation of the key, its first version, the version in use, how card keys grow from it |
/// | 1, 1, 1 | threshold, count, this share's number |
/// | 5 | check value of the key |
/// | 1, n | site id's length and ASCII letters |
/// | 32 | the share proper |
/// | 4 | SHA-256 of all before, shortened |
///
/// written by {@link ShareGroups}. `toString` says nothing secret.
public final class KeyShare implements AutoCloseable {

    private static final byte LAYOUT = 1;
    private static final int CHECK_VALUE = 5;
    private static final int DIGEST = 4;
    private static final int FIXED = 1 + 2 + 5 + 3 + CHECK_VALUE + 1;
    private static final int SHARE = VaultContents.KEY_LENGTH;

    private final Label label;
    private final HeldKey share;

    /// @param share wiped here
    KeyShare(Label label, byte[] share) {
        this.label = label;
        this.share = HeldKey.taking(share);
    }

    /// What a share says of itself, none of it secret.
    ///
    /// @param set four hex digits
    /// @param generation of the master key
    /// @param firstVersion of card keys that grow from it
    /// @param version that new cards got when the share was made
    /// @param checkValue of the master key, ten hex digits
    public record Label(
            String siteId,
            String set,
            int generation,
            int firstVersion,
            int version,
            int derivation,
            int threshold,
            int count,
            int number,
            String checkValue) {

        /// Whether both are shares of one set.
        public boolean sameSet(Label other) {
            return at(1).equals(other.at(1));
        }

        Label at(int place) {
            return new Label(
                    siteId,
                    set,
                    generation,
                    firstVersion,
                    version,
                    derivation,
                    threshold,
                    count,
                    place,
                    checkValue);
        }
    }

    public sealed interface Reading {

        record Read(KeyShare share) implements Reading {}

        /// @param groups that were mistyped, from 1
        record Mistyped(List<Integer> groups) implements Reading {}

        /// Groups are missing or too many, or it is no share.
        ///
        /// @param groups how many were typed
        record NoShare(int groups) implements Reading {}
    }

    public Label label() {
        return label;
    }

    /// The caller wipes it.
    byte[] bytes() {
        return share.copy();
    }

    /// In groups parted by spaces; the caller wipes it.
    public char[] text() {
        byte[] site = label.siteId().getBytes(StandardCharsets.US_ASCII);
        byte[] part = share.copy();
        byte[] body =
                ByteBuffer.allocate(FIXED + site.length + SHARE)
                        .put(LAYOUT)
                        .put(HexFormat.of().parseHex(label.set()))
                        .putShort((short) label.generation())
                        .put((byte) label.firstVersion())
                        .put((byte) label.version())
                        .put((byte) label.derivation())
                        .put((byte) label.threshold())
                        .put((byte) label.count())
                        .put((byte) label.number())
                        .put(HexFormat.of().parseHex(label.checkValue()))
                        .put((byte) site.length)
                        .put(site)
                        .put(part)
                        .array();
        Arrays.fill(part, (byte) 0);
        byte[] whole = Bytes.join(body, digest(body));
        try {
            return ShareGroups.write(whole);
        } finally {
            Arrays.fill(body, (byte) 0);
            Arrays.fill(whole, (byte) 0);
        }
    }

    /// @param typed the caller wipes it
    public static Reading read(char[] typed) {
        var groups = ShareGroups.read(typed);
        try {
            if (!groups.wrong().isEmpty()) {
                return new Reading.Mistyped(groups.wrong());
            }
            return decode(groups.bytes());
        } finally {
            Arrays.fill(groups.bytes(), (byte) 0);
        }
    }

    private static Reading decode(byte[] bytes) {
        var none = new Reading.NoShare(ShareGroups.groups(bytes.length));
        var in = ByteBuffer.wrap(bytes);
        try {
            if (in.get() != LAYOUT) {
                return none;
            }
            var set = HexFormat.of().formatHex(take(in, 2));
            int generation = in.getShort() & 0xFFFF;
            int first = in.get() & 0xFF;
            int version = in.get() & 0xFF;
            int derivation = in.get();
            int threshold = in.get() & 0xFF;
            int count = in.get() & 0xFF;
            int number = in.get() & 0xFF;
            var check = HexFormat.of().withUpperCase().formatHex(take(in, CHECK_VALUE));
            var site = new String(take(in, in.get() & 0xFF), StandardCharsets.US_ASCII);
            byte[] share = take(in, SHARE);
            int length = in.position();
            byte[] said = take(in, DIGEST);
            byte[] body = Arrays.copyOf(bytes, length);
            try {
                if (!Arrays.equals(said, digest(body))
                        || ShareGroups.groups(length + DIGEST) != none.groups()
                        || threshold < 2
                        || number < 1
                        || number > count) {
                    Arrays.fill(share, (byte) 0);
                    return none;
                }
            } finally {
                Arrays.fill(body, (byte) 0);
            }
            return new Reading.Read(
                    new KeyShare(
                            new Label(
                                    site,
                                    set,
                                    generation,
                                    first,
                                    version,
                                    derivation,
                                    threshold,
                                    count,
                                    number,
                                    check),
                            share));
        } catch (BufferUnderflowException e) {
            return none;
        }
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static byte[] digest(byte[] body) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(body), DIGEST);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /// Wipes the share.
    @Override
    public void close() {
        share.wipe();
    }

    @Override
    public String toString() {
        return "KeyShare[" + label + ", ***]";
    }
}
