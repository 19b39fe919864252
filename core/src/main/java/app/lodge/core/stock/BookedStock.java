package app.lodge.core.stock;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
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

    private static final int LONGEST_PAGE = 1000;

    private final Books books;
    private final StockBook book = new StockBook();
    private final StockStore store = new StockStore();
    private final ShelfStore shelves = new ShelfStore();
    private final StockCheck check = new StockCheck(shelves, store);
    private final StockMoves moves = new StockMoves(book, store, shelves);
    private final StandingStore views = new StandingStore(store, shelves);

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
                    return problems.isEmpty()
                            ? moves.handOver(tx, order)
                            : new MoveOutcome.Rejected(problems);
                });
    }

    @Override
    public Turn turn(Actor actor, long delivery, long place, Uid chip) {
        actor.require(Permission.KEEP_STOCK);
        return books.snapshot(sql -> views.turn(sql, delivery, place, chip));
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
                tx -> moves.prepared(tx, delivery, place, chip));
    }

    @Override
    public MoveOutcome writeOff(Actor actor, RequestId request, WriteOff order) {
        actor.require(Permission.KEEP_STOCK);
        return moved(
                actor,
                request,
                "stock.write-off",
                List.of(order),
                tx -> {
                    var problems = check.writeOff(tx, order);
                    return problems.isEmpty()
                            ? moves.writeOff(tx, order)
                            : new MoveOutcome.Rejected(problems);
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
                        moves.shifted(
                                tx,
                                delivery,
                                new Spot(place, StockState.SPOILED),
                                new Spot(place, StockState.DESTROYED),
                                pieces,
                                new Why(MoveReason.DESTROYED, StockMoves.DESK)));
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
                    var differences = moves.counted(tx, place, counted, reason);
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

    @Override
    public Standing standing(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return books.snapshot(views::standing);
    }

    @Override
    public Optional<AtDesk> atDesk(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return books.snapshot(sql -> views.atDesk(sql, actor.workstation()));
    }

    @Override
    public List<AtDesk> low(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return books.snapshot(views::low);
    }

    @Override
    public List<Movement> movements(Actor actor, @Nullable Long below, int limit) {
        actor.require(Permission.SEE_MEDIA);
        long under = below == null ? Long.MAX_VALUE : below;
        int rows = Math.clamp(limit, 1, LONGEST_PAGE);
        return books.read(sql -> views.movements(sql, under, rows));
    }
}
