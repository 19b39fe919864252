package app.lodge.desktop.cashdesk;

import app.lodge.core.books.Problem;
import app.lodge.core.cashdesk.CashDesks.ShiftOutcome;
import app.lodge.core.cashdesk.CashDesks.Transit;
import app.lodge.core.cashdesk.Till;
import app.lodge.desktop.shell.Amounts;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.function.Consumer;
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

/// Takes cash to the safe, or fetches it from there.
public final class TransitViewModel {

    private final Session session;
    private final ReadOnlyObjectProperty<@Nullable Till> till;
    private final Consumer<Till> done;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty toSafe = new SimpleBooleanProperty(true);
    private final StringProperty amount = new SimpleStringProperty("");
    private final StringProperty reference = new SimpleStringProperty("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final Once once = new Once();

    TransitViewModel(
            Session session, ReadOnlyObjectProperty<@Nullable Till> till, Consumer<Till> done) {
        this.session = session;
        this.till = till;
        this.done = done;
        amount.subscribe(_ -> changed());
        toSafe.subscribe(_ -> changed());
        reference.subscribe(_ -> changed());
    }

    private void changed() {
        problems.clear();
        refusal.set(null);
        once.answered();
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    /// Whether the money leaves the drawer.
    public BooleanProperty toSafe() {
        return toSafe;
    }

    public StringProperty amount() {
        return amount;
    }

    public StringProperty reference() {
        return reference;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    public void begin() {
        amount.set("");
        reference.set("");
        open.set(true);
    }

    public void submit() {
        var now = till.get();
        if (now == null || now.shift().isEmpty()) {
            return;
        }
        var shift = now.shift().get().number();
        var reading = Amounts.read("amount", amount.get(), now.expected().currency());
        reading.problem().ifPresent(problem -> problems.setAll(List.of(problem)));
        reading.amount()
                .ifPresent(money -> {
                    var order =
                            new Transit(
                                    shift,
                                    toSafe.get() ? money.negated() : money,
                                    reference.get().strip());
                    var request = once.request();
                    session.background()
                            .run(
                                    "cash-desk.booking",
                                    busy,
                                    () ->
                                            session.doors()
                                                    .cashDesks()
                                                    .carry(session.actor(), request, order),
                                    this::answered);
                });
    }

    private void answered(ShiftOutcome outcome) {
        once.answered();
        switch (outcome) {
            case ShiftOutcome.Done(var now) -> {
                open.set(false);
                done.accept(now);
            }
            case ShiftOutcome.NotEnoughCash(var there) ->
                    refusal.set(Message.of("cash-desk.not-enough", there));
            case ShiftOutcome.Rejected(var found) -> problems.setAll(found);
            case ShiftOutcome.Closed _,
                    ShiftOutcome.AlreadyOpen _,
                    ShiftOutcome.NotOpen _,
                    ShiftOutcome.Unexplained _ ->
                    refusal.set(Message.of("cash-desk.not-open"));
        }
    }
}
