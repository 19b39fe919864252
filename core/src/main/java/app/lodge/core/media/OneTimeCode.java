package app.lodge.core.media;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes of eight figures that change every half minute (RFC 6238 with HMAC-SHA-256).
public final class OneTimeCode {

    /// How long a code is shown.
    public static final Duration STEP = Duration.ofSeconds(30);

    private static final int MODULUS = 100_000_000;

    private OneTimeCode() {}

    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    public static int at(byte[] secret, Instant at) {
        return of(secret, step(at));
    }

    static int of(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int from = hash[hash.length - 1] & 0xF;
            return (ByteBuffer.wrap(hash).getInt(from) & Integer.MAX_VALUE) % MODULUS;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
