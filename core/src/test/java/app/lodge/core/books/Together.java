package app.lodge.core.books;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/// Has several callers arrive while the one writer is busy, so that what they write is one group.
public final class Together {

    private Together() {}

    /// @param calls each by a caller of its own, who arrive in this order
    /// @return what each failed with, null where it did not
    public static List<Throwable> inOneGroup(Books books, Actor actor, List<Runnable> calls) {
        var busy = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var failures = new Throwable[calls.size()];
        var callers = new ArrayList<Thread>();
        var holding =
                Thread.startVirtualThread(() ->
                        books.standStill(
                                actor,
                                () -> {
                                    busy.countDown();
                                    await(go);
                                    return true;
                                }));
        await(busy);
        for (var i = 0; i < failures.length; i++) {
            var number = i;
            var caller =
                    Thread.startVirtualThread(() -> {
                        try {
                            calls.get(number).run();
                        } catch (RuntimeException | Error e) {
                            failures[number] = e;
                        }
                    });
            callers.add(caller);
            while (caller.getState() != Thread.State.WAITING
                    && caller.getState() != Thread.State.TERMINATED) {
                LockSupport.parkNanos(10_000);
            }
        }
        go.countDown();
        try {
            holding.join();
            for (var caller : callers) {
                caller.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Arrays.asList(failures);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
