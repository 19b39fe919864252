package app.lodge.bridge.virtual;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A self-service portal without pages: it passes on what a holder wants and keeps the token of whoever has
/// signed in, in memory alone (ID-22). Without the bridge it can do nothing, and says so.
public final class VirtualPortal extends JoinedDevice {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private volatile String token = "";

    VirtualPortal(FieldEnd end) {
        super(end);
    }

    /// What a holder wants, and what came of it; empty if nobody answered.
    ///
    /// @param kind `open`, `sign-in`, `see`, `transfer` …
    /// @param content as the protocol has it; the token of whoever has signed in is added
    public Optional<JsonNode> say(String kind, Map<String, ?> content) {
        var message = new TreeMap<String, Object>(content);
        if (!token.isEmpty()) {
            message.putIfAbsent("token", token);
        }
        var answer = end.holders().ask(kind, message, PATIENCE);
        if (kind.equals("sign-in")) {
            token = answer.map(said -> said.path("token").asText()).orElse("");
        } else if (kind.equals("sign-out")) {
            token = "";
        }
        return answer;
    }
}
