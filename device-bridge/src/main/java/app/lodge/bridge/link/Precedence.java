package app.lodge.bridge.link;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Who waits at a device comes before what it tells: asks run at once, the rest takes turns and lets asks
/// go first. It is never held up for longer than a moment by each ask, so events go on under any load.
final class Precedence {

    private static final long MOMENT_NANOS = Duration.ofMillis(50).toNanos();

    private final Semaphore turns;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition free = lock.newCondition();
    private int asking;

    /// @param atOnce how much of the rest runs beside each other: enough to be written in groups
    Precedence(int atOnce) {
        turns = new Semaphore(atOnce, true);
    }

    void first(Runnable work) {
        lock.lock();
        try {
            asking++;
        } finally {
            lock.unlock();
        }
        try {
            work.run();
        } finally {
            lock.lock();
            try {
                asking--;
                if (asking == 0) {
                    free.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /// @throws InterruptedException if the bridge stops
    void inTurn(Runnable work) throws InterruptedException {
        turns.acquire();
        try {
            letAsksGoFirst();
            work.run();
        } finally {
            turns.release();
        }
    }

    private void letAsksGoFirst() throws InterruptedException {
        var left = MOMENT_NANOS;
        lock.lock();
        try {
            while (asking > 0 && left > 0) {
                left = free.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /// For those who look on: how much waits for its turn.
    int waiting() {
        return turns.getQueueLength();
    }
}
