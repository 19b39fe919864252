package app.lodge.core.devices;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;

/// One-time codes with which a device joins: 12 letters and digits (60 bits) without those that look
/// alike, in groups of four. The books keep only the hash.
final class JoinCodes {

    static final Duration VALID_FOR = Duration.ofHours(24);

    /// Crockford's base 32: no I, L, O, U.
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final SecureRandom random = new SecureRandom();

    String fresh() {
        var code = new StringBuilder();
        for (var i = 0; i < 12; i++) {
            if (i > 0 && i % 4 == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /// The hash covers the device's name, so that a code opens no other device. 60 random bits that
    /// live for a day need no slow hash.
    static byte[] hash(String device, String code) {
        var plain =
                code.toUpperCase(Locale.ROOT)
                        .replace("-", "")
                        .replace(" ", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((device + '\n' + plain).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
