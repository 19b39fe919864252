package app.lodge.bridge.virtual;

import app.lodge.bridge.link.Topics;
import app.lodge.core.doors.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// What holders want of a portal, each message waiting for its own answer.
final class HolderAsking {

    private final FaultyLink link;
    private final Surroundings surroundings;
    private final DeviceClock clock;
    private final Map<String, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();

    HolderAsking(FaultyLink link, Surroundings surroundings, DeviceClock clock) {
        this.link = link;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /// @param content what belongs to the kind; id and deadline are added
    Optional<JsonNode> ask(String kind, Map<String, ?> content, Duration patience) {
        if (!link.connected()) {
            return Optional.empty();
        }
        var id = surroundings.askId();
        var message = new TreeMap<String, Object>(content);
        message.put("id", id);
        message.put("kind", kind);
        message.put("deadline", clock.instant().plus(patience).toString());
        var answer = new CompletableFuture<JsonNode>();
        asked.put(id, answer);
        try {
            link.publish(Topics.HOLDER, Json.bytes(message, Map.class), false);
            return surroundings.await(answer, patience);
        } finally {
            asked.remove(id);
        }
    }

    void answered(byte[] payload) {
        var answer = Json.tree(payload);
        var waiting = asked.get(answer.path("id").asText());
        if (waiting != null) {
            waiting.complete(answer);
        }
    }
}
