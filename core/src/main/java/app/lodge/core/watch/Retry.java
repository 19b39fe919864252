package app.lodge.core.watch;

import java.time.Duration;

/// When a message that did not leave is tried again.
public final class Retry {

    private static final int MOST_ATTEMPTS = 30;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private Retry() {}

    /// @param attempts before the one that failed just now
    public static boolean givesUp(int attempts) {
        return attempts + 1 >= MOST_ATTEMPTS;
    }

    public static Duration pause(int attempts) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 12));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
