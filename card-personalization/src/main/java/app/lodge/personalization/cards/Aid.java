package app.lodge.personalization.cards;

import app.lodge.core.keys.Bytes;
import java.util.HexFormat;

/// Application identifiers: six upper-case hex digits, most significant byte first.
final class Aid {

    /// The card itself.
    static final String CARD = "000000";

    private Aid() {}

    /// As it goes over the wire: least significant byte first.
    static byte[] wire(String aid) {
        byte[] written = HexFormat.of().parseHex(aid);
        return Bytes.of(written[2], written[1], written[0]);
    }
}
