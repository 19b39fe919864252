package app.lodge.core.stock;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.Uid;
import app.lodge.core.stock.Delivery.Numbering;
import app.lodge.core.stock.StockBook.Spot;
import app.lodge.core.stock.StockBook.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The stock in the books.
final class BookedStock implements Stock {

    private static final String DESK = "desk";
    private static final int LONGEST_PAGE = 1000;

    private final Books books;
    private final StockBook book = new StockBook();
    private final StockStore store = new StockStore();
    private final ShelfStore shelves = new ShelfStore();
    private final StockCheck check = new StockCheck(shelves, store);

    BookedStock(Books books) {
        this.books = books;
    }

    @Override
    public List<Place> places(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(shelves::places);
    }

    @Override
    public PutOutcome putPlace(Actor actor, RequestId request, Place place) {
        actor.require(Permission.ORDER_STOCK);
        return books.once(
                actor,
                request,
                "stock.put-place",
                place,
                PutOutcome.class,
                tx -> {
                    var problems = check.place(tx, place);
                    if (!problems.isEmpty()) {
                        return new PutOutcome.Rejected(problems);
                    }
                    long id = place.id();
                    if (id == 0) {
                        id = shelves.addPlace(tx, place);
                    } else {
                        shelves.changePlace(tx, place);
                    }
                    tx.journal(
                            "stock.place-put",
                            "stock-place:" + id,
                            Map.of(
                                    "name", place.name(),
                                    "kind", place.kind().name(),
                                    "workstation", place.workstation(),
                                    "delegated", place.delegated(),
                                    "lowAt", place.lowAt()));
                    return new PutOutcome.Put(id);
                });
    }

    @Override
    public List<Blank> blanks(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(shelves::blanks);
    }

    @Override
    public PutOutcome addBlank(Actor actor, RequestId request, Blank blank) {
        actor.require(Permission.ORDER_STOCK);
        return books.once(
                actor,
                request,
                "stock.add-blank",
                blank,
                PutOutcome.class,
                tx -> {
                    var problems = check.blank(tx, blank);
                    if (!problems.isEmpty()) {
                        return new PutOutcome.Rejected(problems);
                    }
                    long id = shelves.addBlank(tx, blank);
                    tx.journal(
                            "stock.blank-added",
                            "stock-blank:" + id,
                            Map.of("name", blank.name(), "chip", blank.chip()));
                    return new PutOutcome.Put(id);
                });
    }

    @Override
    public ReceiveOutcome receive(Actor actor, RequestId request, NewDelivery coming) {
        actor.require(Permission.KEEP_STOCK);
        return books.once(
                actor,
                request,
                "stock.receive",
                coming,
                ReceiveOutcome.class,
                tx -> received(tx, coming));
    }

    private ReceiveOutcome received(Tx tx, NewDelivery coming) {
        boolean numbered = coming.numbering() != Numbering.NONE;
        int pieces = numbered ? coming.serials().size() : coming.pieces();
        var problems = new ArrayList<>(check.delivery(tx, coming, pieces));
        if (!problems.isEmpty()) {
            return new ReceiveOutcome.Rejected(problems);
        }
        long id = shelves.addDelivery(tx, coming, check.supplier(tx, coming), pieces);
        var spot = new Spot(coming.place(), StockState.BLANK);
        book.receive(tx, id, spot, pieces);
        if (numbered) {
            coming.serials()
                    .forEach(serial ->
                            store.addPiece(
                                    tx, id, Serials.spelt(serial, coming.numbering()), spot));
        }
        tx.journal(
                "stock.received",
                "stock-delivery:" + id,
                Map.of("pieces", pieces, "place", coming.place(), "batch", coming.batch().strip()));
        return new ReceiveOutcome.Received(shelves.delivery(tx.sql(), id).orElseThrow());
    }

    @Override
    public SerialList readSerials(Actor actor, String fileName, byte[] content) {
        actor.require(Permission.KEEP_STOCK);
        return Serials.read(fileName, content);
    }

    @Override
    public MoveOutcome handOver(Actor actor, RequestId request, HandOver order) {
        actor.require(Permission.KEEP_STOCK);
        return moved(
                actor,
                request,
                "stock.hand-over",
                order,
                tx -> {
                    var problems = check.handOver(tx, order);
                    if (!problems.isEmpty()) {
                        return new MoveOutcome.Rejected(problems);
                    }
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
                            : named(tx, order, from, to);
                });
    }

    private MoveOutcome named(Tx tx, HandOver order, Spot from, Spot to) {
        var pieces = new ArrayList<StockStore.Piece>();
        for (var serial : order.serials()) {
            var piece = find(tx, order.delivery(), serial, from);
            if (piece.isEmpty()) {
                return new MoveOutcome.Stranger(serial);
            }
            pieces.add(piece.get());
        }
        pieces.forEach(
                piece -> book.move(tx, piece, to, null, new Why(MoveReason.HANDED_OVER, DESK)));
        return said(tx, order.delivery(), from, to, pieces.size(), MoveReason.HANDED_OVER);
    }

    private Optional<StockStore.Piece> find(Tx tx, long delivery, String serial, Spot from) {
        var numbering = shelves.delivery(tx.sql(), delivery).orElseThrow().numbering();
        return store.withSerial(tx.sql(), Serials.spelt(serial, numbering))
                .filter(piece -> piece.delivery() == delivery && piece.spot().equals(from));
    }

    @Override
    public MoveOutcome prepared(
            Actor actor, RequestId request, long delivery, long place, Uid chip) {
        actor.require(Permission.KEEP_STOCK);
        return moved(
                actor,
                request,
                "stock.prepared",
                List.of(delivery, place, chip.hex()),
                tx -> {
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
                    if (outcome instanceof MoveOutcome.Moved
                            && come.get().numbering() == Numbering.NONE) {
                        store.addPiece(tx, delivery, chip.hex(), ready);
                    }
                    return outcome;
                });
    }

    @Override
    public MoveOutcome writeOff(
            Actor actor,
            RequestId request,
            long delivery,
            long place,
            StockState state,
            String serial,
            MoveReason reason) {
        actor.require(Permission.KEEP_STOCK);
        return moved(
                actor,
                request,
                "stock.write-off",
                List.of(delivery, place, state, serial, reason),
                tx -> {
                    var problems = check.writeOff(state, reason);
                    if (!problems.isEmpty()) {
                        return new MoveOutcome.Rejected(problems);
                    }
                    var from = new Spot(place, state);
                    var to =
                            new Spot(
                                    place,
                                    reason == MoveReason.MISSING
                                            ? StockState.LOST
                                            : StockState.SPOILED);
                    var why = new Why(reason, DESK);
                    if (serial.isBlank()) {
                        return shifted(tx, delivery, from, to, 1, why);
                    }
                    var piece = find(tx, delivery, serial, from);
                    if (piece.isEmpty()) {
                        return new MoveOutcome.Stranger(serial);
                    }
                    book.move(tx, piece.get(), to, null, why);
                    return said(tx, delivery, from, to, 1, reason);
                });
    }

    @Override
    public MoveOutcome destroy(
            Actor actor, RequestId request, long delivery, long place, int pieces) {
        actor.require(Permission.KEEP_STOCK);
        return moved(
                actor,
                request,
                "stock.destroy",
                List.of(delivery, place, pieces),
                tx ->
                        shifted(
                                tx,
                                delivery,
                                new Spot(place, StockState.SPOILED),
                                new Spot(place, StockState.DESTROYED),
                                pieces,
                                new Why(MoveReason.DESTROYED, DESK)));
    }

    @Override
    public CountOutcome count(
            Actor actor, RequestId request, long place, List<Counted> counted, MoveReason reason) {
        actor.require(Permission.ORDER_STOCK);
        return books.once(
                actor,
                request,
                "stock.count",
                List.of(place, counted.toString(), reason),
                CountOutcome.class,
                tx -> {
                    var problems = check.counted(tx, place, counted);
                    if (!problems.isEmpty()) {
                        return new CountOutcome(List.of(), problems);
                    }
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
                    tx.journal(
                            "stock.counted",
                            "stock-place:" + place,
                            Map.of(
                                    "lines", counted.size(),
                                    "reason", reason.name(),
                                    "differences", differences.size()));
                    return new CountOutcome(differences, List.of());
                });
    }

    private MoveOutcome moved(
            Actor actor,
            RequestId request,
            String door,
            Object content,
            Books.Writing<MoveOutcome> work) {
        return books.once(actor, request, door, content, MoveOutcome.class, work);
    }

    private MoveOutcome shifted(Tx tx, long delivery, Spot from, Spot to, int pieces, Why why) {
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

    @Override
    public Standing standing(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return books.snapshot(sql -> {
            var bad = shelves.bad(sql);
            var differences = new ArrayList<>(store.differences(sql));
            differences.addAll(store.astray(sql));
            return new Standing(
                    shelves.places(sql),
                    shelves.deliveries(sql).stream()
                            .map(one ->
                                    new DeliveryStanding(one, bad.getOrDefault(one.id(), Map.of())))
                            .toList(),
                    shelves.lines(sql),
                    List.copyOf(differences));
        });
    }

    @Override
    public Optional<AtDesk> atDesk(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return books.snapshot(sql ->
                shelves.placeOf(sql, actor.workstation())
                        .map(place -> {
                            var cards =
                                    shelves.deliveries(sql).stream()
                                            .filter(one -> one.blank().kind() == MediumKind.CARD)
                                            .map(Delivery::id)
                                            .toList();
                            int[] left = new int[2];
                            for (var line : shelves.lines(sql)) {
                                if (line.place() == place.id() && cards.contains(line.delivery())) {
                                    left[0] += line.state() == StockState.BLANK ? line.pieces() : 0;
                                    left[1] +=
                                            line.state() == StockState.PREPARED ? line.pieces() : 0;
                                }
                            }
                            return new AtDesk(place, left[0], left[1]);
                        }));
    }

    @Override
    public List<Movement> movements(Actor actor, @Nullable Long below, int limit) {
        actor.require(Permission.SEE_MEDIA);
        long under = below == null ? Long.MAX_VALUE : below;
        int rows = Math.clamp(limit, 1, LONGEST_PAGE);
        return books.read(sql ->
                store.movements(sql, under, rows).stream().map(BookedStock::movement).toList());
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
