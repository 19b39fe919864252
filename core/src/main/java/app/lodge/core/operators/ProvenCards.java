package app.lodge.core.operators;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Cards that were asked for their proof, and those that gave it and wait for the PIN; each for two
/// minutes, and the oldest goes when there are too many.
final class ProvenCards {

    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final int MOST = 500;

    private final InstantSource clock;
    private final LinkedHashMap<String, Entry> asked = new LinkedHashMap<>();
    private final LinkedHashMap<String, Entry> proven = new LinkedHashMap<>();

    ProvenCards(InstantSource clock) {
        this.clock = clock;
    }

    private record Entry(long number, Instant until) {}

    synchronized void asked(String session, long number) {
        keep(asked, session, number);
    }

    synchronized Optional<Long> takeAsked(String session) {
        var number = number(asked, session);
        asked.remove(session);
        return number;
    }

    synchronized String proven(long number) {
        var session = UUID.randomUUID().toString();
        keep(proven, session, number);
        return session;
    }

    synchronized Optional<Long> number(String session) {
        return number(proven, session);
    }

    synchronized void end(String session) {
        proven.remove(session);
    }

    private void keep(LinkedHashMap<String, Entry> entries, String session, long number) {
        var now = clock.instant();
        entries.values().removeIf(entry -> entry.until().isBefore(now));
        if (entries.size() >= MOST) {
            entries.pollFirstEntry();
        }
        entries.put(session, new Entry(number, now.plus(LIFE)));
    }

    private Optional<Long> number(Map<String, Entry> entries, String session) {
        return Optional.ofNullable(entries.get(session))
                .filter(entry -> !entry.until().isBefore(clock.instant()))
                .map(Entry::number);
    }
}
