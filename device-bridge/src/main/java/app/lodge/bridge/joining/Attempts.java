package app.lodge.bridge.joining;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// Slows guessing: five wrong codes for one name, or a hundred for all names, and nobody is heard for
/// a quarter of an hour.
public final class Attempts {

    private static final int PER_DEVICE = 5;
    private static final int IN_ALL = 100;
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final InstantSource clock;
    private final Map<String, Integer> wrong = new HashMap<>();
    private int all;
    private Instant since;

    public Attempts(InstantSource clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    synchronized boolean allowed(String device) {
        var now = clock.instant();
        if (Duration.between(since, now).compareTo(PAUSE) > 0) {
            wrong.clear();
            all = 0;
            since = now;
        }
        return all < IN_ALL && wrong.getOrDefault(device, 0) < PER_DEVICE;
    }

    synchronized void failed(String device) {
        wrong.merge(device, 1, Integer::sum);
        all++;
    }

    synchronized void succeeded(String device) {
        wrong.remove(device);
    }
}
