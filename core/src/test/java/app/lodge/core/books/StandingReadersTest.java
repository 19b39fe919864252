package app.lodge.core.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Small questions are answered on a few connections that are kept, and on a new one where a kept one died.
@Tag("ID-15")
final class StandingReadersTest {

    private static final Question<Long> TWICE =
            new Question<>("select 2 * cast(? as bigint)", row -> row.getLong(1));

    private final Opening storage =
            new Opening(new MemoryStorage(new BooksSource.InMemory("readers")));
    private final StandingReaders readers = new StandingReaders(storage);

    @AfterEach
    void end() {
        readers.close();
        storage.close();
    }

    @Test
    void oneAfterTheOtherTheyTakeOneConnection() {
        for (var n = 1L; n <= 50; n++) {
            assertThat(readers.find(TWICE, n)).contains(2 * n);
        }
        assertThat(storage.opened).hasSize(1);
    }

    @Test
    void manyAtOnceTakeAFewAndAllAreAnswered() throws Exception {
        var together = new CountDownLatch(1);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    LongStream.rangeClosed(1, 60)
                            .mapToObj(n ->
                                    callers.submit(() -> {
                                        together.await();
                                        return readers.find(TWICE, n).orElseThrow() - 2 * n;
                                    }))
                            .toList();
            together.countDown();
            for (var answer : answers) {
                assertThat(answer.get()).isZero();
            }
        }
        assertThat(storage.opened.size()).isBetween(1, 4);
    }

    @Test
    void whereAConnectionDiedTheQuestionIsAskedOnANewOne() throws Exception {
        assertThat(readers.find(TWICE, 1L)).contains(2L);
        storage.opened.getFirst().close();
        assertThat(readers.find(TWICE, 2L)).contains(4L);
        assertThat(readers.all(TWICE, 3L)).containsExactly(6L);
        assertThat(storage.opened).hasSize(2);
    }

    @Test
    void whereTheDatabaseIsGoneTheBooksAreNotToBeHad() throws Exception {
        assertThat(readers.find(TWICE, 1L)).contains(2L);
        storage.opened.getFirst().close();
        storage.gone = true;
        for (var again = 1; again <= 10; again++) { // and no place among the few is lost
            assertThatThrownBy(() -> readers.find(TWICE, 2L)).isInstanceOf(BooksUnavailable.class);
        }
        storage.gone = false;
        assertThat(readers.find(TWICE, 2L)).contains(4L);
    }

    @Test
    void whatWasCommittedSinceIsFound() throws Exception {
        var count = new Question<>("select count(*) from told where n < ?", row -> row.getLong(1));
        try (var writing = storage.openForWriting();
                var statement = writing.createStatement()) {
            statement.execute("create table told (n bigint)");
            writing.commit();
            assertThat(readers.find(count, 9L)).contains(0L);
            statement.execute("insert into told values (1)");
            assertThat(readers.find(count, 9L)).contains(0L);
            writing.commit();
            assertThat(readers.find(count, 9L)).contains(1L);
        }
    }

    /// Keeps what it opened.
    private static final class Opening implements Storage {

        private final Storage below;
        private final List<Connection> opened = new CopyOnWriteArrayList<>();
        private volatile boolean gone;

        Opening(Storage below) {
            this.below = below;
        }

        @Override
        public Connection openForReading() throws SQLException {
            if (gone) {
                throw new SQLException("gone", "08006");
            }
            var connection = below.openForReading();
            opened.add(connection);
            return connection;
        }

        @Override
        public void migrate() {
            below.migrate();
        }

        @Override
        public Connection openForWriting() throws SQLException {
            return below.openForWriting();
        }

        @Override
        public int snapshotLevel() {
            return below.snapshotLevel();
        }

        @Override
        public DSLContext dsl(Connection connection) {
            return below.dsl(connection);
        }

        @Override
        public boolean remote() {
            return below.remote();
        }

        @Override
        public void force(Connection writing) throws SQLException {
            below.force(writing);
        }

        @Override
        public void close() {
            below.close();
        }
    }
}
