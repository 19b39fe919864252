package app.lodge.personalization.ultralight;

import java.util.Arrays;

/// Bits that are set for ever: locks in page 2, one-time bits in page 3.
///
/// @param page 2 or 3
/// @param bits four bytes; ones are set, zeros stay as they are
public record Burning(int page, byte[] bits) {

    public Burning {
        if (page != 2 && page != 3 || bits.length != UltralightType.PAGE) {
            throw new IllegalArgumentException(
                    "Page %d with %d bytes is never burnt".formatted(page, bits.length));
        }
        bits = bits.clone();
    }

    @Override
    public byte[] bits() {
        return bits.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Burning(int otherPage, byte[] otherBits)
                && page == otherPage
                && Arrays.equals(bits, otherBits);
    }

    @Override
    public int hashCode() {
        return 31 * page + Arrays.hashCode(bits);
    }
}
