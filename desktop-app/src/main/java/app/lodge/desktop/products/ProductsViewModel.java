package app.lodge.desktop.products;

import app.lodge.core.books.Permission;
import app.lodge.core.groups.GroupId;
import app.lodge.core.groups.Groups.Group;
import app.lodge.core.money.Money;
import app.lodge.core.products.Explained;
import app.lodge.core.products.Offer;
import app.lodge.core.products.PriceList;
import app.lodge.core.products.Prices.Point;
import app.lodge.core.products.Prices.Question;
import app.lodge.core.products.Product;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Products with what they cost at a payment point, for somebody, at any moment, and why (ID-62).
public final class ProductsViewModel {

    /// @param offer null where it is not sold then
    public record Row(Product product, @Nullable Offer offer) {}

    private final Session session;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObservableList<Point> points = FXCollections.observableArrayList();
    private final ObservableList<Group> groups = FXCollections.observableArrayList();
    private final ObservableList<PriceList> lists = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Point> point = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Group> group = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> day = new SimpleObjectProperty<>();
    private final StringProperty time = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Explained> explained = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ProductFormViewModel form;
    private final PriceFormViewModel price;
    private final PriceListFormViewModel list;
    private final PriceListsViewModel priceLists;
    private final PriceHistoryViewModel history;
    private final ProductFileViewModel file;
    private volatile Set<String> taxCodes = Set.of();
    private @Nullable Integer chosen;

    public ProductsViewModel(Session session) {
        this.session = session;
        var now = session.clock().instant().atZone(session.site().zone());
        day.set(now.toLocalDate());
        time.set(now.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString());
        form = new ProductFormViewModel(session, product -> saved(product.name()));
        price = new PriceFormViewModel(session, this::saved);
        list = new PriceListFormViewModel(session, begun -> saved(begun.name()));
        priceLists =
                new PriceListsViewModel(
                        session, list, new EndListViewModel(session, ended -> saved(ended.name())));
        history = new PriceHistoryViewModel(session);
        file = new ProductFileViewModel(session, busy, this::refresh);
        point.subscribe((_, _) -> refresh());
        group.subscribe((_, _) -> refresh());
        day.subscribe((_, _) -> refresh());
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    public ObservableList<Point> points() {
        return points;
    }

    public ObservableList<Group> groups() {
        return groups;
    }

    public ObservableList<PriceList> lists() {
        return lists;
    }

    /// Null before there is one.
    public ObjectProperty<@Nullable Point> point() {
        return point;
    }

    /// Null for everybody.
    public ObjectProperty<@Nullable Group> group() {
        return group;
    }

    public ObjectProperty<@Nullable LocalDate> day() {
        return day;
    }

    /// `12:30`; what cannot be read counts as noon.
    public StringProperty time() {
        return time;
    }

    /// Of the chosen product; null before one is chosen.
    public ReadOnlyObjectProperty<@Nullable Explained> explained() {
        return explained;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public ProductFormViewModel form() {
        return form;
    }

    public PriceFormViewModel price() {
        return price;
    }

    public PriceListFormViewModel list() {
        return list;
    }

    public PriceListsViewModel priceLists() {
        return priceLists;
    }

    public PriceHistoryViewModel history() {
        return history;
    }

    /// Out to a file, in from one.
    public ProductFileViewModel file() {
        return file;
    }

    public Set<String> taxCodes() {
        return taxCodes;
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_PRICES);
    }

    Money money(long minor) {
        return new Money(minor, session.site().currency());
    }

    private record Reading(
            List<Product> products,
            List<Point> points,
            List<Group> groups,
            List<PriceList> lists,
            Set<String> taxCodes,
            Map<Integer, Offer> offers,
            @Nullable Explained explained) {}

    public void refresh() {
        var asked = new Asked(point.get(), groupId(), moment(), chosen);
        session.background().run("prices.reading", busy, () -> read(asked), this::show);
        priceLists.refresh();
    }

    private record Asked(
            @Nullable Point point,
            @Nullable GroupId group,
            Instant at,
            @Nullable Integer product) {}

    private Reading read(Asked asked) {
        var actor = session.actor();
        var prices = session.doors().prices();
        var all = prices.points(actor);
        var at = asked.point() == null && !all.isEmpty() ? all.getFirst() : asked.point();
        var offers =
                at == null
                        ? List.<Offer>of()
                        : prices.offered(actor, at.number(), asked.group(), asked.at());
        var product = asked.product();
        return new Reading(
                session.doors().products().list(actor),
                all,
                session.doors().groups().list(actor),
                prices.lists(actor),
                new TreeSet<>(session.doors().moneyRules().rules(actor).taxCodes().keySet()),
                offers.stream().collect(Collectors.toMap(Offer::product, Function.identity())),
                product == null || at == null
                        ? null
                        : prices.explain(
                                actor,
                                new Question(
                                        product, at.number(), null, asked.group(), asked.at())));
    }

    private void show(Reading reading) {
        taxCodes = reading.taxCodes();
        update(points, reading.points());
        update(groups, reading.groups());
        update(lists, reading.lists());
        update(
                rows,
                reading.products().stream()
                        .map(one -> new Row(one, reading.offers().get(one.number())))
                        .toList());
        if (point.get() == null && !points.isEmpty()) {
            point.set(points.getFirst());
        }
        explained.set(reading.explained());
    }

    private static <T> void update(ObservableList<T> shown, List<T> now) {
        if (!shown.equals(now)) {
            shown.setAll(now);
        }
    }

    private @Nullable GroupId groupId() {
        var now = group.get();
        return now == null ? null : now.id();
    }

    private Instant moment() {
        var on = day.get();
        LocalTime clock;
        try {
            clock = LocalTime.parse(time.get().strip());
        } catch (DateTimeParseException e) {
            clock = LocalTime.NOON;
        }
        var zone = session.site().zone();
        return (on == null ? LocalDate.ofInstant(session.clock().instant(), zone) : on)
                .atTime(clock)
                .atZone(zone)
                .toInstant();
    }

    public void choose(Row row) {
        if (!Integer.valueOf(row.product().number()).equals(chosen)) {
            chosen = row.product().number();
            refresh();
        }
    }

    Optional<Row> chosenRow() {
        return rows.stream()
                .filter(row -> Integer.valueOf(row.product().number()).equals(chosen))
                .findFirst();
    }

    private void saved(String name) {
        session.notices().done(Message.of("prices.saved", name));
        refresh();
    }
}
