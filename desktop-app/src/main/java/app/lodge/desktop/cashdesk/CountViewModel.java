package app.lodge.desktop.cashdesk;

import app.lodge.core.books.Problem;
import app.lodge.core.cashdesk.CashDesks.Counted;
import app.lodge.core.cashdesk.CashDesks.Opening;
import app.lodge.core.cashdesk.CashDesks.ShiftOutcome;
import app.lodge.core.cashdesk.ClosingReport;
import app.lodge.core.cashdesk.Count;
import app.lodge.core.cashdesk.DifferenceCause;
import app.lodge.core.cashdesk.Till;
import app.lodge.core.money.Money;
import app.lodge.desktop.shell.Amounts;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.ArrayList;
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

/// Counts a drawer by denomination, to open, take over or close its shift; the difference follows each
/// key.
public final class CountViewModel {

    public enum Purpose {
        OPEN,
        TAKE_OVER,
        CLOSE
    }

    private final Session session;
    private final Consumer<Till> done;
    private final Consumer<ClosingReport> closed;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final CountLines lines;
    private final StringProperty fromSafe = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable DifferenceCause> cause = new SimpleObjectProperty<>();
    private final StringProperty reference = new SimpleStringProperty("");
    private final ObjectProperty<Money> expected;
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final Once once = new Once();
    private Purpose purpose = Purpose.OPEN;
    private long shift;
    private Money inDrawer;

    CountViewModel(Session session, Consumer<Till> done, Consumer<ClosingReport> closed) {
        this.session = session;
        this.done = done;
        this.closed = closed;
        inDrawer = Money.zero(session.site().currency());
        expected = new SimpleObjectProperty<>(inDrawer);
        lines = new CountLines(inDrawer.currency(), this::changed);
        fromSafe.subscribe(_ -> changed());
        cause.subscribe(_ -> changed());
        reference.subscribe(_ -> changed());
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public Purpose purpose() {
        return purpose;
    }

    public CountLines lines() {
        return lines;
    }

    /// What was brought from the safe, for an opening; as typed.
    public StringProperty fromSafe() {
        return fromSafe;
    }

    public ObjectProperty<@Nullable DifferenceCause> cause() {
        return cause;
    }

    public StringProperty reference() {
        return reference;
    }

    public ReadOnlyObjectProperty<Money> expected() {
        return expected;
    }

    public ReadOnlyObjectProperty<Money> total() {
        return lines.total();
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    void begin(Purpose wanted, Till till) {
        purpose = wanted;
        shift = till.shift().map(one -> one.number()).orElse(0L);
        inDrawer = till.expected();
        lines.begin(till.denominations());
        fromSafe.set("");
        cause.set(null);
        reference.set("");
        changed();
        open.set(true);
    }

    private void changed() {
        problems.clear();
        refusal.set(null);
        once.answered();
        expected.set(purpose == Purpose.OPEN ? inDrawer.plus(broughtOrZero()) : inDrawer);
    }

    private Money broughtOrZero() {
        return fromSafe.get().isBlank()
                ? Money.zero(inDrawer.currency())
                : Amounts.read("fromSafe", fromSafe.get(), inDrawer.currency())
                        .amount()
                        .orElseGet(() -> Money.zero(inDrawer.currency()));
    }

    public void submit() {
        var reading = lines.read();
        var wrong = new ArrayList<>(reading.problems());
        if (purpose == Purpose.OPEN && !fromSafe.get().isBlank()) {
            Amounts.read("fromSafe", fromSafe.get(), inDrawer.currency())
                    .problem()
                    .ifPresent(wrong::add);
        }
        if (!wrong.isEmpty()) {
            problems.setAll(wrong);
            return;
        }
        var count = reading.count();
        var why = lines.total().get().equals(expected.get()) ? null : cause.get();
        session.background()
                .run("cash-desk.booking", busy, () -> order(count, why), this::answered);
    }

    private ShiftOutcome order(Count count, @Nullable DifferenceCause why) {
        var desks = session.doors().cashDesks();
        var actor = session.actor();
        var request = once.request();
        return switch (purpose) {
            case OPEN ->
                    desks.open(
                            actor,
                            request,
                            new Opening(count, broughtOrZero(), why, reference.get().strip()));
            case TAKE_OVER ->
                    desks.takeOver(
                            actor,
                            request,
                            new Counted(shift, count, why, reference.get().strip()));
            case CLOSE ->
                    desks.close(
                            actor,
                            request,
                            new Counted(shift, count, why, reference.get().strip()));
        };
    }

    private void answered(ShiftOutcome outcome) {
        once.answered();
        switch (outcome) {
            case ShiftOutcome.Done(var till) -> {
                open.set(false);
                done.accept(till);
            }
            case ShiftOutcome.Closed(var report) -> {
                open.set(false);
                closed.accept(report);
            }
            case ShiftOutcome.Unexplained(var should, var counted) -> {
                inDrawer = purpose == Purpose.OPEN ? should.minus(broughtOrZero()) : should;
                expected.set(should);
                refusal.set(Message.of("cash-desk.unexplained", should, counted));
            }
            case ShiftOutcome.AlreadyOpen(var other) ->
                    refusal.set(Message.of("cash-desk.already-open", other.keeperName()));
            case ShiftOutcome.NotOpen _ -> refusal.set(Message.of("cash-desk.not-open"));
            case ShiftOutcome.NotEnoughCash(var there) ->
                    refusal.set(Message.of("cash-desk.not-enough", there));
            case ShiftOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
