package app.lodge.core.books;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Committed facts, in journal order. A fact refreshes a screen or wakes a delivery; nobody waits for
/// an answer to it.
public final class Changes {

    private final List<Consumer<List<Fact>>> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long newest;

    /// Called on the writer's thread after commit: hand over and return, never work here.
    public void listen(Consumer<List<Fact>> listener) {
        listeners.add(listener);
    }

    /// Waits until a fact after `number` is committed.
    ///
    /// @return false if none came in time
    public boolean await(long number, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            var left = patience.toNanos();
            while (newest <= number) {
                if (left <= 0) {
                    return false;
                }
                left = moved.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    void startAt(long number) {
        newest = number;
    }

    void tell(List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            newest = facts.getLast().number();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        listeners.forEach(listener -> listener.accept(facts));
    }

    static final Duration LONGEST_WAIT = Duration.of(30, TimeUnit.SECONDS.toChronoUnit());
}
