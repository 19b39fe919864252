package app.lodge.desktop.stock;

import app.lodge.core.books.Permission;
import app.lodge.core.stock.Blank;
import app.lodge.core.stock.DueRules;
import app.lodge.core.stock.Place;
import app.lodge.core.stock.Stock.DeliveryStanding;
import app.lodge.core.stock.Stock.Movement;
import app.lodge.core.stock.Stock.Standing;
import app.lodge.core.stock.StockOrder;
import app.lodge.core.stock.StockState;
import app.lodge.desktop.carddesk.CardStation;
import app.lodge.desktop.carddesk.StationViewModel;
import app.lodge.desktop.shell.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Every blank that the site has or waits for, and the sheets with which counts change (CHAIN-47…52).
public final class StockViewModel {

    private static final int MOVEMENTS = 300;

    private final Session session;
    private final ObservableList<Shelf> shelves = FXCollections.observableArrayList();
    private final ObservableList<StockOrder> orders = FXCollections.observableArrayList();
    private final ObservableList<Share> shares = FXCollections.observableArrayList();
    private final ObservableList<Movement> movements = FXCollections.observableArrayList();
    private final ObjectProperty<Reading> reading = new SimpleObjectProperty<>(Reading.none());
    private final ObjectProperty<@Nullable Shelf> shelf = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable StockOrder> order = new SimpleObjectProperty<>();
    private final BooleanProperty loaded = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final IntegerProperty tab = new SimpleIntegerProperty();
    private final PlaceForm place;
    private final BlankForm blank;
    private final OrderForm orderForm;
    private final StageForm stage;
    private final RulesForm rules;
    private final ReceiveForm receive;
    private final MoveForm move;
    private final CountForm count;
    private final PrepareRun prepare;

    /// What of a delivery is counted at a place.
    public record Shelf(DeliveryStanding delivery, Place place, Map<StockState, Integer> counts) {

        public int pieces(StockState state) {
            return counts.getOrDefault(state, 0);
        }
    }

    /// How many of a delivery, or of all of a supplier, were bad.
    ///
    /// @param batch empty for all of the supplier's
    public record Share(
            String supplier,
            String batch,
            String blank,
            int pieces,
            int bad,
            Map<String, Integer> reasons) {

        /// Per thousand.
        public int perMille() {
            return pieces == 0 ? 0 : (int) (1000L * bad / pieces);
        }
    }

    /// All that the screen shows, of one moment.
    record Reading(
            Standing standing,
            List<Blank> blanks,
            List<StockOrder> orders,
            List<Movement> movements,
            DueRules rules) {
        static Reading none() {
            return new Reading(
                    new Standing(List.of(), List.of(), List.of(), List.of()),
                    List.of(),
                    List.of(),
                    List.of(),
                    new DueRules(List.of(), Map.of(), java.util.Set.of()));
        }
    }

    public StockViewModel(Session session, CardStation station, StationViewModel machines) {
        this.session = session;
        place = new PlaceForm(session, this::refresh);
        blank = new BlankForm(session, this::refresh);
        orderForm = new OrderForm(session, reading, this::refresh);
        stage = new StageForm(session, this::refresh);
        rules = new RulesForm(session, reading, this::refresh);
        receive = new ReceiveForm(session, reading, this::refresh);
        move = new MoveForm(session, reading, this::refresh);
        count = new CountForm(session, this::refresh);
        prepare = new PrepareRun(session, station, machines, this::refresh);
    }

    public void refresh() {
        session.background().run("stock-desk.reading", busy, this::read, this::show);
    }

    private Reading read() {
        var actor = session.actor();
        var stock = session.doors().stock();
        var makers = session.doors().stockOrders();
        return new Reading(
                stock.standing(actor),
                stock.blanks(actor),
                makers.list(actor),
                stock.movements(actor, null, MOVEMENTS),
                makers.rules(actor));
    }

    private void show(Reading now) {
        reading.set(now);
        var chosen = shelf.get();
        var chosenOrder = order.get();
        shelves.setAll(shelves(now.standing()));
        orders.setAll(now.orders());
        shares.setAll(Shares.of(now.standing()));
        movements.setAll(now.movements());
        loaded.set(true);
        shelf.set(
                chosen == null
                        ? null
                        : shelves.stream()
                                .filter(one ->
                                        one.place().id() == chosen.place().id()
                                                && one.delivery().delivery().id()
                                                        == chosen.delivery().delivery().id())
                                .findFirst()
                                .orElse(null));
        order.set(
                chosenOrder == null
                        ? null
                        : orders.stream()
                                .filter(one -> one.id() == chosenOrder.id())
                                .findFirst()
                                .orElse(null));
    }

    private static List<Shelf> shelves(Standing standing) {
        var found = new ArrayList<Shelf>();
        for (var delivery : standing.deliveries()) {
            for (var where : standing.places()) {
                var counts = new EnumMap<StockState, Integer>(StockState.class);
                standing.lines().stream()
                        .filter(line ->
                                line.delivery() == delivery.delivery().id()
                                        && line.place() == where.id()
                                        && line.pieces() != 0)
                        .forEach(line -> counts.put(line.state(), line.pieces()));
                if (!counts.isEmpty()) {
                    found.add(new Shelf(delivery, where, Map.copyOf(counts)));
                }
            }
        }
        found.sort(
                Comparator.comparing((Shelf one) -> one.place().name())
                        .thenComparing(one -> one.delivery().delivery().id()));
        return found;
    }

    public ObservableList<Shelf> shelves() {
        return shelves;
    }

    public ObservableList<StockOrder> orders() {
        return orders;
    }

    /// By delivery, and before those of each supplier all of them together.
    public ObservableList<Share> shares() {
        return shares;
    }

    /// The newest first.
    public ObservableList<Movement> movements() {
        return movements;
    }

    ReadOnlyObjectProperty<Reading> reading() {
        return reading;
    }

    public ObjectProperty<@Nullable Shelf> shelf() {
        return shelf;
    }

    public ObjectProperty<@Nullable StockOrder> order() {
        return order;
    }

    public BooleanProperty loaded() {
        return loaded;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public IntegerProperty tab() {
        return tab;
    }

    public PlaceForm place() {
        return place;
    }

    public BlankForm blank() {
        return blank;
    }

    public OrderForm orderForm() {
        return orderForm;
    }

    public StageForm stage() {
        return stage;
    }

    public RulesForm rules() {
        return rules;
    }

    public ReceiveForm receive() {
        return receive;
    }

    public MoveForm move() {
        return move;
    }

    public CountForm count() {
        return count;
    }

    public PrepareRun prepare() {
        return prepare;
    }

    public boolean mayOrder() {
        return session.actor().may(Permission.ORDER_STOCK);
    }

    public boolean mayKeep() {
        return session.actor().may(Permission.KEEP_STOCK);
    }

    public LocalDate today() {
        return session.clock().instant().atZone(session.site().zone()).toLocalDate();
    }

    /// What the books say of a place by its number.
    public String placeName(long id) {
        return reading.get().standing().places().stream()
                .filter(one -> one.id() == id)
                .map(Place::name)
                .findFirst()
                .orElse(Long.toString(id));
    }

    /// A delivery as people call it.
    public String deliveryName(long id) {
        return delivery(id).map(StockViewModel::name).orElse(Long.toString(id));
    }

    private Optional<DeliveryStanding> delivery(long id) {
        return reading.get().standing().deliveries().stream()
                .filter(one -> one.delivery().id() == id)
                .findFirst();
    }

    static String name(DeliveryStanding one) {
        var delivery = one.delivery();
        var batch = delivery.batch().isEmpty() ? "" : " · " + delivery.batch();
        return delivery.id() + " · " + delivery.blank().name() + batch;
    }
}
