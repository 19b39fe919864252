package app.lodge.desktop.products;

import app.lodge.core.books.Permission;
import app.lodge.core.groups.GroupId;
import app.lodge.core.groups.Groups.Group;
import app.lodge.core.products.PastList;
import app.lodge.core.products.PriceList;
import app.lodge.core.products.Prices.Point;
import app.lodge.desktop.shell.Session;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Every price list there ever was: begun, changed by another one, ended; when and by whom (ID-62).
public final class PriceListsViewModel {

    private final Session session;
    private final PriceListFormViewModel form;
    private final EndListViewModel end;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObservableList<PastList> lists = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable PastList> chosen = new SimpleObjectProperty<>();
    private volatile List<Point> points = List.of();
    private volatile List<Group> groups = List.of();

    PriceListsViewModel(Session session, PriceListFormViewModel form, EndListViewModel end) {
        this.session = session;
        this.form = form;
        this.end = end;
    }

    public BooleanProperty open() {
        return open;
    }

    /// The newest first.
    public ObservableList<PastList> lists() {
        return lists;
    }

    public ObjectProperty<@Nullable PastList> chosen() {
        return chosen;
    }

    public PriceListFormViewModel form() {
        return form;
    }

    public EndListViewModel end() {
        return end;
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_PRICES);
    }

    private record Reading(List<PastList> lists, List<Point> points, List<Group> groups) {}

    public void begin() {
        chosen.set(null);
        session.background().run("prices.reading", busy, this::read, this::opened);
    }

    /// Reads them again while they are shown.
    public void refresh() {
        if (open.get()) {
            session.background().run("prices.reading", busy, this::read, this::show);
        }
    }

    private Reading read() {
        var actor = session.actor();
        return new Reading(
                session.doors().prices().pastLists(actor),
                session.doors().prices().points(actor),
                session.doors().groups().list(actor));
    }

    private void opened(Reading reading) {
        show(reading);
        open.set(true);
    }

    private void show(Reading reading) {
        points = reading.points();
        groups = reading.groups();
        var before = chosen.get();
        if (!lists.equals(reading.lists())) {
            lists.setAll(reading.lists());
        }
        chosen.set(
                lists.stream()
                        .filter(one -> before == null || one.list().id().equals(before.list().id()))
                        .findFirst()
                        .orElse(null));
    }

    /// Another list in the chosen one's place, from a day on.
    public void change() {
        var past = chosen.get();
        if (past != null && stands(past)) {
            form.change(past.list(), points, group(past.list().group()), names());
        }
    }

    public void endChosen() {
        var past = chosen.get();
        if (past != null && stands(past)) {
            end.begin(past.list());
        }
    }

    /// Whether nobody has said yet that it ends, and this operator may.
    public boolean stands(@Nullable PastList past) {
        return past != null && past.list().endsAt() == null && mayChange();
    }

    /// Labels of the payment points that a list names; empty for all.
    List<String> labels(PriceList list) {
        return points.stream()
                .filter(point -> list.points().contains(point.number()))
                .map(Point::label)
                .toList();
    }

    @Nullable Group group(@Nullable GroupId id) {
        return groups.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
    }

    private List<String> names() {
        return lists.stream().map(past -> past.list().name()).toList();
    }
}
