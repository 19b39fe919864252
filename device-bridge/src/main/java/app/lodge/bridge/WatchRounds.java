package app.lodge.bridge;

import app.lodge.core.books.Actor;
import app.lodge.core.books.BooksUnavailable;
import app.lodge.core.selfservice.HolderPost;
import app.lodge.core.watch.Watch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks over the site and sends holders' mail every few seconds on a thread of its own, because a mail server may be slow.
final class WatchRounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchRounds.class);
    private static final Actor BRIDGE = Actor.system("bridge");
    private static final long FIRST_SECONDS = 30;
    private static final long LOOK_SECONDS = 15;

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("watch").daemon(true).factory());

    private WatchRounds() {}

    static WatchRounds begin(Watch watch, HolderPost post) {
        var rounds = new WatchRounds();
        var unused =
                rounds.thread.scheduleWithFixedDelay(
                        () -> look(watch, post), FIRST_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        return rounds;
    }

    private static void look(Watch watch, HolderPost post) {
        try {
            watch.round(BRIDGE);
            post.round(BRIDGE);
        } catch (BooksUnavailable e) {
            LOG.warn("Nobody watches just now: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("A round of the watch failed; the next one comes", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(20, TimeUnit.SECONDS)) {
                LOG.warn("A message was still on its way; it is sent again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
