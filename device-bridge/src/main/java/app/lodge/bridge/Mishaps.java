package app.lodge.bridge;

import app.lodge.bridge.virtual.SimulatedDevice;
import app.lodge.bridge.virtual.SimulatedTime;
import app.lodge.core.virtualsite.Injected;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What goes wrong at devices of a simulated site, besides their lines: from its seed.
final class Mishaps {

    private static final Duration LONGEST_CUT = Duration.ofMinutes(3);
    private static final Duration A_MOMENT = Duration.ofMillis(500);
    private static final int FASTEST_PPM = 20_000;
    private static final int SMALLEST_MEMORY = 3;

    private final List<SimulatedDevice> tills;
    private final boolean[] busy;
    private final SimulatedTime time;
    private final Random chance;
    private final Map<Injected, Long> injected;

    /// @param busy by number: at a till where somebody pays, a power cut waits a moment
    Mishaps(
            List<SimulatedDevice> tills,
            boolean[] busy,
            SimulatedTime time,
            Random chance,
            Map<Injected, Long> injected) {
        this.tills = tills;
        this.busy = busy;
        this.time = time;
        this.chance = chance;
        this.injected = injected;
    }

    void plan(int count, Duration within) {
        for (var number = 0; number < count; number++) {
            var at = Duration.ofMillis(chance.nextLong(within.toMillis()));
            var till = chance.nextInt(tills.size());
            switch (chance.nextInt(4)) {
                case 0 -> cut(at, till);
                case 1 -> time.after(at, () -> tear(till));
                case 2 -> drift(at, till);
                default -> fill(at, till);
            }
        }
    }

    private void cut(Duration at, int till) {
        var length = Duration.ofMillis(chance.nextLong(LONGEST_CUT.toMillis()));
        time.after(
                at,
                () -> {
                    count(Injected.CUT);
                    tills.get(till).point().goOffline();
                });
        time.after(at.plus(length), () -> tills.get(till).point().goOnline());
    }

    private void tear(int till) {
        if (busy[till]) {
            time.after(A_MOMENT, () -> tear(till));
            return;
        }
        count(Injected.TORN);
        tills.get(till).tear();
    }

    private void drift(Duration at, int till) {
        var offset = Duration.ofSeconds(chance.nextInt(-600, 600));
        var rate = chance.nextInt(-FASTEST_PPM, FASTEST_PPM);
        time.after(
                at,
                () -> {
                    count(Injected.DRIFTED);
                    tills.get(till).point().faults().drift(offset, rate);
                });
    }

    private void fill(Duration at, int till) {
        time.after(
                at,
                () -> {
                    count(Injected.FULL);
                    tills.get(till).point().faults().limitMemory(SMALLEST_MEMORY);
                });
    }

    private void count(Injected what) {
        injected.merge(what, 1L, Long::sum);
    }
}
