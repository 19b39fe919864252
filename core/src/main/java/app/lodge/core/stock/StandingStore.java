package app.lodge.core.stock;

import app.lodge.core.media.MediumKind;
import app.lodge.core.media.Uid;
import app.lodge.core.stock.Delivery.Numbering;
import app.lodge.core.stock.Stock.AtDesk;
import app.lodge.core.stock.Stock.DeliveryStanding;
import app.lodge.core.stock.Stock.Movement;
import app.lodge.core.stock.Stock.Standing;
import app.lodge.core.stock.Stock.Turn;
import app.lodge.core.stock.StockBook.Spot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/// The counts as the desk sees them.
final class StandingStore {

    private final StockStore store;
    private final ShelfStore shelves;

    StandingStore(StockStore store, ShelfStore shelves) {
        this.store = store;
        this.shelves = shelves;
    }

    Standing standing(DSLContext sql) {
        var bad = shelves.bad(sql);
        var differences = new ArrayList<>(store.differences(sql));
        differences.addAll(store.astray(sql));
        return new Standing(
                shelves.places(sql),
                shelves.deliveries(sql).stream()
                        .map(one -> new DeliveryStanding(one, bad.getOrDefault(one.id(), Map.of())))
                        .toList(),
                shelves.lines(sql),
                List.copyOf(differences));
    }

    /// Whether a blank on the reader is one that the delivery waits to have prepared.
    Turn turn(DSLContext sql, long delivery, long place, Uid chip) {
        var come = shelves.delivery(sql, delivery);
        if (come.isEmpty() || store.isMedium(sql, chip)) {
            return Turn.STRANGER;
        }
        var blank = new Spot(place, StockState.BLANK);
        var known = store.withSerial(sql, chip.hex());
        if (known.isPresent()) {
            var piece = known.get();
            if (piece.delivery() != delivery || piece.spot().place() != place) {
                return Turn.STRANGER;
            }
            return switch (piece.spot().state()) {
                case BLANK -> Turn.GOES_AHEAD;
                case PREPARED -> Turn.READY_ALREADY;
                case ISSUED, RETURNED, SPOILED, LOST, DESTROYED, DIFFERENCE -> Turn.STRANGER;
            };
        }
        if (come.get().numbering() == Numbering.UID) {
            return Turn.STRANGER;
        }
        return store.count(sql, delivery, blank) > 0 ? Turn.GOES_AHEAD : Turn.NONE_LEFT;
    }

    Optional<AtDesk> atDesk(DSLContext sql, String workstation) {
        return shelves.placeOf(sql, workstation).map(place -> left(sql, place));
    }

    /// Places where fewer cards are left than they ask to be told of.
    List<AtDesk> low(DSLContext sql) {
        return shelves.places(sql).stream()
                .filter(place -> place.lowAt() > 0)
                .map(place -> left(sql, place))
                .filter(AtDesk::low)
                .toList();
    }

    private AtDesk left(DSLContext sql, Place place) {
        var cards = new HashSet<Long>();
        shelves.deliveries(sql).stream()
                .filter(one -> one.blank().kind() == MediumKind.CARD)
                .forEach(one -> cards.add(one.id()));
        int blank = 0;
        int prepared = 0;
        for (var line : shelves.lines(sql)) {
            if (line.place() == place.id() && cards.contains(line.delivery())) {
                blank += line.state() == StockState.BLANK ? line.pieces() : 0;
                prepared += line.state() == StockState.PREPARED ? line.pieces() : 0;
            }
        }
        return new AtDesk(place, blank, prepared);
    }

    List<Movement> movements(DSLContext sql, long under, int rows) {
        return store.movements(sql, under, rows).stream().map(StandingStore::movement).toList();
    }

    private static Movement movement(StockStore.Moved row) {
        var from = row.from();
        return new Movement(
                row.id(),
                row.at(),
                row.delivery(),
                from == null ? null : from.place(),
                from == null ? null : from.state(),
                row.to().place(),
                row.to().state(),
                row.pieces(),
                MoveReason.valueOf(row.reason()),
                row.cause(),
                row.operator());
    }
}
