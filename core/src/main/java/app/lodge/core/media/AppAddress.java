package app.lodge.core.media;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a telephone scans: the form that programs for one-time codes read, with the app's own number.
///
/// @param app the ten figures that come before the code
/// @param secret in base32, as it stands in the address
public record AppAddress(long app, String secret) {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Pattern FORM =
            Pattern.compile("otpauth://totp/Lodge:([0-9]{10})%20.*[?&]secret=([A-Z2-7]{16,64})&.*");

    /// @return empty if it is no address of an app
    public static Optional<AppAddress> read(String address) {
        var form = FORM.matcher(address);
        return form.matches()
                ? Optional.of(new AppAddress(Long.parseLong(form.group(1)), form.group(2)))
                : Optional.empty();
    }

    static String of(Uid app, String medium, byte[] secret) {
        var label = URLEncoder.encode(medium, StandardCharsets.UTF_8);
        return "otpauth://totp/Lodge:%s%%20%s?secret=%s&issuer=Lodge&algorithm=SHA256&digits=8&period=30"
                .formatted(app.hex().substring(0, 10), label, base32(secret));
    }

    /// @param shown all 18 figures, or the last eight, with or without spaces
    /// @return -1 if it is neither, or another app's
    static int code(Uid app, String shown) {
        var figures = shown.replaceAll("\\s", "");
        if (figures.matches("[0-9]{8}")) {
            return Integer.parseInt(figures);
        }
        return AppCode.typed(figures)
                .filter(code -> code.medium().equals(app))
                .map(AppCode::code)
                .orElse(-1);
    }

    /// What the telephone computes with.
    public byte[] key() {
        var bytes = new byte[secret.length() * 5 / 8];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (char each : secret.toCharArray()) {
            held = held << 5 | BASE32.indexOf(each);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >>> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bytes;
    }

    private static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte each : bytes) {
            held = held << 8 | each & 0xFF;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(held >>> bits));
                held &= (1 << bits) - 1;
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt(held << 5 - bits));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return "AppAddress[%010d]".formatted(app);
    }
}
