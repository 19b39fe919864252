package app.lodge.desktop.carddesk;

import app.lodge.core.accounts.MediaCharges;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.people.Person;
import app.lodge.core.work.Progress;
import app.lodge.desktop.shell.Background;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.issuing.IssueOrder;
import app.lodge.personalization.issuing.IssueOutcome;
import app.lodge.personalization.issuing.IssueStep;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Issues one card, step by step, and says what became of it (ID-40).
public final class IssueCardViewModel {

    /// The newest revision of the layout that every site has.
    private static final String LAYOUT = "staff";

    private final Session session;
    private final CardStation station;
    private final StationViewModel machines;
    private final ReadOnlyObjectProperty<@Nullable Person> person;
    private final Runnable ended;
    private final Runnable atKeys;
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable IssueStep> step = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable IssueOutcome> result = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final ObjectProperty<MediaCharges.@Nullable Due> due = new SimpleObjectProperty<>();
    private final Once once = new Once();
    private Background.@Nullable Running running;

    /// @param atKeys what is done instead where the chosen reader takes contact keys
    IssueCardViewModel(
            Session session,
            CardStation station,
            StationViewModel machines,
            ReadOnlyObjectProperty<@Nullable Person> person,
            Runnable ended,
            Runnable atKeys) {
        this.session = session;
        this.station = station;
        this.machines = machines;
        this.person = person;
        this.ended = ended;
        this.atKeys = atKeys;
    }

    public StationViewModel machines() {
        return machines;
    }

    public BooleanProperty busy() {
        return busy;
    }

    /// Null before the first step.
    public ReadOnlyObjectProperty<@Nullable IssueStep> step() {
        return step;
    }

    /// Null until the work has ended.
    public ReadOnlyObjectProperty<@Nullable IssueOutcome> result() {
        return result;
    }

    /// Why it could not even begin.
    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    /// What a card for this person would cost now; null where there is no account (ID-63).
    public ReadOnlyObjectProperty<MediaCharges.@Nullable Due> due() {
        return due;
    }

    private void askDue() {
        var whose = person.get();
        due.set(null);
        if (whose == null) {
            return;
        }
        session.background()
                .run(
                        "issue.asking-due",
                        new SimpleBooleanProperty(),
                        () -> session.doors().mediaCharges().due(session.actor(), whose.id()),
                        found -> {
                            if (whose.equals(person.get())) {
                                due.set(found.orElse(null));
                            }
                        });
    }

    /// Another person: what the last card's steps were is of no interest now.
    void begin() {
        if (!busy.get()) {
            step.set(null);
            result.set(null);
            refusal.set(null);
            askDue();
        }
    }

    public void issue() {
        var whose = person.get();
        var reader = machines.chosenReader().get();
        var printer = machines.chosenPrinter().get();
        if (whose == null || busy.get()) {
            return;
        }
        if (reader == null || printer == null) {
            refusal.set(Message.of(reader == null ? "issue.no-reader" : "issue.no-printer"));
            return;
        }
        if (reader.takesKeys()) {
            atKeys.run();
            return;
        }
        step.set(null);
        result.set(null);
        refusal.set(null);
        var order =
                new IssueOrder(
                        once.request(), whose.id(), printer.address(), reader.address(), LAYOUT);
        running =
                session.background()
                        .<IssueStep, Attempt>run(
                                "issue.running",
                                busy,
                                progress -> begun(order, progress),
                                step::set,
                                this::show);
    }

    private Attempt begun(IssueOrder order, Progress<IssueStep> progress) {
        try {
            return new Attempt.Ended(station.issue(order, progress));
        } catch (DeviceException e) {
            return new Attempt.NoMachine(e.fault());
        }
    }

    private void show(Attempt attempt) {
        switch (attempt) {
            case Attempt.Ended(var became) -> show(became);
            case Attempt.NoMachine(var fault) -> {
                once.answered();
                refusal.set(FaultWords.message(fault));
            }
        }
    }

    /// What a try to issue came to.
    private sealed interface Attempt {
        record Ended(IssueOutcome outcome) implements Attempt {}

        record NoMachine(DeviceFault fault) implements Attempt {}
    }

    private void show(IssueOutcome became) {
        once.answered();
        result.set(became);
        if (became instanceof IssueOutcome.Issued issued) {
            session.notices().done(Message.of("issue.done-notice", issued.job().cardNumber()));
        }
        askDue();
        ended.run();
    }

    /// Asks the work to stop between two steps; a card that has begun to print is finished.
    public void stop() {
        var work = running;
        if (work != null) {
            work.stop();
        }
    }
}
