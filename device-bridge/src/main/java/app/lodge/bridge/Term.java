package app.lodge.bridge;

import app.lodge.core.books.BooksUnavailable;
import app.lodge.core.devices.FieldAccess;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The time during which this bridge, of several, has the devices. When another one has begun a newer term,
/// because this one was cut off from the database, it lets go: it cannot commit any more in any case, and its
/// devices are to find the other one (ID-49).
final class Term implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Term.class);
    private static final long LOOK_SECONDS = 2;

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("bridge-term").daemon(true).factory());

    /// A bridge that is alone, and looks at nothing.
    static Term ofTheOnlyOne() {
        return new Term();
    }

    /// @param overtaken runs once, on a thread of its own
    static Term begin(FieldAccess access, String holder, Runnable overtaken) {
        var own = access.beginTerm(holder);
        var term = new Term();
        LOG.info("Term {} of the bridges begins", own);
        var unused =
                term.thread.scheduleWithFixedDelay(
                        () -> term.look(access, own, overtaken),
                        LOOK_SECONDS,
                        LOOK_SECONDS,
                        TimeUnit.SECONDS);
        return term;
    }

    private void look(FieldAccess access, long own, Runnable overtaken) {
        try {
            var newest = access.term();
            if (newest > own) {
                LOG.error(
                        "Term {} has begun elsewhere; this bridge, of term {}, stops", newest, own);
                thread.shutdown();
                var unused = Thread.ofPlatform().name("overtaken").start(overtaken);
            }
        } catch (BooksUnavailable e) {
            LOG.warn("The newest term is not known: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
