package app.lodge.core.books;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Who has come to the {@link WriteLane} and waits to be taken.
final class Arrivals {

    private static final int MOST_IN_A_BATCH = 256;

    /// How long the lane waits for somebody before it looks after other things.
    private static final Duration NOBODY_WITHIN = Duration.ofMillis(50);

    /// How long callers that come together stand apart.
    private static final Duration NEXT_WITHIN = Duration.ofNanos(100_000);

    private final LinkedBlockingQueue<Unit<?>> queue = new LinkedBlockingQueue<>();
    private int before;

    void add(Unit<?> unit) {
        queue.add(unit);
    }

    /// Takes whoever has arrived. Callers that were answered just now often come again at once, and a
    /// commit for the first of them would have the others wait for it: so as many as last time are waited
    /// for, while they keep coming. A caller who is alone waits for nobody.
    ///
    /// @param batch to be filled; stays empty if nobody came for a while
    void take(List<Unit<?>> batch) throws InterruptedException {
        var first = queue.poll(NOBODY_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        batch.add(first);
        queue.drainTo(batch, MOST_IN_A_BATCH - batch.size());
        while (batch.size() < before) {
            var next = queue.poll(NEXT_WITHIN.toNanos(), TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            batch.add(next);
            queue.drainTo(batch, MOST_IN_A_BATCH - batch.size());
        }
        before = batch.size();
    }

    /// Nobody waits for ever for a lane that has ended.
    void failTheRest() {
        var ended =
                new BooksUnavailable("The books are closed", new IllegalStateException("closed"));
        for (var unit = queue.poll(); unit != null; unit = queue.poll()) {
            unit.fail(ended);
        }
    }
}
