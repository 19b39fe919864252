package app.lodge.core.books;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import app.lodge.core.doors.Json;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/// The site's books: one write lane, any number of readers beside it.
///
/// A write has returned only when it is durable. Transactions open and close in here, so none can be
/// held while a device works.
public final class Books implements AutoCloseable {

    private record Answered(byte[] hash, byte[] sealed) {}

    private static final Question<Answered> ANSWERED =
            new Question<>(
                    "select request_hash, sealed_answer from request where id = ?",
                    row -> new Answered(row.getBytes(1), row.getBytes(2)));

    private static final Change INSERT_ANSWER =
            Change.insert(
                    "request",
                    "id varchar",
                    "door varchar",
                    "request_hash bytea",
                    "sealed_answer bytea",
                    "at timestamp");

    private final Storage storage;
    private final WriteLane lane;
    private final StandingReaders committed;
    private final Changes changes = new Changes();
    private final Sealing sealing;
    private final InstantSource clock;

    private Books(Storage storage, InstantSource clock, Sealing sealing) {
        this.storage = storage;
        this.clock = clock;
        this.sealing = sealing;
        this.committed = new StandingReaders(storage);
        this.lane = new WriteLane(storage, clock, changes);
    }

    /// Opens the books, bringing their schema up to date.
    ///
    /// @throws BooksUnavailable if the database cannot be opened, or is not set up to be durable
    public static Books open(BooksSource source, InstantSource clock, Sealing sealing) {
        return open(
                switch (source) {
                    case BooksSource.EmbeddedFile file -> new EmbeddedStorage(file);
                    case BooksSource.InMemory memory -> new MemoryStorage(memory);
                    case BooksSource.PostgreSql server -> new PostgreSqlStorage(server);
                },
                clock,
                sealing);
    }

    static Books open(Storage storage, InstantSource clock, Sealing sealing) {
        storage.migrate();
        var books = new Books(storage, clock, sealing);
        books.changes.startAt(
                books.read(sql ->
                        sql.select(coalesce(max(JOURNAL.ID), inline(0L)))
                                .from(JOURNAL)
                                .fetchSingle()
                                .value1()));
        books.lane.start();
        return books;
    }

    /// Whether nothing was ever written.
    public boolean untouched() {
        return !read(sql -> sql.fetchExists(JOURNAL));
    }

    /// Reads what is committed.
    public <T extends @Nullable Object> T read(Reading<T> work) {
        try (var connection = storage.openForReading()) {
            return work.in(storage.dsl(connection));
        } catch (SQLException e) {
            throw new BooksUnavailable("The books could not be read: " + e.getMessage(), e);
        } catch (DataAccessException e) {
            throw gone(e)
                    ? new BooksUnavailable("The books could not be read: " + e.getMessage(), e)
                    : e;
        }
    }

    /// Answers small questions from what is committed, by statements that stay prepared.
    public Committed committed() {
        return committed;
    }

    /// Reads what is committed at one moment, however many questions are asked and whatever is written
    /// meanwhile.
    public <T extends @Nullable Object> T snapshot(Reading<T> work) {
        try (var connection = storage.openForReading()) {
            var level = connection.getTransactionIsolation();
            connection.setTransactionIsolation(storage.snapshotLevel());
            connection.setAutoCommit(false);
            try {
                return work.in(storage.dsl(connection));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setTransactionIsolation(level);
            }
        } catch (SQLException e) {
            throw new BooksUnavailable("The books could not be read: " + e.getMessage(), e);
        } catch (DataAccessException e) {
            throw gone(e)
                    ? new BooksUnavailable("The books could not be read: " + e.getMessage(), e)
                    : e;
        }
    }

    /// Whether the database went away (SQLSTATE 08, PostgreSQL's 57P, H2's 90067, 90098 and 90121), and not
    /// the question was wrong.
    private static boolean gone(DataAccessException e) {
        var state = e.sqlState();
        return state.startsWith("08")
                || state.startsWith("57P")
                || state.equals("90067")
                || state.equals("90098")
                || state.equals("90121");
    }

    /// Writes one unit and returns when it is on the disk.
    public <T extends @Nullable Object> T write(Actor actor, Writing<T> work) {
        return lane.write(actor, null, false, work);
    }

    /// The same for a unit that many callers write at once: its questions and its rows go to the database
    /// with those of its neighbours.
    ///
    /// @param foresight what it will ask
    /// @param work changes nothing but through its {@link Tx}: should the database refuse the rows of a
    ///     group, all its units are run again, each by itself
    public <T extends @Nullable Object> T writeTogether(
            Actor actor, Foresight foresight, Writing<T> work) {
        return lane.write(actor, foresight, false, work);
    }

    /// Writes one unit once: the same request with the same content gets the first answer again.
    ///
    /// @param door the call's name, such as `people.enrol`
    /// @param content what the call asked for, to tell a repeat from a mistake
    /// @throws RequestReused if the id came before with other content, or its answer was forgotten
    ///     with a person whom it named
    public <T> T once(
            Actor actor,
            RequestId request,
            String door,
            Object content,
            Class<T> answerType,
            Writing<T> work) {
        var hash = contentHash(request, actor, door, content);
        return write(actor, tx -> onceIn(tx, request, door, hash, answerType, work));
    }

    /// The same for a unit that many callers write at once, as in {@link #writeTogether}.
    public <T> T onceTogether(
            Actor actor,
            RequestId request,
            String door,
            Object content,
            Class<T> answerType,
            Foresight foresight,
            Writing<T> work) {
        var hash = contentHash(request, actor, door, content);
        return writeTogether(
                actor,
                ahead -> {
                    ahead.find(ANSWERED, request.value());
                    foresight.ask(ahead);
                },
                tx -> onceIn(tx, request, door, hash, answerType, work));
    }

    private <T> T onceIn(
            Tx tx,
            RequestId request,
            String door,
            byte[] hash,
            Class<T> answerType,
            Writing<T> work) {
        var before = tx.find(ANSWERED, request.value());
        if (before.isPresent()) {
            if (!MessageDigest.isEqual(hash, before.get().hash())
                    || KeptAnswers.forgotten(before.get().sealed())) {
                throw new RequestReused(request, door);
            }
            return Json.read(sealing.open(before.get().sealed()), answerType);
        }
        var answer = work.in(tx);
        var sealed = sealing.seal(Json.bytes(answer, (Type) answerType));
        tx.statements().later(INSERT_ANSWER, request.value(), door, hash, sealed, tx.nowUtc());
        tx.statements().told(new Answered(hash, sealed), ANSWERED, request.value());
        return answer;
    }

    /// Runs something while nothing is written: the file is then exactly at the last force boundary.
    public <T> T standStill(Actor actor, Supplier<T> work) {
        return lane.write(actor, null, true, _ -> work.get());
    }

    public Changes changes() {
        return changes;
    }

    public InstantSource clock() {
        return clock;
    }

    @Override
    public void close() {
        lane.close();
        committed.close();
        storage.close();
    }

    private static byte[] contentHash(RequestId request, Actor actor, String door, Object content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (request.value() + '\n' + actor.operatorId() + '\n' + door + '\n')
                            .getBytes(StandardCharsets.UTF_8));
            return digest.digest(Json.bytes(content, content.getClass()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /// Work that only reads.
    @FunctionalInterface
    public interface Reading<T extends @Nullable Object> {
        T in(DSLContext sql);
    }

    /// Work that writes.
    @FunctionalInterface
    public interface Writing<T extends @Nullable Object> {
        T in(Tx tx);
    }
}
