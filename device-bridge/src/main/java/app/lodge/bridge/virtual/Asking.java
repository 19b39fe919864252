package app.lodge.bridge.virtual;

import app.lodge.bridge.link.Down;
import app.lodge.bridge.virtual.FieldEnd.Asked;
import app.lodge.core.doors.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// A device's questions, each waiting for its own answer.
final class Asking {

    private final FaultyLink link;
    private final Surroundings surroundings;
    private final DeviceClock clock;
    private final Map<String, CompletableFuture<Down.Answer>> asked = new ConcurrentHashMap<>();

    Asking(FaultyLink link, Surroundings surroundings, DeviceClock clock) {
        this.link = link;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    Asked ask(String kind, Map<String, ?> content, Duration patience) {
        var id = surroundings.askId();
        if (!link.connected()) {
            return new Asked(id, false, Optional.empty());
        }
        var at = clock.instant();
        var ask = new LinkedHashMap<String, Object>(content);
        ask.put("id", id);
        ask.put("kind", kind);
        ask.put("at", at.toString());
        ask.put("deadline", at.plus(patience).toString());
        var answer = new CompletableFuture<Down.Answer>();
        asked.put(id, answer);
        try {
            link.ask(id, Json.bytes(ask, Map.class));
            return new Asked(id, true, surroundings.await(answer, patience));
        } finally {
            asked.remove(id);
        }
    }

    /// Nobody waits for an answer that comes too late.
    void answered(Down.Answer answer) {
        var waiting = asked.get(answer.id());
        if (waiting != null) {
            waiting.complete(answer);
        }
    }
}
