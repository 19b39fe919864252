package app.lodge.core.keys;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/// Operators' passwords as Argon2id in PHC string form:
/// `$argon2id$v=19$m=65536,t=3,p=1$salt$hash`.
public final class PasswordHash {

    private static final Pattern PHC =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
                            + "\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{22,86})");
    private static final int SALT_LENGTH = 16;
    private static final int HASH_LENGTH = 32;

    private final KdfCost cost;
    private final SecureRandom random = new SecureRandom();

    public PasswordHash() {
        this(KdfCost.STANDARD);
    }

    /// @param cost of hashes made from now on; old ones are verified at the cost that they name
    public PasswordHash(KdfCost cost) {
        this.cost = cost;
    }

    public String hash(char[] password) {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        byte[] secret = utf8(password);
        byte[] hash = cost.derive(secret, salt, HASH_LENGTH);
        Arrays.fill(secret, (byte) 0);
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.memoryKibibytes(),
                        cost.passes(),
                        cost.lanes(),
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }

    /// @throws IllegalArgumentException if `stored` is no Argon2id PHC string
    public boolean verify(char[] password, String stored) {
        var parts = PHC.matcher(stored);
        if (!parts.matches()) {
            throw new IllegalArgumentException("A stored password hash is no Argon2id PHC string");
        }
        var named =
                new KdfCost(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)));
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        byte[] wanted = Base64.getDecoder().decode(parts.group(5));
        byte[] secret = utf8(password);
        byte[] hash = named.derive(secret, salt, wanted.length);
        Arrays.fill(secret, (byte) 0);
        return MessageDigest.isEqual(wanted, hash);
    }

    static byte[] utf8(char[] text) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }
}
