package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.Uid;
import app.lodge.core.stock.Blank;
import app.lodge.core.stock.Delivery;
import app.lodge.core.stock.DueRules;
import app.lodge.core.stock.DueRules.Row;
import app.lodge.core.stock.DueRules.Service;
import app.lodge.core.stock.Finish;
import app.lodge.core.stock.MoveReason;
import app.lodge.core.stock.Place;
import app.lodge.core.stock.Stage;
import app.lodge.core.stock.Stock;
import app.lodge.core.stock.StockOrder;
import app.lodge.core.stock.StockOrder.StageDates;
import app.lodge.core.stock.StockOrders;
import app.lodge.core.stock.StockState;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A stock that stands still: what the stock's screens are drawn with. What its forms do is tested with the
/// real one.
final class FakeStock implements Stock, StockOrders {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Blank WHITE =
            new Blank(
                    1,
                    "White DESFire EV3",
                    Blank.Carrier.HF,
                    "DESFire EV3",
                    MediumKind.CARD,
                    false,
                    false,
                    860);
    private static final Blank FOBS =
            new Blank(
                    2, "Fob, blue", Blank.Carrier.LF, "EM4100", MediumKind.FOB, true, false, 4000);
    private static final Place SAFE = new Place(1, "Safe", Place.Kind.SAFE, "", false, 0);
    private static final Place DESK = new Place(2, "Desk 1", Place.Kind.DESK, "desk-1", false, 50);

    /// Where blanks lie.
    List<Place> places = List.of(SAFE, DESK);

    private static final Delivery FIRST =
            new Delivery(
                    1,
                    WHITE,
                    1L,
                    "Karton AG",
                    "K-2026-114",
                    500,
                    Delivery.Numbering.UID,
                    FakePeople.NOW);
    private static final Delivery SECOND =
            new Delivery(
                    2,
                    FOBS,
                    null,
                    "Plastika d.o.o.",
                    "",
                    100,
                    Delivery.Numbering.NONE,
                    FakePeople.NOW);

    @Override
    public List<Place> places(Actor actor) {
        return places;
    }

    @Override
    public PutOutcome putPlace(Actor actor, RequestId request, Place place) {
        return new PutOutcome.Put(3);
    }

    @Override
    public List<Blank> blanks(Actor actor) {
        return List.of(WHITE, FOBS);
    }

    @Override
    public PutOutcome addBlank(Actor actor, RequestId request, Blank blank) {
        return new PutOutcome.Put(3);
    }

    @Override
    public ReceiveOutcome receive(Actor actor, RequestId request, NewDelivery delivery) {
        return new ReceiveOutcome.Rejected(
                List.of(
                        app.lodge.core.books.Problem.of(
                                "serials", "04AABBCCDDEE01", "stock.serial-known", 7)));
    }

    @Override
    public SerialList readSerials(Actor actor, String fileName, byte[] content) {
        return new SerialList(
                new String(content, StandardCharsets.UTF_8).lines().toList(), List.of());
    }

    @Override
    public MoveOutcome handOver(Actor actor, RequestId request, HandOver order) {
        return new MoveOutcome.Moved(order.pieces());
    }

    @Override
    public Turn turn(Actor actor, long delivery, long place, Uid chip) {
        return Turn.GOES_AHEAD;
    }

    @Override
    public MoveOutcome prepared(
            Actor actor, RequestId request, long delivery, long place, Uid chip) {
        return new MoveOutcome.Moved(1);
    }

    @Override
    public MoveOutcome writeOff(Actor actor, RequestId request, WriteOff order) {
        return new MoveOutcome.Moved(Math.max(order.pieces(), order.serials().size()));
    }

    @Override
    public MoveOutcome destroy(
            Actor actor, RequestId request, long delivery, long place, int pieces) {
        return new MoveOutcome.Moved(pieces);
    }

    @Override
    public CountOutcome count(
            Actor actor, RequestId request, long place, List<Counted> counted, MoveReason reason) {
        return new CountOutcome(List.of(), List.of());
    }

    @Override
    public Standing standing(Actor actor) {
        return new Standing(
                List.of(SAFE, DESK),
                List.of(
                        new DeliveryStanding(FIRST, Map.of("CHIP_DEAD", 4, "PRINT_FAULT", 2)),
                        new DeliveryStanding(SECOND, Map.of())),
                List.of(
                        new Line(1, 1, StockState.BLANK, 300),
                        new Line(1, 2, StockState.BLANK, 12),
                        new Line(1, 2, StockState.PREPARED, 20),
                        new Line(1, 2, StockState.ISSUED, 160),
                        new Line(1, 2, StockState.SPOILED, 6),
                        new Line(1, 2, StockState.DIFFERENCE, 2),
                        new Line(2, 1, StockState.BLANK, 100)),
                List.of());
    }

    @Override
    public Optional<AtDesk> atDesk(Actor actor) {
        return Optional.of(new AtDesk(DESK, 12, 20));
    }

    @Override
    public List<AtDesk> low(Actor actor) {
        return List.of(new AtDesk(DESK, 12, 20));
    }

    @Override
    public List<Movement> movements(Actor actor, Long below, int limit) {
        return List.of(
                new Movement(
                        3,
                        FakePeople.NOW,
                        1,
                        2L,
                        StockState.BLANK,
                        2,
                        StockState.SPOILED,
                        1,
                        MoveReason.CHIP_DEAD,
                        "desk",
                        1),
                new Movement(
                        2,
                        FakePeople.NOW,
                        1,
                        1L,
                        StockState.BLANK,
                        2,
                        StockState.BLANK,
                        200,
                        MoveReason.HANDED_OVER,
                        "desk",
                        1),
                new Movement(
                        1,
                        FakePeople.NOW,
                        1,
                        null,
                        null,
                        1,
                        StockState.BLANK,
                        500,
                        MoveReason.RECEIVED,
                        "desk",
                        1));
    }

    @Override
    public List<StockOrder> list(Actor actor) {
        return List.of(
                order(2, FOBS, 1_000, 0, TODAY.minusDays(2), Set.of(Finish.LASER_NUMBER)),
                order(
                        1,
                        WHITE,
                        500,
                        500,
                        TODAY.minusDays(20),
                        Set.of(Finish.BARCODE, Finish.SIGNATURE_PANEL, Finish.MATT)));
    }

    private static StockOrder order(
            long id, Blank blank, int quantity, int received, LocalDate due, Set<Finish> finishes) {
        return new StockOrder(
                id,
                blank,
                "Karton AG",
                quantity,
                FakeAccounts.euro(quantity * 120L),
                Service.NORMAL,
                true,
                finishes,
                due.minusDays(9),
                due,
                List.of(
                        new StageDates(Stage.CONTRACT, due.minusDays(9), due.minusDays(9)),
                        new StageDates(Stage.FINAL_PROOF, due.minusDays(7), due.minusDays(6)),
                        new StageDates(Stage.PRINTING, due.minusDays(5), null)),
                received);
    }

    @Override
    public OrderOutcome order(Actor actor, RequestId request, NewOrder order) {
        return new OrderOutcome.Done(list(actor).getFirst());
    }

    @Override
    public OrderOutcome setStage(Actor actor, RequestId request, long order, StageDates dates) {
        return new OrderOutcome.Done(list(actor).getFirst());
    }

    @Override
    public DueRules rules(Actor actor) {
        return new DueRules(
                List.of(
                        new Row(Service.NORMAL, false, 0, 7),
                        new Row(Service.NORMAL, true, 0, 5),
                        new Row(Service.NORMAL, false, 50_000, null),
                        new Row(Service.EXPRESS, false, 0, 4)),
                Map.of(Finish.BARCODE, 1, Finish.EMBOSSING, 1),
                Set.of(LocalDate.of(2026, 12, 25)));
    }

    @Override
    public OrderOutcome changeRules(Actor actor, RequestId request, DueRules rules) {
        return new OrderOutcome.RulesChanged(rules);
    }
}
