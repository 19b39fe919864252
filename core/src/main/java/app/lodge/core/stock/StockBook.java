package app.lodge.core.stock;

import app.lodge.core.books.Tx;
import org.jspecify.annotations.Nullable;

/// The one place where a count changes: pieces go from one place and state to another, and a row says so.
/// Whatever is received comes from outside; nothing ever leaves, so that all counts of a delivery always
/// add up to what was received (CHAIN-52).
final class StockBook {

    private final StockStore store = new StockStore();

    /// Where pieces are, and as what.
    record Spot(long place, StockState state) {}

    /// Why, and on whose account.
    ///
    /// @param cause `job:12`, `medium:7`, `desk`
    record Why(MoveReason reason, String cause) {}

    void receive(Tx tx, long delivery, Spot to, int pieces) {
        store.add(tx, delivery, to, pieces);
        store.addMovement(tx, delivery, null, to, pieces, new Why(MoveReason.RECEIVED, "desk"));
    }

    /// @throws IllegalStateException if the state cannot become that, or so many are not there
    void move(Tx tx, long delivery, Spot from, Spot to, int pieces, Why why) {
        if (from.state() != to.state() && !from.state().canBecome(to.state())) {
            throw new IllegalStateException(
                    "Blanks that are %s cannot become %s".formatted(from.state(), to.state()));
        }
        int there = store.count(tx.sql(), delivery, from);
        if (there < pieces && from.state() != StockState.DIFFERENCE) {
            throw new IllegalStateException(
                    "Delivery %d has %d pieces %s at place %d, not %d"
                            .formatted(delivery, there, from.state(), from.place(), pieces));
        }
        store.add(tx, delivery, from, -pieces);
        store.add(tx, delivery, to, pieces);
        store.addMovement(tx, delivery, from, to, pieces, why);
    }

    /// One piece that is known by itself, with its count.
    void move(Tx tx, StockStore.Piece piece, Spot to, @Nullable Long medium, Why why) {
        move(tx, piece.delivery(), piece.spot(), to, 1, why);
        store.place(tx, piece.id(), to, medium);
    }

    /// So many pieces, whichever: first those that nobody knows by themselves, then the lowest numbers.
    void shift(Tx tx, long delivery, Spot from, Spot to, int pieces, Why why) {
        int known = store.numbered(tx.sql(), delivery, from, Integer.MAX_VALUE).size();
        boolean found = from.state() == StockState.DIFFERENCE;
        int unknown = found ? 0 : store.count(tx.sql(), delivery, from) - known;
        int named = Math.min(known, Math.max(0, pieces - unknown));
        move(tx, delivery, from, to, pieces, why);
        for (var piece : store.numbered(tx.sql(), delivery, from, named)) {
            store.place(tx, piece.id(), to, null);
        }
        // What a count finds too many of a numbered delivery has no number that we know.
        if (found && (to.state() == StockState.RETURNED || store.numbered(tx.sql(), delivery))) {
            for (int more = named; more < pieces; more++) {
                store.addPiece(tx, delivery, null, to);
            }
        }
    }
}
