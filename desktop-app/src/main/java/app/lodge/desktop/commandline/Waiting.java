package app.lodge.desktop.commandline;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Waiting for the other side, with a deadline.
final class Waiting {

    private static final Duration BETWEEN = Duration.ofMillis(50);

    private Waiting() {}

    /// Looks until what is seen will do, or the time is up.
    ///
    /// @return what was seen last
    static <T> T until(Duration atMost, Supplier<T> look, Predicate<T> enough) {
        var end = System.nanoTime() + atMost.toNanos();
        var seen = look.get();
        while (!enough.test(seen) && System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN.toNanos());
            seen = look.get();
        }
        return seen;
    }
}
