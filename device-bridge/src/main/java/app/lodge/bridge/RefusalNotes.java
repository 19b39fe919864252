package app.lodge.bridge;

import app.lodge.bridge.link.Lanes;
import app.lodge.core.devices.FieldBooks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What devices were refused. The log has it each time, the journal the same refusal once in a while, so
/// that a stranger who keeps knocking fills no disk.
final class RefusalNotes {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalNotes.class);

    /// The same refusal is journalled once in this time.
    private static final Duration NOTED_FOR = Duration.ofMinutes(10);

    private static final int MOST_REMEMBERED = 10_000;
    private static final int LONGEST_DETAIL = 200;

    private final FieldBooks books;
    private final Lanes lanes;
    private final InstantSource clock;
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();

    RefusalNotes(FieldBooks books, Lanes lanes, InstantSource clock) {
        this.books = books;
        this.lanes = lanes;
        this.clock = clock;
    }

    /// @param what was refused, such as `connect` or `message`
    void note(String what, String clientId, String detail) {
        LOG.warn("Refused {} of '{}': {}", what, clientId, detail);
        if (isNew(what + clientId + detail)) {
            lanes.run(
                    clientId,
                    "note",
                    () ->
                            books.noteRefusal(
                                    "device." + what + "-refused",
                                    clientId,
                                    Map.of("detail", shortened(detail))));
        }
    }

    private boolean isNew(String refusal) {
        var now = clock.instant();
        if (noted.size() > MOST_REMEMBERED) {
            noted.clear();
        }
        var before = noted.put(refusal, now);
        return before == null || now.isAfter(before.plus(NOTED_FOR));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_DETAIL ? text.substring(0, LONGEST_DETAIL) : text;
    }
}
