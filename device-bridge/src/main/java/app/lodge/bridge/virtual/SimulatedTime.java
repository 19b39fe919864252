package app.lodge.bridge.virtual;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Time that passes only where nothing happens any more. One thing happens at a time, in the order of its
/// moment and then of its saying: so the same beginning always leads to the same end.
///
/// What somebody does who waits for answers ({@link #act}) has a thread of its own, which runs only while
/// everything else stands.
public final class SimulatedTime implements InstantSource {

    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::order));
    private final Semaphore scheduler = new Semaphore(0);
    private final Runnable afterEach;
    private volatile Instant now;
    private volatile @Nullable RuntimeException failure;
    private long order;

    private record Due(Instant at, long order, Runnable work) {}

    /// @param afterEach waits until everything that the last step led to has happened
    public SimulatedTime(Instant begin, Runnable afterEach) {
        this.now = begin;
        this.afterEach = afterEach;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /// Says what is to happen; it must not wait.
    public void after(Duration pause, Runnable work) {
        synchronized (queue) {
            queue.add(new Due(now.plus(pause), order++, work));
        }
    }

    /// Says what somebody is to do who may wait, by {@link #await}.
    public void act(Duration pause, Runnable work) {
        after(
                pause,
                () -> {
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    work.run();
                                } catch (RuntimeException e) {
                                    failure = e;
                                } finally {
                                    scheduler.release();
                                }
                            });
                    scheduler.acquireUninterruptibly();
                });
    }

    /// Lets everything happen until then.
    ///
    /// @throws RuntimeException what the first act that failed threw
    public void run(Duration length) {
        var until = now.plus(length);
        for (var due = next(until); due != null; due = next(until)) {
            now = due.at();
            due.work().run();
            afterEach.run();
            var failed = failure;
            if (failed != null) {
                throw failed;
            }
        }
        now = until;
    }

    /// Within an act: lets others go on until the answer is there, or its time is over.
    <T> Optional<T> await(CompletableFuture<T> answer, Duration patience) {
        var me = new Semaphore(0);
        var woken = new boolean[1];
        Runnable wake =
                () -> {
                    if (!woken[0]) {
                        woken[0] = true;
                        me.release();
                        scheduler.acquireUninterruptibly();
                    }
                };
        var unused = answer.thenRun(() -> after(Duration.ZERO, wake));
        after(patience, wake);
        scheduler.release();
        me.acquireUninterruptibly();
        return Optional.ofNullable(answer.getNow(null));
    }

    private @Nullable Due next(Instant until) {
        synchronized (queue) {
            var first = queue.peek();
            return first == null || first.at().isAfter(until) ? null : queue.poll();
        }
    }
}
