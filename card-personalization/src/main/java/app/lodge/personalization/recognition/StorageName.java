package app.lodge.personalization.recognition;

import app.lodge.core.keys.Bytes;
import app.lodge.personalization.classic.ClassicSize;
import java.util.Arrays;
import java.util.Optional;

/// How a reader names a card without an own command set in its ATR (PC/SC part 3 §3.1.3.2.3 and the
/// supplemental document's table of card names).
sealed interface StorageName {

    record Classic(ClassicSize size) implements StorageName {}

    record Ultralight() implements StorageName {}

    /// MIFARE Plus before it was switched to AES, with the size of the Classic card that it plays.
    record Plus(ClassicSize size) implements StorageName {}

    record Other(int name) implements StorageName {}

    byte[] HEAD = Bytes.of(0x3B, 0x8F, 0x80, 0x01, 0x80, 0x4F, 0x0C, 0xA0, 0x00, 0x00, 0x03, 0x06);

    int NAME_AT = 13;

    /// @return empty if the ATR is that of a card with an own command set
    static Optional<StorageName> of(byte[] atr) {
        if (atr.length <= NAME_AT + 1 || !Arrays.equals(HEAD, Arrays.copyOf(atr, HEAD.length))) {
            return Optional.empty();
        }
        int name = (atr[NAME_AT] & 0xFF) << 8 | atr[NAME_AT + 1] & 0xFF;
        return Optional.of(
                switch (name) {
                    // FF and the SAK: how readers of ACS name what has no number of its own
                    case 0x0001, 0xFF08, 0xFF28, 0xFF88 -> new Classic(ClassicSize.ONE_K);
                    case 0x0002, 0xFF18 -> new Classic(ClassicSize.FOUR_K);
                    case 0x0026, 0xFF09 -> new Classic(ClassicSize.MINI);
                    case 0x0003, 0x003A, 0xFF00 -> new Ultralight();
                    case 0x0036, 0x0038 -> new Plus(ClassicSize.TWO_K);
                    case 0x0037, 0x0039 -> new Plus(ClassicSize.FOUR_K);
                    default -> new Other(name);
                });
    }
}
