package app.lodge.core.media;

import app.lodge.core.books.Tx;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the stock of blanks is told of media, in the very transaction that changes them, so that no card is
/// in two places (CHAIN-05, CHAIN-52).
public interface BlankStock {

    /// Whether a card may be begun at the actor's desk: a branch takes from delegated, numbered stock only.
    ///
    /// @return the name of the place that may not, or that has none left
    Optional<String> refusal(Tx tx);

    /// Whether a chip may be used at the actor's desk: not one that lies elsewhere, spoiled or lost.
    boolean strange(Tx tx, Uid uid);

    /// A blank of the actor's desk became this medium.
    void issued(Tx tx, Medium medium, String cause);

    /// A blank was spoiled on the way to becoming a medium.
    ///
    /// @param fault the device's fault as it was seen; empty for none
    void spoiled(Tx tx, @Nullable Uid uid, String fault, String cause);

    /// Nobody knows where a blank is that had been fed.
    void missing(Tx tx, @Nullable Uid uid, String cause);

    /// An issued medium entered another state.
    void entered(Tx tx, Medium medium);

    /// A returned medium's blank is used again.
    void reused(Tx tx, Medium medium);

    /// A site that counts no blanks.
    static BlankStock uncounted() {
        return new Uncounted();
    }

    /// See `uncounted()`.
    final class Uncounted implements BlankStock {
        private Uncounted() {}

        @Override
        public Optional<String> refusal(Tx tx) {
            return Optional.empty();
        }

        @Override
        public boolean strange(Tx tx, Uid uid) {
            return false;
        }

        @Override
        public void issued(Tx tx, Medium medium, String cause) {}

        @Override
        public void spoiled(Tx tx, @Nullable Uid uid, String fault, String cause) {}

        @Override
        public void missing(Tx tx, @Nullable Uid uid, String cause) {}

        @Override
        public void entered(Tx tx, Medium medium) {}

        @Override
        public void reused(Tx tx, Medium medium) {}
    }
}
