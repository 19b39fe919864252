package app.lodge.core.keys;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.UUID;

/// The vault's sessions with cards, by name; each ends two minutes after its beginning, and the
/// oldest goes when there are too many.
final class CardSessions {

    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final int MOST = 1000;

    private final InstantSource clock;
    private final LinkedHashMap<String, Entry> open = new LinkedHashMap<>();

    CardSessions(InstantSource clock) {
        this.clock = clock;
    }

    private record Entry(CardSession session, long operator, Instant until) {}

    synchronized String keep(long operator, CardSession session) {
        Instant now = clock.instant();
        for (var entries = open.values().iterator(); entries.hasNext(); ) {
            var entry = entries.next();
            if (entry.until().isBefore(now) || open.size() >= MOST) {
                entry.session().wipe();
                entries.remove();
            }
        }
        String name = UUID.randomUUID().toString();
        open.put(name, new Entry(session, operator, now.plus(LIFE)));
        return name;
    }

    synchronized CardSession get(long operator, String name) {
        Entry entry = open.get(name);
        if (entry == null
                || entry.operator() != operator
                || entry.until().isBefore(clock.instant())) {
            throw new IllegalStateException("Card session '%s' has ended".formatted(name));
        }
        return entry.session();
    }

    synchronized void end(String name) {
        var ended = open.remove(name);
        if (ended != null) {
            ended.session().wipe();
        }
    }
}
