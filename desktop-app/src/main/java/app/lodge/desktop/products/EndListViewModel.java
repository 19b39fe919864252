package app.lodge.desktop.products;

import app.lodge.core.books.Problem;
import app.lodge.core.products.PriceList;
import app.lodge.core.products.Prices.ListOutcome;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Ends a price list on a day; nothing takes its place.
public final class EndListViewModel {

    private final Session session;
    private final Consumer<PriceList> ended;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable LocalDate> day = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();
    private @Nullable PriceList list;

    EndListViewModel(Session session, Consumer<PriceList> ended) {
        this.session = session;
        this.ended = ended;
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    /// From its beginning the list holds no more.
    public ObjectProperty<@Nullable LocalDate> day() {
        return day;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public String name() {
        var now = list;
        return now == null ? "" : now.name();
    }

    public void begin(PriceList chosen) {
        list = chosen;
        day.set(LocalDate.ofInstant(session.clock().instant(), session.site().zone()).plusDays(1));
        problems.clear();
        once.answered();
        open.set(true);
    }

    public void save() {
        var chosen = list;
        var on = day.get();
        if (chosen == null) {
            return;
        }
        if (on == null) {
            problems.setAll(List.of(Problem.of("day", "", "products.day-malformed")));
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "prices.saving",
                        busy,
                        () ->
                                session.doors()
                                        .prices()
                                        .end(session.actor(), request, chosen.id(), on),
                        this::answered);
    }

    private void answered(ListOutcome outcome) {
        once.answered();
        switch (outcome) {
            case ListOutcome.Done(var list) -> {
                open.set(false);
                ended.accept(list);
            }
            case ListOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
