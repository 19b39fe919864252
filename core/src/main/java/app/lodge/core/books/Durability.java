package app.lodge.core.books;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// How what the one writer commits gets onto the disk: into the database's file, or into the log ahead of it
/// where there is one and a group is nothing but rows. Then the file follows beside the writer.
final class Durability implements AutoCloseable {

    private final Storage storage;
    private final ExecutorService follower =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("books-follower").daemon(true).factory());
    private Future<?> following = CompletableFuture.completedFuture(null);

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
        ahead.count();
        return () -> ahead.append(told);
    }

    /// The same for the database's file, which then holds all that was committed.
    Step intoFile(Connection open) throws SQLException {
        var ahead = storage.ahead();
        if (ahead == null || !ahead.holds()) {
            return () -> storage.force(open);
        }
        ahead.startAnew();
        return () -> {
            storage.force(open);
            ahead.begin();
        };
    }

    /// The same, but the file follows while the writer goes on: the log ends, and the next one begins.
    Step beside(Connection open) throws SQLException {
        var ahead = Objects.requireNonNull(storage.ahead());
        ahead.startAnew();
        return () -> {
            following.get(); // the file cannot follow two logs at a time
            ahead.turn(open);
            following =
                    follower.submit(() -> {
                        ahead.follow();
                        return null;
                    });
        };
    }

    /// @throws ExecutionException if the file could not follow: what the log holds is safe, but the disk is not
    ///     to be trusted
    void requireFollowed() throws ExecutionException, InterruptedException {
        if (following.isDone()) {
            following.get();
        }
    }

    /// Whether the database's file may lack something that was answered.
    boolean behind() {
        var ahead = storage.ahead();
        return ahead != null && ahead.holds();
    }

    /// Whether the log has something that the file has not begun to follow.
    boolean ahead() {
        var ahead = storage.ahead();
        return ahead != null && ahead.hasGroups();
    }

    /// Whether that is so much that it should not wait for a quiet moment.
    boolean farAhead() {
        var ahead = storage.ahead();
        return ahead != null && ahead.isLong();
    }

    @Override
    public void close() {
        follower.close();
    }

    /// What makes a commit durable.
    @FunctionalInterface
    interface Step {
        void take() throws Exception;
    }
}
