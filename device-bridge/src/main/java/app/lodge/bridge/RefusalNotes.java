package app.lodge.bridge;

import app.lodge.bridge.link.Lanes;
import app.lodge.core.devices.FieldBooks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What devices were refused. Log and journal have the same refusal once an hour and a hundred of them at
/// most, so that a stranger who keeps knocking, by whatever names, fills neither disk nor screen.
final class RefusalNotes {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalNotes.class);

    /// The same refusal is journalled once in this time.
    static final Duration NOTED_FOR = Duration.ofHours(1);

    /// Different ones in that time.
    static final int MOST_NOTED = 100;

    private static final int LONGEST_DETAIL = 200;

    private final FieldBooks books;
    private final Lanes lanes;
    private final InstantSource clock;
    private final Set<String> noted = new HashSet<>();
    private Instant until = Instant.MIN;

    RefusalNotes(FieldBooks books, Lanes lanes, InstantSource clock) {
        this.books = books;
        this.lanes = lanes;
        this.clock = clock;
    }

    /// @param what was refused, such as `connect` or `message`
    void note(String what, String clientId, String detail) {
        switch (worth(what + '\n' + clientId + '\n' + detail)) {
            case NOTE -> {
                LOG.warn("Refused {} of '{}': {}", what, clientId, detail);
                journal(what, clientId, detail);
            }
            case LAST -> journal("connect", "*", "MANY");
            case NOTHING -> LOG.debug("Refused {} of '{}' again: {}", what, clientId, detail);
        }
    }

    private enum Worth {
        NOTE,
        /// One more than are told one by one.
        LAST,
        NOTHING
    }

    private synchronized Worth worth(String refusal) {
        var now = clock.instant();
        if (!now.isBefore(until)) {
            noted.clear();
            until = now.plus(NOTED_FOR);
        }
        if (noted.size() > MOST_NOTED || !noted.add(refusal)) {
            return Worth.NOTHING;
        }
        return noted.size() > MOST_NOTED ? Worth.LAST : Worth.NOTE;
    }

    private void journal(String what, String name, String detail) {
        lanes.run(
                name,
                "note",
                () ->
                        books.noteRefusal(
                                "device." + what + "-refused",
                                name,
                                Map.of("detail", shortened(detail))));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_DETAIL ? text.substring(0, LONGEST_DETAIL) : text;
    }
}
