package app.lodge.personalization.classic;

import app.lodge.core.keys.Bytes;
import java.util.Arrays;
import java.util.Optional;

/// A number that a card itself raises and lowers (MF1S50yyX_V1 §8.6.2.1): three times the value, once
/// inverted, and four times the address.
///
/// @param value -2147483648 to 2147483647
/// @param address 0 to 255; free for use, by custom the block of the backup
public record ValueBlock(int value, int address) {

    public ValueBlock {
        if (address < 0 || address > 0xFF) {
            throw new IllegalArgumentException("Address %d is outside 0 to 255".formatted(address));
        }
    }

    public byte[] encode() {
        byte[] plain = Bytes.littleEndian(value & 0xFFFF_FFFFL, 4);
        byte[] inverted = Bytes.littleEndian(~value & 0xFFFF_FFFFL, 4);
        int mirror = ~address & 0xFF;
        return Bytes.join(plain, inverted, plain, Bytes.of(address, mirror, address, mirror));
    }

    /// Wraps around at the ends, as the chip does.
    ValueBlock plus(int by) {
        return new ValueBlock(value + by, address);
    }

    /// @return empty if the block holds no number, or a torn one
    public static Optional<ValueBlock> decode(byte[] block) {
        if (block.length != ClassicSize.BLOCK) {
            throw new IllegalArgumentException("A block is 16 bytes, not " + block.length);
        }
        var found = new ValueBlock((int) Bytes.littleEndian(block, 0, 4), block[12] & 0xFF);
        return Arrays.equals(found.encode(), block) ? Optional.of(found) : Optional.empty();
    }
}
