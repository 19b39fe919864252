package app.lodge.bridge.virtual;

import app.lodge.core.devices.IdentifyBy;
import app.lodge.core.doors.Json;
import app.lodge.core.keys.PasswordHash;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Compares what is typed at a cabinet with its list of PINs, and counts wrong ones by compartment: after
/// some in a row that compartment takes none for a while. The count is read from the cabinet's own record, so
/// that taking out its plug begins nothing anew.
final class PinPad {

    static final String WRONG = "WRONG_PIN";
    static final String LOCKED = "PIN_LOCKED";
    static final String NONE = "NO_PIN";

    private static final PasswordHash HASHES = new PasswordHash();

    private final FieldEnd end;
    private final Map<Integer, Wrong> wrong = new HashMap<>();

    private record Wrong(int times, Instant last) {}

    PinPad(FieldEnd end) {
        this.end = end;
        for (var event : end.history()) {
            var one = Json.tree(event);
            var compartment = one.path("compartment").asInt();
            var at = Instant.parse(one.path("at").asText());
            if (one.path("why").asText().equals(WRONG)) {
                count(compartment, at);
            } else if (one.path("withPin").asBoolean()
                    || one.path("medium").asText().equals(IdentifyBy.TYPED)
                            && one.path("kind").asText().equals("opened")) {
                wrong.remove(compartment);
            }
        }
    }

    /// @return empty if the PIN is right, else why nothing opens
    Optional<String> refuses(int compartment, char[] pin) {
        if (locked(compartment)) {
            return Optional.of(LOCKED);
        }
        var digest = end.held().pins().of(compartment);
        if (digest.isPresent() && HASHES.verify(pin, digest.get())) {
            wrong.remove(compartment);
            return Optional.empty();
        }
        count(compartment, end.now());
        return Optional.of(WRONG);
    }

    boolean has(int compartment) {
        return end.held().pins().of(compartment).isPresent();
    }

    private boolean locked(int compartment) {
        var so = wrong.get(compartment);
        return so != null && so.times() >= tries() && end.now().isBefore(so.last().plus(pause()));
    }

    /// When the pause is over the count begins anew.
    private void count(int compartment, Instant at) {
        wrong.compute(
                compartment,
                (_, before) ->
                        before == null
                                        || before.times() >= tries()
                                                && !at.isBefore(before.last().plus(pause()))
                                ? new Wrong(1, at)
                                : new Wrong(before.times() + 1, at));
    }

    private long tries() {
        return end.held().number("pin.tries", 3);
    }

    private Duration pause() {
        return Duration.ofSeconds(end.held().number("pin.pause", 300));
    }
}
