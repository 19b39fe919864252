package app.lodge.desktop.kiosks;

import app.lodge.core.books.Problem;
import app.lodge.core.cashdesk.Count;
import app.lodge.core.cashdesk.Denomination;
import app.lodge.core.cashdesk.DifferenceCause;
import app.lodge.core.kiosks.Emptying;
import app.lodge.core.kiosks.Kiosk;
import app.lodge.core.kiosks.Kiosks.CountOutcome;
import app.lodge.core.kiosks.Kiosks.Counting;
import app.lodge.core.money.Money;
import app.lodge.desktop.cashdesk.CountLines;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.List;
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

/// Counts a bag, or what a shop hands in; what the device told and the difference follow each key.
public final class BagViewModel {

    private final Session session;
    private final Runnable done;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObservableList<Kiosk> devices = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Kiosk> device = new SimpleObjectProperty<>();
    private final StringProperty seal = new SimpleStringProperty("");
    private final CountLines lines;
    private final ObjectProperty<@Nullable DifferenceCause> cause = new SimpleObjectProperty<>();
    private final StringProperty reference = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Money> told = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final Once once = new Once();
    private List<Emptying> waiting = List.of();

    BagViewModel(Session session, Runnable done) {
        this.session = session;
        this.done = done;
        lines = new CountLines(session.site().currency(), this::changed);
        device.subscribe(_ -> changed());
        seal.subscribe(_ -> changed());
        cause.subscribe(_ -> changed());
        reference.subscribe(_ -> changed());
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public ObservableList<Kiosk> devices() {
        return devices;
    }

    public ObjectProperty<@Nullable Kiosk> device() {
        return device;
    }

    public StringProperty seal() {
        return seal;
    }

    public CountLines lines() {
        return lines;
    }

    public ObjectProperty<@Nullable DifferenceCause> cause() {
        return cause;
    }

    public StringProperty reference() {
        return reference;
    }

    /// What the device says that is in the bag; null as long as it has not said.
    public ReadOnlyObjectProperty<@Nullable Money> told() {
        return told;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    /// Counted − told; null as long as the device has not told.
    public @Nullable Money difference() {
        var should = told.get();
        return should == null ? null : lines.total().get().minus(should);
    }

    /// @param row the bag, or null for one that is only in somebody's hands
    void begin(List<Kiosk> all, List<Emptying> emptyings, @Nullable Emptying row) {
        waiting = emptyings.stream().filter(one -> one.counted().isEmpty()).toList();
        devices.setAll(all);
        device.set(
                all.stream()
                        .filter(one -> row != null && one.id().equals(row.deviceId()))
                        .findFirst()
                        .orElse(null));
        seal.set(row == null ? "" : row.seal());
        cause.set(null);
        reference.set("");
        lines.begin(Denomination.of(session.site().currency()));
        open.set(true);
    }

    private void changed() {
        problems.clear();
        refusal.set(null);
        once.answered();
        var of = device.get();
        told.set(
                waiting.stream()
                        .filter(one -> of != null && one.deviceId().equals(of.id()))
                        .filter(one -> one.seal().equals(seal.get().strip()))
                        .flatMap(one -> one.told().stream())
                        .map(Emptying.Told::amount)
                        .findFirst()
                        .orElse(null));
    }

    public void submit() {
        var of = device.get();
        var reading = lines.read();
        if (of == null || !reading.problems().isEmpty()) {
            problems.setAll(reading.problems());
            if (of == null) {
                problems.add(Problem.of("device", "", "kiosks.choose"));
            }
            return;
        }
        var order = order(of, reading.count());
        var request = once.request();
        session.background()
                .run(
                        "cash-desk.booking",
                        busy,
                        () -> session.doors().kiosks().count(session.actor(), request, order),
                        this::answered);
    }

    private Counting order(Kiosk of, Count count) {
        var difference = difference();
        var explained = difference != null && difference.minor() == 0;
        return new Counting(
                of.id(),
                seal.get().strip(),
                count,
                explained ? null : cause.get(),
                reference.get().strip());
    }

    private void answered(CountOutcome outcome) {
        once.answered();
        switch (outcome) {
            case CountOutcome.Done(var emptying) -> {
                open.set(false);
                session.notices().done(Message.of("kiosks.counted", emptying.seal()));
                done.run();
            }
            case CountOutcome.Unexplained(var should, var counted) -> {
                told.set(should);
                refusal.set(Message.of("cash-desk.unexplained", should, counted));
            }
            case CountOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
