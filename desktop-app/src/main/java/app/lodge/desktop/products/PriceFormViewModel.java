package app.lodge.desktop.products;

import app.lodge.core.books.Problem;
import app.lodge.core.products.PriceList;
import app.lodge.core.products.Prices.PriceOutcome;
import app.lodge.core.products.Prices.Wanted;
import app.lodge.core.products.Product;
import app.lodge.desktop.shell.Amounts;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.time.LocalDate;
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

/// Puts a product's price by one list, from a day on.
public final class PriceFormViewModel {

    private final Session session;
    private final Consumer<String> saved;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable PriceList> list = new SimpleObjectProperty<>();
    private final StringProperty price = new SimpleStringProperty("");
    private final BooleanProperty notSold = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();
    private @Nullable Product product;

    PriceFormViewModel(Session session, Consumer<String> saved) {
        this.session = session;
        this.saved = saved;
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public ObjectProperty<@Nullable PriceList> list() {
        return list;
    }

    public StringProperty price() {
        return price;
    }

    public BooleanProperty notSold() {
        return notSold;
    }

    public ObjectProperty<@Nullable LocalDate> from() {
        return from;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public String currency() {
        return session.site().currency().getCurrencyCode();
    }

    public String product() {
        var now = product;
        return now == null ? "" : now.name();
    }

    /// @param usual the list that is offered first
    public void begin(Product chosen, @Nullable PriceList usual) {
        product = chosen;
        list.set(usual);
        price.set("");
        notSold.set(false);
        from.set(LocalDate.ofInstant(session.clock().instant(), session.site().zone()).plusDays(1));
        problems.clear();
        once.answered();
        open.set(true);
    }

    public void save() {
        var chosen = product;
        var by = list.get();
        var day = from.get();
        if (chosen == null) {
            return;
        }
        if (by == null) {
            problems.setAll(List.of(Problem.of("list", "", "products.list-unknown")));
            return;
        }
        if (day == null) {
            problems.setAll(List.of(Problem.of("from", "", "products.day-malformed")));
            return;
        }
        var read = Amounts.read("price", price.get(), session.site().currency());
        if (!notSold.get() && read.problem().isPresent()) {
            problems.setAll(List.of(read.problem().get()));
            return;
        }
        var minor = notSold.get() ? null : (Long) read.amount().orElseThrow().minor();
        var wanted = List.of(new Wanted(by.id(), chosen.number(), minor, day));
        var request = once.request();
        session.background()
                .run(
                        "prices.saving",
                        busy,
                        () -> session.doors().prices().put(session.actor(), request, wanted),
                        this::answered);
    }

    private void answered(PriceOutcome outcome) {
        once.answered();
        switch (outcome) {
            case PriceOutcome.Done _ -> {
                open.set(false);
                saved.accept(product());
            }
            case PriceOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
