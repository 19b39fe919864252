package app.lodge.bridge.virtual;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A device's own clock: it may be set wrong, and run too fast or too slow.
final class DeviceClock implements InstantSource {

    private static final long MILLION = 1_000_000;

    private final InstantSource right;
    private volatile Drift drift;

    private record Drift(Instant since, Duration offset, int partsPerMillion) {}

    DeviceClock(InstantSource right) {
        this.right = right;
        this.drift = new Drift(right.instant(), Duration.ZERO, 0);
    }

    /// From now on it is off by this, and by so much more with each second.
    void drift(Duration offset, int partsPerMillion) {
        drift = new Drift(right.instant(), offset, partsPerMillion);
    }

    @Override
    public Instant instant() {
        var now = right.instant();
        var known = drift;
        var run = Duration.between(known.since(), now);
        return now.plus(known.offset())
                .plus(run.multipliedBy(known.partsPerMillion()).dividedBy(MILLION));
    }
}
