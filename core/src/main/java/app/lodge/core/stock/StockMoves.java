package app.lodge.core.stock;

import app.lodge.core.books.Tx;
import app.lodge.core.media.Uid;
import app.lodge.core.stock.Delivery.Numbering;
import app.lodge.core.stock.Stock.Counted;
import app.lodge.core.stock.Stock.HandOver;
import app.lodge.core.stock.Stock.MoveOutcome;
import app.lodge.core.stock.Stock.WriteOff;
import app.lodge.core.stock.StockBook.Spot;
import app.lodge.core.stock.StockBook.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the desk does with pieces, inside its transaction (CHAIN-06, CHAIN-52).
final class StockMoves {

    static final String DESK = "desk";

    private final StockBook book;
    private final StockStore store;
    private final ShelfStore shelves;

    StockMoves(StockBook book, StockStore store, ShelfStore shelves) {
        this.book = book;
        this.store = store;
        this.shelves = shelves;
    }

    MoveOutcome handOver(Tx tx, HandOver order) {
        var from = new Spot(order.from(), order.state());
        var to = new Spot(order.to(), order.state());
        return order.serials().isEmpty()
                ? shifted(
                        tx,
                        order.delivery(),
                        from,
                        to,
                        order.pieces(),
                        new Why(MoveReason.HANDED_OVER, DESK))
                : named(tx, order.delivery(), order.serials(), from, to, MoveReason.HANDED_OVER);
    }

    /// All of them, or none if one does not lie there.
    private MoveOutcome named(
            Tx tx, long delivery, List<String> serials, Spot from, Spot to, MoveReason reason) {
        var pieces = new ArrayList<StockStore.Piece>();
        for (var serial : serials) {
            var piece = find(tx, delivery, serial, from);
            if (piece.isEmpty()) {
                return new MoveOutcome.Stranger(serial);
            }
            pieces.add(piece.get());
        }
        pieces.forEach(piece -> book.move(tx, piece, to, null, new Why(reason, DESK)));
        return said(tx, delivery, from, to, pieces.size(), reason);
    }

    private Optional<StockStore.Piece> find(Tx tx, long delivery, String serial, Spot from) {
        var numbering = shelves.delivery(tx.sql(), delivery).orElseThrow().numbering();
        return store.withSerial(tx.sql(), Serials.spelt(serial, numbering))
                .filter(piece -> piece.delivery() == delivery && piece.spot().equals(from));
    }

    MoveOutcome prepared(Tx tx, long delivery, long place, Uid chip) {
        var why = new Why(MoveReason.PREPARED, DESK);
        var blank = new Spot(place, StockState.BLANK);
        var ready = new Spot(place, StockState.PREPARED);
        var known = store.withSerial(tx.sql(), chip.hex());
        if (known.isPresent()) {
            var piece = known.get();
            if (piece.delivery() == delivery && piece.spot().equals(ready)) {
                return new MoveOutcome.Moved(0);
            }
            if (piece.delivery() != delivery || !piece.spot().equals(blank)) {
                return new MoveOutcome.Stranger(chip.hex());
            }
            book.move(tx, piece, ready, null, why);
            return said(tx, delivery, blank, ready, 1, MoveReason.PREPARED);
        }
        var come = shelves.delivery(tx.sql(), delivery);
        if (come.isEmpty() || come.get().numbering() == Numbering.UID) {
            return new MoveOutcome.Stranger(chip.hex());
        }
        var outcome = shifted(tx, delivery, blank, ready, 1, why);
        if (outcome instanceof MoveOutcome.Moved && come.get().numbering() == Numbering.NONE) {
            store.addPiece(tx, delivery, chip.hex(), ready);
        }
        return outcome;
    }

    MoveOutcome writeOff(Tx tx, WriteOff order) {
        var reason = order.reason();
        var gone = reason == MoveReason.MISSING ? StockState.LOST : StockState.SPOILED;
        var from = new Spot(order.place(), order.from());
        var to = new Spot(order.place(), gone);
        return order.serials().isEmpty()
                ? shifted(tx, order.delivery(), from, to, order.pieces(), new Why(reason, DESK))
                : named(tx, order.delivery(), order.serials(), from, to, reason);
    }

    /// @return what was found too many or too few
    List<Counted> counted(Tx tx, long place, List<Counted> counted, MoveReason reason) {
        var differences = new ArrayList<Counted>();
        for (var line : counted) {
            var spot = new Spot(place, line.state());
            int off = line.pieces() - store.count(tx.sql(), line.delivery(), spot);
            if (off != 0) {
                differences.add(new Counted(line.delivery(), line.state(), off));
                var beside = new Spot(place, StockState.DIFFERENCE);
                book.shift(
                        tx,
                        line.delivery(),
                        off < 0 ? spot : beside,
                        off < 0 ? beside : spot,
                        Math.abs(off),
                        new Why(reason, DESK));
            }
        }
        return differences;
    }

    MoveOutcome shifted(Tx tx, long delivery, Spot from, Spot to, int pieces, Why why) {
        int there = store.count(tx.sql(), delivery, from);
        if (pieces < 1 || there < pieces) {
            return new MoveOutcome.TooFew(there);
        }
        book.shift(tx, delivery, from, to, pieces, why);
        return said(tx, delivery, from, to, pieces, why.reason());
    }

    private static MoveOutcome said(
            Tx tx, long delivery, Spot from, Spot to, int pieces, MoveReason reason) {
        tx.journal(
                "stock.moved",
                "stock-delivery:" + delivery,
                Map.of(
                        "pieces",
                        pieces,
                        "from",
                        from.state() + "@" + from.place(),
                        "to",
                        to.state() + "@" + to.place(),
                        "reason",
                        reason.name()));
        return new MoveOutcome.Moved(pieces);
    }
}
