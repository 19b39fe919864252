package app.lodge.core.encodingplans;

import app.lodge.core.encodingplans.PlannedField.Content;
import app.lodge.core.encodingplans.PlannedField.Form;
import app.lodge.core.keys.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// The fields of a place as its bytes, and the bytes of a field as a person reads them.
public final class FieldBytes {

    /// Check bytes that a site's key makes.
    public static final int CHECK_BYTES = 8;

    private static final int[] PREFIXES = {0, 1, 2, 3, 4};
    private static final List<String> STARTS =
            List.of("", "http://www.", "https://www.", "http://", "https://");

    private FieldBytes() {}

    /// Makes a card's own check bytes over a content.
    public interface CheckMaker {
        byte[] over(byte[] content);
    }

    /// @return `length` bytes, zeros where no field lies
    /// @throws IllegalArgumentException if a value does not fit its field
    public static byte[] of(
            List<PlannedField> fields, int length, PlanValues values, CheckMaker checks) {
        byte[] place = new byte[length];
        for (var field :
                fields.stream().sorted(Comparator.comparingInt(PlannedField::offset)).toList()) {
            byte[] bytes =
                    field.content() instanceof Content.CheckBytes
                            ? checks.over(Arrays.copyOf(place, field.offset()))
                            : bytes(field, values);
            System.arraycopy(bytes, 0, place, field.offset(), field.length());
        }
        return place;
    }

    private static byte[] bytes(PlannedField field, PlanValues values) {
        return switch (field.content()) {
            case Content.PersonNumber _ -> number(field, values.person());
            case Content.IssueNumber _ -> number(field, values.issueNumber());
            case Content.KeyVersion _ -> number(field, values.keyVersion());
            case Content.ValidUntil _ -> number(field, values.lastDay());
            case Content.CardNumber _ -> padded(field, ascii(values.number()));
            case Content.SiteCode _ -> padded(field, ascii(values.siteId()));
            case Content.Words(var text) -> padded(field, utf8(text));
            case Content.ChipNumber _ -> padded(field, values.uid().bytes());
            case Content.Constant(var hex) -> padded(field, HexFormat.of().parseHex(hex));
            case Content.WebAddress(var address) ->
                    padded(field, message(address.replace("{number}", values.number())));
            case Content.CheckBytes _ ->
                    throw new IllegalArgumentException("Check bytes need the whole place");
        };
    }

    private static byte[] number(PlannedField field, long value) {
        int length = field.length();
        return switch (field.form()) {
            case NUMBER -> fitting(field, bigEndian(value, length), value, length);
            case NUMBER_REVERSED ->
                    fitting(field, Bytes.littleEndian(value, length), value, length);
            case BCD -> bcd(field, value);
            case TEXT -> padded(field, ascii(Long.toString(value)));
            case BYTES -> throw unfit(field, value);
        };
    }

    private static byte[] bigEndian(long value, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length && i < Long.BYTES; i++) {
            bytes[length - 1 - i] = (byte) (value >>> 8 * i);
        }
        return bytes;
    }

    private static byte[] fitting(PlannedField field, byte[] bytes, long value, int length) {
        if (length < Long.BYTES && value >>> 8 * length != 0) {
            throw unfit(field, value);
        }
        return Arrays.copyOf(bytes, length);
    }

    private static byte[] bcd(PlannedField field, long value) {
        var digits = Long.toString(value);
        if (digits.length() > 2 * field.length()) {
            throw unfit(field, value);
        }
        return HexFormat.of().parseHex("0".repeat(2 * field.length() - digits.length()) + digits);
    }

    private static byte[] padded(PlannedField field, byte[] bytes) {
        int rest = field.length() - bytes.length;
        if (rest < 0) {
            throw unfit(field, bytes.length + " bytes");
        }
        byte[] fill = new byte[rest];
        return switch (field.padding()) {
            case ZEROS_BEHIND -> Bytes.join(bytes, fill);
            case SPACES_BEHIND -> {
                Arrays.fill(fill, (byte) ' ');
                yield Bytes.join(bytes, fill);
            }
            case ZEROS_AHEAD -> {
                Arrays.fill(fill, (byte) (field.form() == Form.TEXT ? '0' : 0));
                yield Bytes.join(fill, bytes);
            }
        };
    }

    /// A message with one URI record in its TLV, and the terminator.
    static byte[] message(String address) {
        int prefix = 0;
        for (int candidate : PREFIXES) {
            var start = STARTS.get(candidate);
            if (address.startsWith(start) && start.length() > STARTS.get(prefix).length()) {
                prefix = candidate;
            }
        }
        byte[] rest = utf8(address.substring(STARTS.get(prefix).length()));
        byte[] record = Bytes.join(Bytes.of(0xD1, 0x01, rest.length + 1, 0x55, prefix), rest);
        return Bytes.join(Bytes.of(0x03, record.length), record, Bytes.of(0xFE));
    }

    /// What a field says, as a person reads it.
    public static String words(PlannedField field, byte[] place) {
        byte[] bytes = Bytes.slice(place, field.offset(), field.length());
        return switch (field.form()) {
            case NUMBER -> Long.toUnsignedString(big(bytes));
            case NUMBER_REVERSED ->
                    Long.toUnsignedString(
                            Bytes.littleEndian(bytes, 0, Math.min(bytes.length, Long.BYTES)));
            case BCD -> HexFormat.of().formatHex(bytes).replaceFirst("^0+(?=.)", "");
            case TEXT ->
                    new String(bytes, StandardCharsets.UTF_8).replace("\0", "").stripTrailing();
            case BYTES ->
                    field.content() instanceof Content.WebAddress
                            ? address(bytes)
                            : HexFormat.of().withUpperCase().formatHex(bytes);
        };
    }

    private static long big(byte[] bytes) {
        long value = 0;
        for (byte one : bytes) {
            value = value << 8 | one & 0xFF;
        }
        return value;
    }

    private static String address(byte[] bytes) {
        int at = 7;
        if (bytes.length < at || bytes[0] != 0x03 || bytes[4] < 1 || bytes[6] >= STARTS.size()) {
            return HexFormat.of().withUpperCase().formatHex(bytes);
        }
        int length = Math.min(bytes[4] - 1, bytes.length - at);
        return STARTS.get(Math.max(0, bytes[6]))
                + new String(Bytes.slice(bytes, at, length), StandardCharsets.UTF_8);
    }

    /// Bytes that the content needs at least; 0 where any length will do.
    static int least(PlannedField field) {
        return switch (field.content()) {
            case Content.CardNumber _ -> 10;
            case Content.ChipNumber _ -> 7;
            case Content.CheckBytes _ -> CHECK_BYTES;
            case Content.Constant(var hex) -> hex.length() / 2;
            case Content.Words(var text) -> utf8(text).length;
            case Content.WebAddress(var address) ->
                    message(address.replace("{number}", "0000000-00")).length;
            case Content.PersonNumber _ -> digits(field, 7, 4);
            case Content.IssueNumber _ -> digits(field, 5, 2);
            case Content.KeyVersion _ -> digits(field, 3, 1);
            case Content.ValidUntil _ -> digits(field, 8, 4);
            case Content.SiteCode _ -> 1;
        };
    }

    private static int digits(PlannedField field, int digits, int bytes) {
        return switch (field.form()) {
            case TEXT -> digits;
            case BCD -> (digits + 1) / 2;
            case NUMBER, NUMBER_REVERSED, BYTES -> bytes;
        };
    }

    /// Forms that the content can have.
    static List<Form> forms(Content content) {
        return switch (content) {
            case Content.PersonNumber _,
                    Content.IssueNumber _,
                    Content.KeyVersion _,
                    Content.ValidUntil _ ->
                    List.of(Form.NUMBER, Form.NUMBER_REVERSED, Form.BCD, Form.TEXT);
            case Content.CardNumber _, Content.SiteCode _, Content.Words _ -> List.of(Form.TEXT);
            case Content.ChipNumber _,
                    Content.Constant _,
                    Content.WebAddress _,
                    Content.CheckBytes _ ->
                    List.of(Form.BYTES);
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException unfit(PlannedField field, Object value) {
        return new IllegalArgumentException(
                "Field '%s' of %d bytes as %s cannot hold %s"
                        .formatted(field.name(), field.length(), field.form(), value));
    }
}
