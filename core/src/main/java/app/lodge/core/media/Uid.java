package app.lodge.core.media;

import app.lodge.core.books.Identifier;
import java.util.HexFormat;

/// A chip's unique number as the card sends it: 4, 7 or 10 bytes (ISO/IEC 14443-3) or 8 (1-Wire
/// ROM), most significant byte as sent, upper-case hex.
public record Uid(String hex) implements Identifier {

    public Uid {
        if (!hex.matches("([0-9A-F]{2}){4,10}")) {
            throw new IllegalArgumentException(
                    "UID '%s' must be 4 to 10 bytes in upper-case hex".formatted(hex));
        }
    }

    public static Uid of(byte[] bytes) {
        return new Uid(HexFormat.of().withUpperCase().formatHex(bytes));
    }

    /// Whether the chip made it up for this once: four bytes from 08 on (ISO/IEC 14443-3 §6.5.4).
    public boolean madeUp() {
        return hex.length() == 8 && hex.startsWith("08");
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
