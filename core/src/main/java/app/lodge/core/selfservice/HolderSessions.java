package app.lodge.core.selfservice;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Who is signed in at which portal. In memory only: whoever is signed in when the bridge ends signs in again.
final class HolderSessions {

    static final Duration IDLE = Duration.ofMinutes(15);

    private static final int TOKEN = 24;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    HolderSessions(InstantSource clock) {
        this.clock = clock;
    }

    record Session(LoginId login, long device, Instant until) {}

    String begin(LoginId login, long device) {
        var now = clock.instant();
        sessions.values().removeIf(session -> !session.until().isAfter(now));
        var bytes = new byte[TOKEN];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sessions.put(token, new Session(login, device, now.plus(IDLE)));
        return token;
    }

    /// A token is good at the portal that got it, and as long as it is used.
    Optional<LoginId> login(String token, long device) {
        var now = clock.instant();
        var session =
                sessions.computeIfPresent(
                        token,
                        (_, one) ->
                                one.device() == device && one.until().isAfter(now)
                                        ? new Session(one.login(), device, now.plus(IDLE))
                                        : one);
        return Optional.ofNullable(session)
                .filter(one -> one.device() == device && one.until().isAfter(now))
                .map(Session::login);
    }

    void end(String token, long device) {
        sessions.computeIfPresent(token, (_, one) -> one.device() == device ? null : one);
    }

    void endAll(LoginId login) {
        sessions.values().removeIf(session -> session.login().equals(login));
    }
}
