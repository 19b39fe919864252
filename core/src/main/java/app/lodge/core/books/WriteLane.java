package app.lodge.core.books;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one writer: takes whatever has arrived, writes it in one transaction as a {@link Group}, makes it
/// durable, then answers.
///
/// Group commit, gap-free numbers, the hash chain, hot accounts and, on H2, crash safety all follow
/// from there being one lane.
final class WriteLane implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WriteLane.class);

    /// More than a clock is corrected by while nobody looks.
    private static final Duration SET_BACK = Duration.ofMinutes(1);

    private final Storage storage;
    private final Durability durability;
    private final InstantSource clock;
    private final Changes changes;
    private final Arrivals arrivals = new Arrivals();
    private final Numbers numbers = new Numbers();
    private final ChainHead head = new ChainHead();
    private final Thread writer;
    private volatile boolean closing;
    private volatile @Nullable BooksUnavailable broken;
    private Instant newest = Instant.EPOCH;
    private @Nullable Connection connection;
    private @Nullable Group group;

    WriteLane(Storage storage, InstantSource clock, Changes changes) {
        this.storage = storage;
        this.durability = new Durability(storage);
        this.clock = clock;
        this.changes = changes;
        this.writer = Thread.ofPlatform().name("books-writer").daemon(true).unstarted(this::run);
    }

    void start() {
        writer.start();
    }

    /// The parameters are those of a {@link Unit}.
    <T extends @Nullable Object> T write(
            Actor actor, @Nullable Foresight foresight, boolean still, Books.Writing<T> work) {
        if (Thread.currentThread() == writer) {
            throw new IllegalStateException("A write inside a write: use the Tx at hand");
        }
        var refused = broken;
        if (refused != null) {
            throw refused;
        }
        if (closing) {
            throw new BooksUnavailable(
                    "The books are closing", new IllegalStateException("closed"));
        }
        var unit = new Unit<>(actor, foresight, still, work);
        arrivals.add(unit);
        if (!writer.isAlive()) {
            arrivals.failTheRest(); // the lane ended between the question above and the queue
        }
        return unit.await();
    }

    @Override
    public void close() {
        closing = true;
        try {
            writer.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var batch = new ArrayList<Unit<?>>();
        while (true) {
            try {
                arrivals.take(batch);
                if (batch.isEmpty()) {
                    if (closing) {
                        catchUp();
                        break;
                    }
                    if (durability.ahead()) {
                        follow(durability::beside);
                    }
                    continue;
                }
                if (batch.stream().anyMatch(Unit::still)) {
                    catchUp();
                }
                writeBatch(batch);
                if (durability.farAhead()) {
                    follow(durability::beside);
                }
            } catch (InterruptedException e) {
                closing = true; // nobody interrupts the writer but the end of the process
            } finally {
                batch.clear();
            }
        }
        drop();
        durability.close();
        arrivals.failTheRest();
    }

    private void writeBatch(List<Unit<?>> batch) {
        var before = broken;
        if (before != null) {
            // Came in before the disk failed. A second try that seems to work proves nothing: after
            // a failed flush the system may have thrown away what it could not write.
            batch.forEach(unit -> unit.fail(before));
            return;
        }
        try {
            durability.requireFollowed();
        } catch (Exception e) {
            var failure = refused(e);
            batch.forEach(unit -> unit.fail(failure));
            return;
        }
        Connection open;
        Durability.Step toDisk;
        try {
            open = open();
            var group = group(open);
            group.run(batch);
            toDisk =
                    durability.after(
                            open, batch.stream().allMatch(Unit::shares) ? group.told() : null);
            open.commit();
        } catch (SQLException | RuntimeException | Error e) {
            LOG.error("A batch of {} could not be written", batch.size(), e);
            forget();
            var failure = new BooksUnavailable("The books could not be written: " + said(e), e);
            batch.reversed().forEach(unit -> unit.fail(failure)); // memory goes back step by step
            return;
        }
        try {
            toDisk.take();
        } catch (Exception | Error e) {
            // Whatever it was, nobody may be told that the batch is safe, and every caller must be
            // answered.
            var failure = refused(e);
            batch.reversed().forEach(unit -> unit.fail(failure));
            return;
        }
        tell(batch);
        batch.forEach(Unit::answer);
    }

    /// Has the database's file hold everything that was answered.
    private void catchUp() {
        if (durability.behind()) {
            follow(durability::intoFile);
        }
    }

    private void follow(Following how) {
        var open = connection;
        if (open == null || broken != null) {
            return;
        }
        try {
            var step = how.into(open);
            open.commit();
            step.take();
        } catch (Exception | Error e) {
            // On the writer's own thread: it must not end by whatever the disk came up with.
            refused(e);
        }
    }

    /// How the database's file comes to hold what the log does.
    @FunctionalInterface
    private interface Following {
        Durability.Step into(Connection open) throws SQLException;
    }

    private BooksUnavailable refused(Throwable e) {
        // What memory holds is now ahead of the disk. Answering anything more would be a guess.
        LOG.error("The disk refused the books; writing stops until the bridge is started again", e);
        var failure = new BooksUnavailable("The disk refused the books: " + said(e), e);
        broken = failure;
        return failure;
    }

    private Group group(Connection open) {
        var kept = group;
        if (kept == null) {
            var statements = new Statements(open, storage.remote());
            kept =
                    new Group(
                            open,
                            storage.dsl(open, statements),
                            statements,
                            storage.remote() ? new LookAhead(statements) : null,
                            numbers,
                            head,
                            this::now);
            group = kept;
        }
        return kept;
    }

    /// What lies at the bottom: the database wraps "No space left on device" in sentences of its own.
    private static String said(Throwable e) {
        var said = e.toString();
        for (var at = e.getCause(); at != null; at = at.getCause()) {
            var message = at.getMessage();
            if (message != null && !message.isBlank()) {
                said = message;
            }
        }
        return said;
    }

    /// What is durable is answered, whatever becomes of those who wanted to hear of it.
    private void tell(List<Unit<?>> batch) {
        var facts = new ArrayList<Fact>();
        for (var unit : batch) {
            try {
                unit.commit(facts);
            } catch (RuntimeException | Error e) {
                LOG.error("A step after commit failed; the books themselves are written", e);
            }
        }
        try {
            changes.tell(List.copyOf(facts));
        } catch (RuntimeException | Error e) {
            LOG.error("A listener to committed facts failed", e);
        }
    }

    /// A clock that is set back stops nobody: rows stand in the order of their numbers.
    private Instant now() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (now.isBefore(newest.minus(SET_BACK))) {
            LOG.warn(
                    "The clock was set back from {} to {}; booking goes on, in the order of the numbers",
                    newest,
                    now);
        }
        newest = now;
        return now;
    }

    private Connection open() throws SQLException {
        var open = connection;
        if (open == null || open.isClosed()) {
            forget();
            open = storage.openForWriting();
            connection = open;
        }
        return open;
    }

    private void forget() {
        numbers.forgetAll();
        head.forget();
        drop();
    }

    private void drop() {
        var open = connection;
        connection = null;
        group = null;
        if (open != null) {
            try {
                open.rollback();
                open.close();
            } catch (SQLException e) {
                LOG.debug("A broken connection could not be closed", e);
            }
        }
    }
}
