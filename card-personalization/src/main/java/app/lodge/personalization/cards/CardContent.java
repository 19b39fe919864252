package app.lodge.personalization.cards;

import app.lodge.core.keys.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The 40 bytes of the ID file before its 8 check bytes; numbers big-endian:
///
/// | bytes | what |
/// |---|---|
/// | 1 | layout, 1 |
/// | 8 | person |
/// | 2 | issue number |
/// | 1 | version of the site's card keys |
/// | 20 | site id, ASCII, zeros behind |
/// | 8 | zeros |
record CardContent(long person, int issueNumber, int keyVersion, String siteId) {

    static final int LENGTH = 40;
    static final int MAC_LENGTH = 8;

    /// Where eight bytes are zero but on operators' cards.
    static final int SPARE_AT = 32;

    private static final byte LAYOUT = 1;
    private static final int SITE_AT = 12;
    private static final int SITE_LENGTH = 20;

    byte[] encode() {
        byte[] site = Arrays.copyOf(siteId.getBytes(StandardCharsets.US_ASCII), SITE_LENGTH);
        return ByteBuffer.allocate(LENGTH)
                .put(LAYOUT)
                .putLong(person)
                .putShort((short) issueNumber)
                .put((byte) keyVersion)
                .put(site)
                .array();
    }

    static Optional<CardContent> decode(byte[] bytes) {
        if (bytes.length < LENGTH || bytes[0] != LAYOUT) {
            return Optional.empty();
        }
        var in = ByteBuffer.wrap(bytes, 1, LENGTH - 1);
        long person = in.getLong();
        int issue = in.getShort() & 0xFFFF;
        int version = in.get() & 0xFF;
        String site =
                new String(Bytes.slice(bytes, SITE_AT, SITE_LENGTH), StandardCharsets.US_ASCII);
        return Optional.of(new CardContent(person, issue, version, site.replace("\0", "")));
    }
}
