package app.lodge.bridge.virtual;

import app.lodge.core.doors.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;

/// What a device does for those who look after it from afar: it is taken out of service and back, and tells
/// its log and its totals (SAFE-64).
final class Service {

    private static final int TOLD = 10;

    private final DeviceFolder folder;
    private final Outbox outbox;
    private volatile boolean locked;

    Service(DeviceFolder folder, Outbox outbox) throws IOException {
        this.folder = folder;
        this.outbox = outbox;
        this.locked = folder.locked();
    }

    /// Out of service: it serves nobody, and says so.
    boolean locked() {
        return locked;
    }

    /// @return what it says of it
    String obey(String verb) {
        return switch (verb) {
            case "lock" -> lock(true);
            case "unlock" -> lock(false);
            case "log" ->
                    outbox
                            .between(Math.max(1, outbox.lastSeq() - TOLD + 1), outbox.lastSeq())
                            .stream()
                            .map(Service::line)
                            .collect(Collectors.joining(", "));
            case "totals" ->
                    "%d events, %d not acknowledged"
                            .formatted(outbox.lastSeq(), outbox.unacknowledged().size());
            default -> throw new IllegalArgumentException("No service is called " + verb);
        };
    }

    private String lock(boolean out) {
        try {
            folder.locked(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        locked = out;
        return "";
    }

    private static String line(byte[] event) {
        var json = Json.tree(event);
        return json.path("seq").asLong() + " " + json.path("kind").asText();
    }
}
