package app.lodge.core.operators;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How wrong passwords slow down and lock out: two tries are free, then 1, 2, 4 … seconds, from the
/// tenth on a quarter of an hour.
public final class Patience {

    static final int LOCK_OUT_AT = 10;

    private static final int FREE_TRIES = 2;
    private static final Duration LOCK_OUT = Duration.ofMinutes(15);

    private Patience() {}

    /// @return until when nobody may try again; null for at once
    public static @Nullable Instant after(int failedAttempts, Instant now) {
        if (failedAttempts <= FREE_TRIES) {
            return null;
        }
        return failedAttempts >= LOCK_OUT_AT
                ? now.plus(LOCK_OUT)
                : now.plusSeconds(1L << (failedAttempts - FREE_TRIES - 1));
    }
}
