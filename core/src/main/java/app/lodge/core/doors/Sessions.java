package app.lodge.core.doors;

import app.lodge.core.books.Actor;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Session tokens: who signed in, until when, and a keyed digest of both that the vault computes.
///
/// The bridge keeps no list of them, so a desktop goes on after the bridge was started again.
public final class Sessions {

    private static final Duration LIFE = Duration.ofHours(12);

    private final UnaryOperator<byte[]> mac;
    private final InstantSource clock;

    /// @param mac keyed digest, the same after each start of the bridge
    public Sessions(UnaryOperator<byte[]> mac, InstantSource clock) {
        this.mac = mac;
        this.clock = clock;
    }

    String token(Actor actor) {
        var payload =
                Json.bytes(
                        new Session(
                                actor.operatorId(),
                                actor.workstation(),
                                clock.instant().plus(LIFE)),
                        Session.class);
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(payload) + "." + encoder.encodeToString(mac.apply(payload));
    }

    /// @return empty if the token is nobody's, or too old
    Optional<Session> session(String token) {
        var dot = token.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            var payload = Base64.getUrlDecoder().decode(token.substring(0, dot));
            var given = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            if (!MessageDigest.isEqual(given, mac.apply(payload))) {
                return Optional.empty();
            }
            var session = Json.read(payload, Session.class);
            return session.until().isAfter(clock.instant())
                    ? Optional.of(session)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not base64: nobody's token
        }
    }

    /// Who and where; what they may do is asked at each call.
    record Session(long operatorId, String workstation, Instant until) {}
}
