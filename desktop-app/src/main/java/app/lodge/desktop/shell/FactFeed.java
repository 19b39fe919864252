package app.lodge.desktop.shell;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Fact;
import app.lodge.core.journal.Journal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens to what is committed at the site, and so also knows whether the bridge is there: it asks
/// on when an answer has come, and again after a pause when none comes.
public final class FactFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FactFeed.class);
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Journal journal;
    private final Actor actor;
    private final Consumer<List<Fact>> news;
    private final Consumer<Boolean> reachable;
    private final CountDownLatch closed = new CountDownLatch(1);

    /// @param news hears facts on the screen's thread
    /// @param reachable hears on the screen's thread whether the bridge answers
    FactFeed(Journal journal, Actor actor, Consumer<List<Fact>> news, Consumer<Boolean> reachable) {
        this.journal = journal;
        this.actor = actor;
        this.news = news;
        this.reachable = reachable;
    }

    void start() {
        Thread.ofVirtual().name("facts").start(this::listen);
    }

    private void listen() {
        long after = -1;
        while (closed.getCount() > 0) {
            try {
                if (after < 0) {
                    after = journal.head(actor).number();
                }
                tell(() -> reachable.accept(true));
                var facts = journal.facts(actor, after, WAIT);
                if (!facts.isEmpty()) {
                    after = facts.getLast().number();
                    tell(() -> news.accept(facts));
                }
            } catch (RuntimeException e) {
                LOG.debug("No facts from the bridge", e);
                tell(() -> reachable.accept(!Failures.connectionLost(e)));
                pause();
            }
        }
    }

    private void tell(Runnable what) {
        if (closed.getCount() > 0) {
            Platform.runLater(what);
        }
    }

    private void pause() {
        try {
            if (closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Feed closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
