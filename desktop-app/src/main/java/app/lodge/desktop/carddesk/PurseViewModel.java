package app.lodge.desktop.carddesk;

import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.media.MediumState;
import app.lodge.core.money.Money;
import app.lodge.core.purse.PurseKind;
import app.lodge.core.purse.Purses.Source;
import app.lodge.desktop.purses.PurseWords;
import app.lodge.desktop.shell.Amounts;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.purse.PurseDesk;
import app.lodge.personalization.purse.PurseDesk.Visit;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The purse of the card that is looked at: its value, and putting value on it or taking it off
/// (CHAIN-22, CHAIN-32).
public final class PurseViewModel {

    private final Session session;
    private final CardStation station;
    private final Supplier<@Nullable String> reader;
    private final BooleanProperty busy;
    private final StringProperty amount = new SimpleStringProperty("");
    private final ObjectProperty<PurseDesk.@Nullable Look> look = new SimpleObjectProperty<>();
    private final ObjectProperty<Visit.@Nullable Torn> torn = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> said = new SimpleObjectProperty<>();
    private final Once once = new Once();

    private sealed interface Answer {
        record Visited(Visit visit) implements Answer {}

        record Prepared(boolean done) implements Answer {}

        record Failed(DeviceFault fault) implements Answer {}
    }

    /// @param busy of the look that it is part of
    PurseViewModel(
            Session session,
            CardStation station,
            Supplier<@Nullable String> reader,
            BooleanProperty busy) {
        this.session = session;
        this.station = station;
        this.reader = reader;
        this.busy = busy;
    }

    public BooleanProperty busy() {
        return busy;
    }

    /// What to load or pay out, as typed.
    public StringProperty amount() {
        return amount;
    }

    /// Null if the card has no purse.
    public ReadOnlyObjectProperty<PurseDesk.@Nullable Look> look() {
        return look;
    }

    /// What was begun on a card that went away.
    public ReadOnlyObjectProperty<Visit.@Nullable Torn> torn() {
        return torn;
    }

    /// What came of it.
    public ReadOnlyObjectProperty<@Nullable Message> said() {
        return said;
    }

    public Currency currency() {
        return session.site().currency();
    }

    /// Another card is looked at.
    void begin() {
        look.set(null);
        torn.set(null);
        said.set(null);
        amount.set("");
    }

    /// Waits for reader and bridge.
    ///
    /// @return null if there is no purse, or it cannot be read
    PurseDesk.@Nullable Look read(String at) {
        try {
            return station.purse(at);
        } catch (DeviceException _) {
            return null;
        }
    }

    void show(PurseDesk.@Nullable Look now) {
        look.set(now);
        if (now != null) {
            now.settled().stream().map(PurseWords::of).findFirst().ifPresent(said::set);
        }
    }

    public boolean mayLoad() {
        return session.actor().may(Permission.LOAD_PURSES);
    }

    /// Whether this card of ours can get a purse and has none.
    public boolean mayPrepare(LookedAt card) {
        return look.get() == null
                && card.found().seen().encodable()
                && card.medium().filter(it -> it.state() == MediumState.ACTIVE).isPresent()
                && session.actor().may(Permission.ISSUE_CARDS);
    }

    public void prepare(LookedAt card) {
        var at = reader.get();
        var medium = card.medium();
        var uid = card.found().seen().uid();
        if (busy.get() || at == null || medium.isEmpty() || uid.isEmpty()) {
            return;
        }
        session.background()
                .run(
                        "purse.working",
                        busy,
                        () -> {
                            try {
                                return new Answer.Prepared(
                                        station.preparePurse(at, medium.get().id(), uid.get()));
                            } catch (DeviceException e) {
                                return new Answer.Failed(e.fault());
                            }
                        },
                        this::shown);
    }

    public void load(Source source) {
        change(PurseKind.LOAD, source);
    }

    public void payOut() {
        change(PurseKind.PAY_OUT, Source.CASH);
    }

    private void change(PurseKind kind, Source source) {
        var at = reader.get();
        if (busy.get() || at == null) {
            return;
        }
        var typed = Amounts.read("amount", amount.get(), currency());
        var wanted = typed.amount();
        if (wanted.isEmpty()) {
            typed.problem()
                    .ifPresent(problem ->
                            said.set(Message.of(problem.key(), problem.arguments().toArray())));
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "purse.working",
                        busy,
                        () -> visited(request, at, kind, wanted.get(), source),
                        this::shown);
    }

    private Answer visited(
            RequestId request, String at, PurseKind kind, Money wanted, Source source) {
        try {
            return new Answer.Visited(station.changePurse(request, at, kind, wanted, source));
        } catch (DeviceException e) {
            return new Answer.Failed(e.fault());
        }
    }

    /// The same card lies on the reader again.
    public void finish() {
        var at = reader.get();
        var half = torn.get();
        if (busy.get() || at == null || half == null) {
            return;
        }
        session.background()
                .run(
                        "purse.working",
                        busy,
                        () -> {
                            try {
                                return new Answer.Visited(station.finishPurse(at, half));
                            } catch (DeviceException e) {
                                return new Answer.Failed(e.fault());
                            }
                        },
                        this::shown);
    }

    private void shown(Answer answer) {
        once.answered();
        switch (answer) {
            case Answer.Failed(var fault) -> said.set(FaultWords.message(fault));
            case Answer.Prepared(boolean done) -> {
                said.set(Message.of(done ? "purse.prepared" : "purse.not-possible"));
                if (done) {
                    again();
                }
            }
            case Answer.Visited(Visit visit) -> {
                said.set(PurseWords.of(visit, currency()));
                torn.set(visit instanceof Visit.Torn half ? half : null);
                if (visit instanceof Visit.Done done) {
                    look.set(done.look());
                    amount.set("");
                }
            }
        }
    }

    private void again() {
        var at = reader.get();
        if (at != null) {
            session.background()
                    .run(
                            "purse.working",
                            busy,
                            () -> Optional.ofNullable(read(at)),
                            found -> look.set(found.orElse(null)));
        }
    }
}
