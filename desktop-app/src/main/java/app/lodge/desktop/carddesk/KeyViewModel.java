package app.lodge.desktop.carddesk;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.media.ContactKeys.EnrolOutcome;
import app.lodge.core.media.ContactKeys.Present;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonId;
import app.lodge.core.search.Search.Hit;
import app.lodge.core.search.Search.Kind;
import app.lodge.desktop.shell.Amounts;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.PersonChoice;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.issuing.KeyIssuing.KeyOrder;
import app.lodge.personalization.issuing.KeyIssuing.KeyOutcome;
import app.lodge.personalization.issuing.KeyIssuing.Standing;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
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

/// A contact key at the desk: what it is, enrolling and encoding it for the person chosen, and a
/// station's log (KEY-03…05, KEY-22, KEY-25).
public final class KeyViewModel {

    private static final String USUAL_HIGHEST_VALUE = "200";
    private static final String USUAL_HIGHEST_PAYMENT = "20";

    private final Session session;
    private final CardStation station;
    private final StationViewModel machines;
    private final ReadOnlyObjectProperty<@Nullable Person> atDesk;
    private final PersonChoice whom;
    private final Runnable changed;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable SeenKey> seen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final StringProperty number = new SimpleStringProperty("");
    private final StringProperty value = new SimpleStringProperty("");
    private final StringProperty highestValue = new SimpleStringProperty(USUAL_HIGHEST_VALUE);
    private final StringProperty highestPayment = new SimpleStringProperty(USUAL_HIGHEST_PAYMENT);
    private final BooleanProperty reassign = new SimpleBooleanProperty();
    private final BooleanProperty overwrite = new SimpleBooleanProperty();
    private final Once once = new Once();

    private sealed interface Answer {
        record Seen(SeenKey what) implements Answer {}

        record Done(KeyOutcome outcome) implements Answer {}

        record Failed(DeviceFault fault) implements Answer {}
    }

    /// @param atDesk gets the key if nobody else is named
    /// @param changed when somebody's media are others than before
    KeyViewModel(
            Session session,
            CardStation station,
            StationViewModel machines,
            ReadOnlyObjectProperty<@Nullable Person> atDesk,
            Runnable changed) {
        this.session = session;
        this.station = station;
        this.machines = machines;
        this.atDesk = atDesk;
        this.changed = changed;
        this.whom = new PersonChoice(session);
        whom.chosen().subscribe(_ -> problems.clear());
    }

    public BooleanProperty open() {
        return open;
    }

    /// While it waits for a key, reads or writes it.
    public BooleanProperty busy() {
        return busy;
    }

    public ReadOnlyObjectProperty<@Nullable SeenKey> seen() {
        return seen;
    }

    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public StringProperty number() {
        return number;
    }

    public StringProperty value() {
        return value;
    }

    public StringProperty highestValue() {
        return highestValue;
    }

    public StringProperty highestPayment() {
        return highestPayment;
    }

    /// A key of somebody else's is handed on.
    public BooleanProperty reassign() {
        return reassign;
    }

    /// What others wrote on it is lost.
    public BooleanProperty overwrite() {
        return overwrite;
    }

    /// Who would get the key.
    public PersonChoice whom() {
        return whom;
    }

    public String currency() {
        return session.site().currency().getCurrencyCode();
    }

    public Currency money() {
        return session.site().currency();
    }

    public boolean mayEncode() {
        return session.actor().may(Permission.ISSUE_CARDS);
    }

    /// Whether the workstation's chosen reader takes contact keys.
    public boolean atAdapter() {
        var reader = machines.chosenReader().get();
        return reader != null && reader.takesKeys();
    }

    public void begin() {
        open.set(true);
        number.set("");
        value.set("");
        reassign.set(false);
        overwrite.set(false);
        whom.clear();
        propose(Optional.ofNullable(atDesk.get()));
        problems.clear();
        look();
    }

    private void propose(Optional<Person> someone) {
        someone.map(it ->
                        new Hit(
                                Kind.PERSON,
                                it.id().number(),
                                it.details().fullName(),
                                "%07d".formatted(it.id().number())))
                .ifPresent(whom::choose);
    }

    public void look() {
        var reader = machines.chosenReader().get();
        if (busy.get() || reader == null) {
            return;
        }
        seen.set(null);
        refusal.set(null);
        session.background().run("key.reading", busy, () -> looked(reader.address()), this::show);
    }

    private Answer looked(String adapter) {
        try {
            return new Answer.Seen(
                    SeenKey.of(
                            station.lookAtKey(adapter), session.actor(), session.doors().people()));
        } catch (DeviceException e) {
            return new Answer.Failed(e.fault());
        }
    }

    /// Enrols, writes and reads back the key that touches the adapter.
    public void encode() {
        var reader = machines.chosenReader().get();
        var holder = whom.chosen().get();
        if (busy.get() || reader == null) {
            return;
        }
        refusal.set(null);
        if (holder == null) {
            problems.setAll(List.of(Problem.of("person", whom.query().get(), "key.no-person")));
            return;
        }
        var wrong = new ArrayList<Problem>();
        Optional<Integer> holds =
                value.get().isBlank() ? Optional.empty() : amount("value", value, wrong);
        var most = amount("highestValue", highestValue, wrong);
        var once = amount("highestPayment", highestPayment, wrong);
        problems.setAll(wrong);
        if (!wrong.isEmpty()) {
            return;
        }
        var order =
                new KeyOrder(
                        this.once.request(),
                        new PersonId(holder.number()),
                        number.get(),
                        reassign.get() ? Present.REASSIGN : Present.KEEP,
                        holds,
                        most.orElseThrow(),
                        once.orElseThrow(),
                        overwrite.get() ? Standing.OVERWRITE : Standing.KEEP);
        session.background()
                .run("key.writing", busy, () -> encoded(reader.address(), order), this::show);
    }

    private Optional<Integer> amount(String field, StringProperty typed, ArrayList<Problem> wrong) {
        var reading = Amounts.read(field, typed.get(), session.site().currency());
        reading.problem().ifPresent(wrong::add);
        return reading.amount().map(money -> (int) Math.min(money.minor(), Integer.MAX_VALUE));
    }

    private Answer encoded(String adapter, KeyOrder order) {
        try {
            return new Answer.Done(station.encodeKey(adapter, order));
        } catch (DeviceException e) {
            return new Answer.Failed(e.fault());
        }
    }

    private void show(Answer answer) {
        switch (answer) {
            case Answer.Seen(var what) -> {
                seen.set(what);
                if (whom.query().get().isBlank()) {
                    propose(what.holder());
                }
            }
            case Answer.Failed(var fault) -> refusal.set(FaultWords.message(fault));
            case Answer.Done(var outcome) -> show(outcome);
        }
    }

    private void show(KeyOutcome outcome) {
        once.answered();
        switch (outcome) {
            case KeyOutcome.Ready ready -> {
                session.notices().done(KeyAnswers.ready(ready));
                changed.run();
                look();
            }
            case KeyOutcome.InUse _ -> refusal.set(Message.of("key.in-use"));
            case KeyOutcome.NotEnrolled(EnrolOutcome.Rejected(var wrong)) -> problems.setAll(wrong);
            case KeyOutcome.NotEnrolled(var why) -> KeyAnswers.refusal(why).ifPresent(refusal::set);
        }
    }

    /// Writes the station's journal to a file that the operator names.
    public void export() {
        var shown = seen.get();
        if (shown == null || shown.found().log().isEmpty()) {
            return;
        }
        var log = shown.found().log().get();
        session.dialogs()
                .chooseTarget("key.export-title", "station-%d.csv".formatted(log.station()))
                .ifPresent(file ->
                        session.background()
                                .run(
                                        "key.exporting",
                                        busy,
                                        () -> {
                                            station.keepLog(file, log, session.site());
                                            return file;
                                        },
                                        kept ->
                                                session.notices()
                                                        .done(
                                                                Message.of(
                                                                        "key.exported",
                                                                        kept.getFileName()
                                                                                .toString()))));
    }
}
