package app.lodge.desktop.stock;

import app.lodge.core.books.Problem;
import app.lodge.core.money.Money;
import app.lodge.core.stock.Blank;
import app.lodge.core.stock.DueRules.Service;
import app.lodge.core.stock.Finish;
import app.lodge.core.stock.StockOrders.NewOrder;
import app.lodge.core.stock.StockOrders.OrderOutcome;
import app.lodge.desktop.shell.Amounts;
import app.lodge.desktop.shell.Session;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// An order of blanks with its finishes; the day on which it is due is proposed as it is typed
/// (CHAIN-47…50).
public final class OrderForm {

    private final Session session;
    private final ReadOnlyObjectProperty<StockViewModel.Reading> reading;
    private final Asking asking;
    private final ObjectProperty<@Nullable Blank> blank = new SimpleObjectProperty<>();
    private final StringProperty supplier = new SimpleStringProperty("");
    private final StringProperty pieces = new SimpleStringProperty("");
    private final StringProperty price = new SimpleStringProperty("");
    private final ObjectProperty<Service> service = new SimpleObjectProperty<>(Service.NORMAL);
    private final BooleanProperty fourColour = new SimpleBooleanProperty();
    private final Map<Finish, BooleanProperty> finishes = new EnumMap<>(Finish.class);
    private final ObjectProperty<@Nullable LocalDate> dueOn = new SimpleObjectProperty<>();
    private final ObjectProperty<Optional<LocalDate>> proposal =
            new SimpleObjectProperty<>(Optional.empty());

    OrderForm(
            Session session,
            ReadOnlyObjectProperty<StockViewModel.Reading> reading,
            Runnable changed) {
        this.session = session;
        this.reading = reading;
        this.asking = new Asking(session, changed);
        for (var finish : Finish.values()) {
            var wanted = new SimpleBooleanProperty();
            wanted.subscribe(_ -> propose());
            finishes.put(finish, wanted);
        }
        pieces.subscribe(_ -> propose());
        service.subscribe(_ -> propose());
        fourColour.subscribe(_ -> propose());
    }

    private void propose() {
        var typed = pieces.get().strip();
        int quantity = typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 1;
        proposal.set(
                reading.get()
                        .rules()
                        .due(today(), service.get(), fourColour.get(), quantity, wanted()));
    }

    private LocalDate today() {
        return session.clock().instant().atZone(session.site().zone()).toLocalDate();
    }

    private Set<Finish> wanted() {
        return finishes.entrySet().stream()
                .filter(entry -> entry.getValue().get())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    public Asking asking() {
        return asking;
    }

    public List<Blank> blanks() {
        return reading.get().blanks();
    }

    public ObjectProperty<@Nullable Blank> blank() {
        return blank;
    }

    public StringProperty supplier() {
        return supplier;
    }

    public StringProperty pieces() {
        return pieces;
    }

    public StringProperty price() {
        return price;
    }

    public ObjectProperty<Service> service() {
        return service;
    }

    public BooleanProperty fourColour() {
        return fourColour;
    }

    public Map<Finish, BooleanProperty> finishes() {
        return finishes;
    }

    /// Null takes the proposal.
    public ObjectProperty<@Nullable LocalDate> dueOn() {
        return dueOn;
    }

    /// By the makers' usual times; empty if it has to be agreed.
    public ReadOnlyObjectProperty<Optional<LocalDate>> proposal() {
        return proposal;
    }

    public String currency() {
        return session.site().currency().getCurrencyCode();
    }

    public void begin() {
        blank.set(blanks().isEmpty() ? null : blanks().getFirst());
        supplier.set("");
        pieces.set("");
        price.set("");
        service.set(Service.NORMAL);
        fourColour.set(false);
        finishes.values().forEach(wanted -> wanted.set(false));
        dueOn.set(null);
        propose();
        asking.begin();
    }

    public void save() {
        asking.problems().clear();
        var kind = blank.get();
        if (kind == null) {
            asking.refused("blank", "", "stock-desk.no-blank");
            return;
        }
        int quantity = asking.pieces("pieces", pieces.get());
        long minor = 0;
        if (!price.get().isBlank()) {
            var read = Amounts.read("price", price.get(), session.site().currency());
            read.problem().ifPresent((Problem wrong) -> asking.problems().add(wrong));
            minor = read.amount().map(Money::minor).orElse(0L);
        }
        if (!asking.problems().isEmpty()) {
            return;
        }
        var wished =
                new NewOrder(
                        kind.id(),
                        supplier.get(),
                        quantity,
                        minor,
                        service.get(),
                        fourColour.get(),
                        wanted(),
                        dueOn.get());
        asking.send(
                request -> session.doors().stockOrders().order(session.actor(), request, wished),
                outcome -> {
                    switch (outcome) {
                        case OrderOutcome.Done(var done) ->
                                asking.done("stock-desk.ordered", Long.toString(done.id()));
                        case OrderOutcome.RulesChanged _ -> asking.open().set(false);
                        case OrderOutcome.Rejected(var found) -> asking.refused(found);
                    }
                });
    }
}
