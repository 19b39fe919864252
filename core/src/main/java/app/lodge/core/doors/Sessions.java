package app.lodge.core.doors;

import app.lodge.core.books.Actor;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Session tokens: who signed in, until when, and an HMAC-SHA-256 (RFC 2104) of both.
///
/// The bridge keeps no list of them, so a desktop goes on after the bridge was started again.
public final class Sessions {

    private static final Duration LIFE = Duration.ofHours(12);

    private final byte[] key;
    private final InstantSource clock;

    /// @param key at least 32 bytes, the same after each start
    public Sessions(byte[] key, InstantSource clock) {
        if (key.length < 32) {
            throw new IllegalArgumentException(
                    "Session key has %d bytes instead of at least 32".formatted(key.length));
        }
        this.key = key.clone();
        this.clock = clock;
    }

    String token(Actor actor) {
        var payload = Json.bytes(new Session(actor, clock.instant().plus(LIFE)), Session.class);
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(payload) + "." + encoder.encodeToString(mac(payload));
    }

    Optional<Actor> actor(String token) {
        var dot = token.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            var payload = Base64.getUrlDecoder().decode(token.substring(0, dot));
            var mac = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            if (!MessageDigest.isEqual(mac, mac(payload))) {
                return Optional.empty();
            }
            var session = Json.read(payload, Session.class);
            return session.until().isAfter(clock.instant())
                    ? Optional.of(session.actor())
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not base64: nobody's token
        }
    }

    private byte[] mac(byte[] payload) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update("session".getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(payload);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }

    record Session(Actor actor, Instant until) {}
}
