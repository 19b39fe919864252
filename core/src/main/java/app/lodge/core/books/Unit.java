package app.lodge.core.books;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// One caller's work and its answer.
final class Unit<T extends @Nullable Object> {
    private final Actor actor;
    private final @Nullable Foresight foresight;
    private final boolean still;
    private final Books.Writing<T> work;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private @Nullable Tx tx;
    private @Nullable T result;
    private @Nullable Throwable refusal;

    /// @param foresight null for a unit that writes by itself
    /// @param still whether the database's file has to hold everything that was answered before
    Unit(Actor actor, @Nullable Foresight foresight, boolean still, Books.Writing<T> work) {
        this.actor = actor;
        this.foresight = foresight;
        this.still = still;
        this.work = work;
    }

    Actor actor() {
        return actor;
    }

    /// Whether its rows may go to the database together with those of its neighbours.
    boolean shares() {
        return foresight != null;
    }

    boolean still() {
        return still;
    }

    void foresee(Answers ahead) {
        if (foresight != null) {
            foresight.ask(ahead);
        }
    }

    /// Runs the work. What is wrong with it waits for {@link #answer}.
    ///
    /// @param ending what belongs to the work although it comes after it
    /// @return whether it succeeded
    boolean run(Tx mine, Runnable ending) {
        try {
            result = work.in(mine);
            ending.run();
            tx = mine;
            return true;
        } catch (RuntimeException | Error e) {
            mine.rolledBack();
            refusal = e;
            return false;
        }
    }

    /// As if it had never run.
    void takeBack() {
        var mine = tx;
        if (mine != null) {
            mine.rolledBack();
        }
        tx = null;
        result = null;
        refusal = null;
    }

    @Nullable Throwable refusal() {
        return refusal;
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
