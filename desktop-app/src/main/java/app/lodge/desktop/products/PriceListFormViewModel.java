package app.lodge.desktop.products;

import app.lodge.core.books.Problem;
import app.lodge.core.groups.Groups.Group;
import app.lodge.core.products.PriceList;
import app.lodge.core.products.PriceListId;
import app.lodge.core.products.Prices.ListOutcome;
import app.lodge.core.products.Prices.Point;
import app.lodge.core.rights.PlanText;
import app.lodge.core.rights.WeekPlan.Holidays;
import app.lodge.core.rights.Window;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Begins a price list.
public final class PriceListFormViewModel {

    private final Session session;
    private final Consumer<PriceList> saved;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty name = new SimpleStringProperty("");
    private final ObservableList<Point> points = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Group> group = new SimpleObjectProperty<>();
    private final StringProperty hours = new SimpleStringProperty("");
    private final StringProperty tax = new SimpleStringProperty("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();

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

    /// `mon-fri=11:00-14:00`, separated by blanks; empty for always.
    public StringProperty hours() {
        return hours;
    }

    public StringProperty tax() {
        return tax;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public void begin() {
        name.set("");
        points.clear();
        group.set(null);
        hours.set("");
        tax.set("");
        problems.clear();
        once.answered();
        open.set(true);
    }

    public void save() {
        var words =
                Arrays.stream(hours.get().strip().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        switch (PlanText.parse(words, Holidays.AS_USUAL)) {
            case PlanText.Parsed.Faulty(var found) ->
                    problems.setAll(
                            found.stream()
                                    .map(one -> Problem.of("hours", one.value(), one.key()))
                                    .toList());
            case PlanText.Parsed.Read(var week) -> save(week.windows());
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
        var request = once.request();
        session.background()
                .run(
                        "prices.saving",
                        busy,
                        () -> session.doors().prices().begin(session.actor(), request, draft),
                        this::answered);
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
