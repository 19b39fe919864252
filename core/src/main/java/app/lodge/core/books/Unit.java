package app.lodge.core.books;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// One caller's work and its answer.
final class Unit<T extends @Nullable Object> {
    private final Actor actor;
    private final Books.Writing<T> work;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private @Nullable Tx tx;
    private @Nullable T result;
    private @Nullable Throwable refusal;

    /// What all units of the one writer share.
    record Means(DSLContext sql, Statements statements, Numbers numbers, ChainHead head) {}

    Unit(Actor actor, Books.Writing<T> work) {
        this.actor = actor;
        this.work = work;
    }

    /// @throws SQLException if the database is gone; what is wrong with the work itself waits for
    ///     {@link #answer}
    void runIn(Connection open, Means means, Instant now) throws SQLException {
        var savepoint = open.setSavepoint();
        var mine =
                new Tx(means.sql(), means.statements(), actor, now, means.numbers(), means.head());
        try {
            result = work.in(mine);
            open.releaseSavepoint(savepoint);
            tx = mine;
            means.numbers().keep();
            means.head().keep();
        } catch (RuntimeException | Error e) {
            means.numbers().takeBack();
            means.head().takeBack();
            mine.rolledBack();
            try {
                open.rollback(savepoint);
            } catch (SQLException gone) {
                // Not the caller's fault: the database went away under the work.
                gone.addSuppressed(e);
                throw gone;
            }
            refusal = e;
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
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException known -> throw known;
                case Error error -> throw error;
                case null, default -> throw e;
            }
        }
    }
}
