package app.lodge.core.media;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A chip's number as some reader, till or card prints it. Makers agree on nothing: order of the
/// bytes, base, width and how much is left out differ.
///
/// @param text as printed, `123,04711`
public record PrintedNumber(Form form, String text) {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /// Bytes of a proximity card's number as Wiegand's 26 bits carry them: one of facility, two of card.
    static final int WIEGAND = 3;

    private static final int WORDS = 4;
    private static final int EM4100 = 5;

    /// How it is written.
    public enum Form {
        /// As the card sends it.
        HEX,
        HEX_REVERSED,
        /// Ten digits or more, with zeros before.
        DECIMAL,
        DECIMAL_REVERSED,
        /// Facility 0 to 255 and card 0 to 65535 of the last three bytes, as on EM4100 media.
        WIEGAND_26,
        /// The same of the first three bytes, last sent first: how most MIFARE readers do it.
        WIEGAND_26_REVERSED,
        /// The low four of an EM4100's five bytes, ten digits.
        EM_DECIMAL,
        /// The last three bytes in eight digits.
        LOW_DECIMAL,
        /// The last four bytes as two words of five digits.
        WORDS,
        WORDS_REVERSED,
        /// Hex with the bits of each byte the other way round, as some 125 kHz readers hear them.
        BITS_MIRRORED;

        /// Whether few readers print it so.
        public boolean rare() {
            return compareTo(EM_DECIMAL) > 0;
        }
    }

    /// All that may be printed for one chip.
    public static List<PrintedNumber> of(Uid uid) {
        byte[] sent = uid.bytes();
        byte[] reversed = reversed(sent);
        List<PrintedNumber> all = new ArrayList<>();
        all.add(new PrintedNumber(Form.HEX, HEX.formatHex(sent)));
        all.add(new PrintedNumber(Form.HEX_REVERSED, HEX.formatHex(reversed)));
        all.add(new PrintedNumber(Form.DECIMAL, decimal(sent)));
        all.add(new PrintedNumber(Form.DECIMAL_REVERSED, decimal(reversed)));
        all.add(new PrintedNumber(Form.WIEGAND_26, wiegand(sent)));
        all.add(new PrintedNumber(Form.WIEGAND_26_REVERSED, wiegand(reversed)));
        all.add(new PrintedNumber(Form.LOW_DECIMAL, "%08d".formatted(low(sent, WIEGAND))));
        all.add(new PrintedNumber(Form.WORDS, words(sent)));
        all.add(new PrintedNumber(Form.WORDS_REVERSED, words(reversed)));
        if (sent.length == EM4100) {
            all.add(new PrintedNumber(Form.BITS_MIRRORED, HEX.formatHex(mirrored(sent))));
            all.add(new PrintedNumber(Form.EM_DECIMAL, "%010d".formatted(low(sent, WORDS))));
        }
        return List.copyOf(all);
    }

    private static String decimal(byte[] bytes) {
        return "%010d".formatted(new BigInteger(1, bytes));
    }

    /// The last bytes as a number.
    private static long low(byte[] bytes, int count) {
        return new BigInteger(1, bytes).longValue() & (1L << 8 * count) - 1;
    }

    private static String words(byte[] bytes) {
        long four = low(bytes, WORDS);
        return "%05d,%05d".formatted(four >> 16, four & 0xFFFF);
    }

    static byte[] mirrored(byte[] bytes) {
        var mirrored = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            mirrored[i] = (byte) (Integer.reverse(bytes[i]) >>> 24);
        }
        return mirrored;
    }

    private static String wiegand(byte[] bytes) {
        int last = bytes.length - WIEGAND;
        int card = (bytes[last + 1] & 0xFF) << 8 | bytes[last + 2] & 0xFF;
        return "%03d,%05d".formatted(bytes[last] & 0xFF, card);
    }

    static byte[] reversed(byte[] bytes) {
        var reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
