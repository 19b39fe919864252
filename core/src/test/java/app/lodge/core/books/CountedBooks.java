package app.lodge.core.books;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.DSLContext;

/// Books whose write connection notes each way to the database.
public final class CountedBooks {

    private CountedBooks() {}

    /// @param trips grows by the name of each call that goes to the database
    public static Books open(
            BooksSource source, InstantSource clock, Sealing sealing, Trips trips) {
        return Books.open(
                new Counted(
                        switch (source) {
                            case BooksSource.EmbeddedFile file -> new EmbeddedStorage(file);
                            case BooksSource.InMemory memory -> new MemoryStorage(memory);
                            case BooksSource.PostgreSql server -> new PostgreSqlStorage(server);
                        },
                        trips),
                clock,
                sealing);
    }

    /// What went to the database since it was last cleared.
    public static final class Trips {

        private final List<String> made = new CopyOnWriteArrayList<>();

        public void clear() {
            made.clear();
        }

        public List<String> made() {
            return List.copyOf(made);
        }

        private Connection counting(Connection connection) {
            return proxy(Connection.class, connection);
        }

        private <T> T proxy(Class<T> type, T target) {
            return type.cast(
                    Proxy.newProxyInstance(
                            CountedBooks.class.getClassLoader(),
                            new Class<?>[] {type},
                            (_, method, arguments) -> {
                                var name = method.getName();
                                if (name.startsWith("execute")
                                        || name.equals("commit")
                                        || name.equals("rollback")
                                        || name.endsWith("Savepoint")) {
                                    made.add(name);
                                }
                                try {
                                    return switch (method.invoke(target, arguments)) {
                                        case PreparedStatement prepared ->
                                                proxy(PreparedStatement.class, prepared);
                                        case Statement statement ->
                                                proxy(Statement.class, statement);
                                        case null -> null;
                                        case Object other -> other;
                                    };
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            }));
        }
    }

    private record Counted(Storage storage, Trips trips) implements Storage {

        @Override
        public void migrate() {
            storage.migrate();
        }

        @Override
        public Connection openForWriting() throws SQLException {
            return trips.counting(storage.openForWriting());
        }

        @Override
        public Connection openForReading() throws SQLException {
            return storage.openForReading();
        }

        @Override
        public int snapshotLevel() {
            return storage.snapshotLevel();
        }

        @Override
        public DSLContext dsl(Connection connection) {
            return storage.dsl(connection);
        }

        @Override
        public boolean remote() {
            return storage.remote();
        }

        @Override
        public void force(Connection writing) throws SQLException {
            storage.force(writing);
        }

        @Override
        public void close() {
            storage.close();
        }
    }
}
