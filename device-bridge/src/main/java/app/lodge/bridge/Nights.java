package app.lodge.bridge;

import app.lodge.core.books.Actor;
import app.lodge.core.privacy.Privacy;
import app.lodge.core.purse.Purses;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is done once a day, the first time an hour after the start: old answers go, erasures that were
/// cut off are completed, people who are due are counted, and erased only where the retention class says
/// so (ID-57); purses whose last day is over are closed (CHAIN-20).
final class Nights implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Nights.class);
    private static final Duration FIRST = Duration.ofHours(1);
    private static final Duration EVERY = Duration.ofDays(1);

    private final ScheduledExecutorService thread;

    private Nights(ScheduledExecutorService thread) {
        this.thread = thread;
    }

    static Nights begin(Privacy privacy, Purses purses) {
        var thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("nights").daemon(true).factory());
        var unused =
                thread.scheduleWithFixedDelay(
                        () -> tidy(privacy, purses),
                        FIRST.toSeconds(),
                        EVERY.toSeconds(),
                        TimeUnit.SECONDS);
        return new Nights(thread);
    }

    private static void tidy(Privacy privacy, Purses purses) {
        try {
            var done = privacy.tidy(Actor.system("nights"));
            LOG.info(
                    "{} old answers and {} list rows dropped, {} people erased, {} due",
                    done.answersDropped(),
                    done.listRowsDropped(),
                    done.erased(),
                    done.due());
            LOG.info("{} purses expired", purses.expire(Actor.system("nights")));
        } catch (RuntimeException e) {
            LOG.error("The daily tidying failed; it is tried again tomorrow", e);
        }
    }

    /// Lets what runs come to its end.
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
                LOG.warn("The daily tidying still runs; the books close all the same");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
