package app.lodge.bridge.virtual;

import app.lodge.bridge.certificates.Identity;
import app.lodge.bridge.certificates.Pem;
import app.lodge.bridge.certificates.SigningRequest;
import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.Topics;
import app.lodge.core.doors.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A device's side of renewing: a fresh key, a request over its own topic, and the certificate back.
final class NextCertificate {

    /// No answer in this time: the request is made anew.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private SigningRequest.@Nullable Made made;
    private Instant askedAt = Instant.MIN;

    /// Past two thirds of its life the certificate is renewed; a simulated network knows none.
    static boolean due(DeviceFolder.Joined joined, Instant now) {
        if (joined.certificate().isEmpty()) {
            return false;
        }
        var certificate = Pem.certificate(joined.certificate());
        var from = Identity.from(certificate);
        var life = Duration.between(from, Identity.until(certificate));
        return now.isAfter(from.plus(life.multipliedBy(2).dividedBy(3)));
    }

    /// Whether a request is under way.
    synchronized boolean asked(Instant now) {
        return made != null && now.isBefore(askedAt.plus(PATIENCE));
    }

    synchronized void ask(DeviceLink link, String name, Instant now) {
        var fresh = SigningRequest.make(name);
        made = fresh;
        askedAt = now;
        link.publish(
                Topics.RENEW, Json.bytes(Map.of("request", fresh.request()), Map.class), false);
    }

    /// Who the device is from now on; empty if this is not the certificate of its own last request.
    synchronized Optional<DeviceFolder.Joined> take(
            DeviceFolder.Joined present, Down.Certificate given) {
        var asked = made;
        made = null;
        return asked == null
                ? Optional.empty()
                : Optional.of(
                        new DeviceFolder.Joined(
                                Pem.write("PRIVATE KEY", asked.key().getEncoded()),
                                given.certificate(),
                                given.authority(),
                                present.topics(),
                                present.kind(),
                                present.currency()));
    }
}
