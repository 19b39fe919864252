package app.lodge.desktop.products;

import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.groups.Groups.Group;
import app.lodge.core.products.PriceList;
import app.lodge.core.products.PriceListId;
import app.lodge.core.products.Prices.ListOutcome;
import app.lodge.core.products.Prices.Point;
import app.lodge.core.rights.Window;
import app.lodge.desktop.shell.HoursFields;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Begins a price list, or from a day on another one in the place of one that stands.
public final class PriceListFormViewModel {

    private final Session session;
    private final Consumer<PriceList> saved;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty name = new SimpleStringProperty("");
    private final ObservableList<Point> points = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Group> group = new SimpleObjectProperty<>();
    private final HoursFields hours = new HoursFields();
    private final StringProperty tax = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();
    private @Nullable PriceList before;

    PriceListFormViewModel(Session session, Consumer<PriceList> saved) {
        this.session = session;
        this.saved = saved;
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public StringProperty name() {
        return name;
    }

    /// Those chosen; none for all.
    public ObservableList<Point> points() {
        return points;
    }

    public ObjectProperty<@Nullable Group> group() {
        return group;
    }

    /// None for always.
    public HoursFields hours() {
        return hours;
    }

    public StringProperty tax() {
        return tax;
    }

    /// Of a change only: from its beginning the new list holds instead of the old one.
    public ObjectProperty<@Nullable LocalDate> from() {
        return from;
    }

    /// The name of the list whose place it takes; empty for none.
    public String instead() {
        var old = before;
        return old == null ? "" : old.name();
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public void begin() {
        before = null;
        name.set("");
        points.clear();
        group.set(null);
        hours.show(List.of());
        tax.set("");
        problems.clear();
        once.answered();
        open.set(true);
    }

    /// @param all the payment points there are
    /// @param names that lists have had: the new one takes another
    void change(PriceList old, List<Point> all, @Nullable Group forWhom, List<String> names) {
        before = old;
        name.set(another(old.name(), names));
        points.setAll(all.stream().filter(point -> old.points().contains(point.number())).toList());
        group.set(forWhom);
        hours.show(old.hours());
        tax.set(old.taxCode());
        from.set(LocalDate.ofInstant(session.clock().instant(), session.site().zone()).plusDays(1));
        problems.clear();
        once.answered();
        open.set(true);
    }

    /// `Lunch`, `Lunch 2`, `Lunch 3`: the first that nobody has taken.
    private static String another(String name, List<String> names) {
        var stem = name.replaceFirst(" [0-9]{1,3}$", "");
        return IntStream.iterate(2, number -> number + 1)
                .mapToObj(number -> stem + " " + number)
                .filter(one -> names.stream().noneMatch(one::equalsIgnoreCase))
                .findFirst()
                .orElseThrow();
    }

    public void save() {
        switch (hours.entered("hours")) {
            case HoursFields.Entered.Faulty(var found) -> problems.setAll(found);
            case HoursFields.Entered.Hours(var windows) -> save(windows);
        }
    }

    private void save(List<Window> windows) {
        var chosen = group.get();
        var draft =
                new PriceList(
                        new PriceListId(0),
                        name.get().strip(),
                        points.stream().map(Point::number).toList(),
                        chosen == null ? null : chosen.id(),
                        windows,
                        tax.get(),
                        null);
        var old = before;
        var day = from.get();
        if (old != null && day == null) {
            problems.setAll(List.of(Problem.of("day", "", "products.day-malformed")));
            return;
        }
        var request = once.request();
        session.background()
                .run("prices.saving", busy, () -> ask(request, old, day, draft), this::answered);
    }

    private ListOutcome ask(
            RequestId request, @Nullable PriceList old, @Nullable LocalDate day, PriceList draft) {
        var prices = session.doors().prices();
        return old == null || day == null
                ? prices.begin(session.actor(), request, draft)
                : prices.change(session.actor(), request, old.id(), day, draft);
    }

    private void answered(ListOutcome outcome) {
        once.answered();
        switch (outcome) {
            case ListOutcome.Done(var begun) -> {
                open.set(false);
                saved.accept(begun);
            }
            case ListOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
