package app.lodge.core.books;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one writer: takes whatever has arrived, writes it in one transaction with a savepoint for each
/// unit, makes it durable, then answers.
///
/// Group commit, gap-free numbers, the hash chain, hot accounts and, on H2, crash safety all follow
/// from there being one lane.
final class WriteLane implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WriteLane.class);
    private static final int MOST_IN_A_BATCH = 256;

    private final Storage storage;
    private final InstantSource clock;
    private final Changes changes;
    private final LinkedBlockingQueue<Unit<?>> queue = new LinkedBlockingQueue<>();
    private final Numbers numbers = new Numbers();
    private final ChainHead head = new ChainHead();
    private final Thread writer;
    private volatile boolean closing;
    private volatile @Nullable BooksUnavailable broken;
    private @Nullable Connection connection;
    private @Nullable Statements statements;

    WriteLane(Storage storage, InstantSource clock, Changes changes) {
        this.storage = storage;
        this.clock = clock;
        this.changes = changes;
        this.writer = Thread.ofPlatform().name("books-writer").daemon(true).unstarted(this::run);
    }

    void start() {
        writer.start();
    }

    <T extends @Nullable Object> T write(Actor actor, Books.Writing<T> work) {
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
        var unit = new Unit<>(actor, work);
        queue.add(unit);
        if (!writer.isAlive()) {
            failTheRest(); // the lane ended between the question above and the queue
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
                var first = queue.poll(50, TimeUnit.MILLISECONDS);
                if (first == null) {
                    if (closing) {
                        break;
                    }
                    continue;
                }
                batch.add(first);
                queue.drainTo(batch, MOST_IN_A_BATCH - 1);
                writeBatch(batch);
            } catch (InterruptedException e) {
                closing = true; // nobody interrupts the writer but the end of the process
            } finally {
                batch.clear();
            }
        }
        drop();
        failTheRest();
    }

    /// Nobody waits for ever for a lane that has ended.
    private void failTheRest() {
        var ended =
                new BooksUnavailable("The books are closed", new IllegalStateException("closed"));
        for (var unit = queue.poll(); unit != null; unit = queue.poll()) {
            unit.fail(ended);
        }
    }

    private void writeBatch(List<Unit<?>> batch) {
        var before = broken;
        if (before != null) {
            // Came in before the disk failed. A second try that seems to work proves nothing: after
            // a
            // failed flush the system may have thrown away what it could not write.
            batch.forEach(unit -> unit.fail(before));
            return;
        }
        Connection open;
        try {
            open = open();
            var dsl = storage.dsl(open);
            var hot = statements;
            if (hot == null) {
                hot = new Statements(open);
                statements = hot;
            }
            for (var unit : batch) {
                unit.runIn(open, dsl, hot);
            }
            open.commit();
        } catch (SQLException | RuntimeException | Error e) {
            LOG.error("A batch of {} could not be written", batch.size(), e);
            forget();
            var failure = new BooksUnavailable("The books could not be written: " + e, e);
            batch.reversed().forEach(unit -> unit.fail(failure)); // memory goes back step by step
            return;
        }
        try {
            storage.force(open);
        } catch (Exception | Error e) {
            // What memory holds is now ahead of the disk. Answering anything more would be a guess.
            LOG.error(
                    "The disk refused the books; writing stops until the bridge is started again",
                    e);
            var failure = new BooksUnavailable("The disk refused the books: " + e, e);
            broken = failure;
            batch.reversed().forEach(unit -> unit.fail(failure));
            return;
        }
        tell(batch);
        batch.forEach(Unit::answer);
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
        statements = null;
        if (open != null) {
            try {
                open.rollback();
                open.close();
            } catch (SQLException e) {
                LOG.debug("A broken connection could not be closed", e);
            }
        }
    }

    /// One caller's work and its answer.
    private final class Unit<T extends @Nullable Object> {
        private final Actor actor;
        private final Books.Writing<T> work;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private @Nullable Tx tx;
        private @Nullable T result;
        private @Nullable Throwable refusal;

        Unit(Actor actor, Books.Writing<T> work) {
            this.actor = actor;
            this.work = work;
        }

        void runIn(Connection open, DSLContext dsl, Statements hot) throws SQLException {
            var savepoint = open.setSavepoint();
            var mine =
                    new Tx(
                            dsl,
                            hot,
                            actor,
                            clock.instant().truncatedTo(ChronoUnit.MICROS),
                            numbers,
                            head);
            try {
                result = work.in(mine);
                open.releaseSavepoint(savepoint);
                tx = mine;
                numbers.keep();
                head.keep();
            } catch (RuntimeException | Error e) {
                numbers.takeBack();
                head.takeBack();
                mine.rolledBack();
                refusal = e;
                open.rollback(savepoint);
            }
        }

        void commit(List<Fact> facts) {
            var mine = tx;
            if (mine != null) {
                facts.addAll(mine.facts());
                mine.committed();
            }
        }

        @SuppressWarnings("NullAway") // T may be null where the caller said so
        void answer() {
            var failure = refusal;
            if (failure != null) {
                answer.completeExceptionally(failure);
            } else {
                answer.complete(result);
            }
        }

        void fail(BooksUnavailable failure) {
            var mine = tx;
            if (mine != null) {
                mine.rolledBack();
            }
            var own = refusal;
            answer.completeExceptionally(own != null ? own : failure);
        }

        T await() {
            try {
                return answer.join();
            } catch (java.util.concurrent.CompletionException e) {
                switch (e.getCause()) {
                    case RuntimeException known -> throw known;
                    case Error error -> throw error;
                    case null, default -> throw e;
                }
            }
        }
    }
}
