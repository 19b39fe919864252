package app.lodge.core.books;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How what the one writer commits gets onto the disk: into the database's file, or into the log ahead of it
/// where there is one and a group is nothing but rows.
final class Durability {

    private final Storage storage;

    Durability(Storage storage) {
        this.storage = storage;
    }

    /// What comes after the commit of a group; the rest of it is done now, in its transaction.
    ///
    /// @param told all that the group has written; null if that is more than rows
    Step after(Connection open, @Nullable List<Told> told) throws SQLException {
        var ahead = storage.ahead();
        if (ahead == null || told == null) {
            return intoFile(open);
        }
        if (told.isEmpty()) {
            return () -> {};
        }
        ahead.count(open);
        return () -> ahead.append(told);
    }

    /// The same for the database's file, which then holds all that was committed.
    Step intoFile(Connection open) throws SQLException {
        var ahead = storage.ahead();
        if (ahead == null || !ahead.holds()) {
            return () -> storage.force(open);
        }
        ahead.startAnew(open);
        return () -> {
            storage.force(open);
            ahead.begin();
        };
    }

    /// Whether the database's file lacks something that was answered.
    boolean behind() {
        var ahead = storage.ahead();
        return ahead != null && ahead.holds();
    }

    /// Whether it lacks so much that it should not wait for a quiet moment.
    boolean farBehind() {
        var ahead = storage.ahead();
        return ahead != null && ahead.isLong();
    }

    /// What makes a commit durable.
    @FunctionalInterface
    interface Step {
        void take() throws Exception;
    }
}
