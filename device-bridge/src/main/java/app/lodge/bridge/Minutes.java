package app.lodge.bridge;

import app.lodge.core.books.Actor;
import app.lodge.core.exports.Exports;
import app.lodge.core.media.MediaLife;
import app.lodge.core.topups.BankFiles;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is looked at every minute: daily exports that are due, files for the bank that are stored and
/// not yet in their folder (ID-28, ID-54), media lent for a day that is over (ID-07).
final class Minutes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Minutes.class);

    private final ScheduledExecutorService thread;

    private Minutes(ScheduledExecutorService thread) {
        this.thread = thread;
    }

    static Minutes begin(Exports exports, BankFiles bankFiles, MediaLife media) {
        var thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("minutes").daemon(true).factory());
        var unused =
                thread.scheduleWithFixedDelay(
                        () -> look(exports, bankFiles, media), 1, 1, TimeUnit.MINUTES);
        return new Minutes(thread);
    }

    private static void look(Exports exports, BankFiles bankFiles, MediaLife media) {
        try {
            var bridge = Actor.system("bridge");
            media.endLoans(bridge);
            bankFiles.resume(bridge);
            exports.runDue(bridge);
        } catch (RuntimeException e) {
            LOG.error("What is due could not be written; it is tried again in a minute", e);
        }
    }

    /// Lets what runs come to its end.
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
                LOG.warn("An export still runs; the books close all the same");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
