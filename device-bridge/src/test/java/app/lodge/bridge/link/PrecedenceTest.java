package app.lodge.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who waits at a till comes before what tills tell (ID-15).
@Tag("ID-15")
final class PrecedenceTest {

    @Test
    void anAskRunsWhileThousandsOfEventsWaitForTheirTurn() throws Exception {
        var precedence = new Precedence(2);
        var told = new AtomicInteger();
        var hold = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var event = 0; event < 3_000; event++) {
                threads.submit(() -> {
                    precedence.inTurn(() -> {
                        await(hold);
                        told.incrementAndGet();
                    });
                    return null;
                });
            }
            while (precedence.waiting() < 2_000) {
                Thread.onSpinWait();
            }
            var answered = new AtomicInteger(-1);
            precedence.first(() -> answered.set(told.get()));
            assertThat(answered).hasValue(0);
            hold.countDown();
        }
        assertThat(told).hasValue(3_000);
    }

    @Test
    void whatIsToldLetsAnAskGoFirstButNotForEver() throws Exception {
        var precedence = new Precedence(2);
        var asking = new CountDownLatch(1);
        var told = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> precedence.first(() -> await(asking)));
            threads.submit(() -> {
                precedence.inTurn(told::countDown);
                return null;
            });
            // The ask has not ended, and the event is told all the same.
            assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
            asking.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
