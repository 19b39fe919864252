package app.lodge.desktop.carddesk;

import app.lodge.core.accounts.MediaCharges;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.TopUpOutcome;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.money.Money;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonId;
import app.lodge.core.work.Progress;
import app.lodge.desktop.carddesk.CardStation.Machine;
import app.lodge.desktop.shell.Background;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.issuing.IssueOrder;
import app.lodge.personalization.issuing.IssueOutcome;
import app.lodge.personalization.issuing.IssueStep;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Issues one card, step by step, and says what became of it (ID-40).
public final class IssueCardViewModel {

    /// That of the person’s group, or the site’s.
    private static final String LAYOUT = "";

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
    private final MissingViewModel missing;
    private final Once once = new Once();
    private final Once cashOnce = new Once();
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
        this.missing = new MissingViewModel(session, station);
    }

    /// Whether the person lacks what the card shows.
    public MissingViewModel missing() {
        return missing;
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

    /// Takes what the holder lacks for the card in cash, with a receipt, and issues it: the clerk's one
    /// key where the account does not cover it and the site lets the desk take cash (ID-63).
    public void issueForCash() {
        var now = due.get();
        if (now != null && !now.covered() && now.cashTaken()) {
            issue(now.missing());
        }
    }

    public void issue() {
        issue(null);
    }

    /// @param cash to be taken in first; null for nothing
    private void issue(@Nullable Money cash) {
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
        if (machines.queueing().get()) {
            refusal.set(Message.of("queue.has-machines"));
            return;
        }
        missing.before(
                () -> List.of(whose.id()),
                () -> {
                    if (whose.equals(person.get()) && !busy.get()) {
                        make(whose, reader, printer, cash);
                    }
                },
                null);
    }

    private void make(Person whose, Machine reader, Machine printer, @Nullable Money cash) {
        step.set(null);
        result.set(null);
        refusal.set(null);
        var order =
                new IssueOrder(
                        once.request(), whose.id(), printer.address(), reader.address(), LAYOUT);
        var paying = cashOnce.request();
        running =
                session.background()
                        .<IssueStep, Attempt>run(
                                "issue.running",
                                busy,
                                progress -> paidAndBegun(order, paying, cash, progress),
                                step::set,
                                this::show);
    }

    private Attempt paidAndBegun(
            IssueOrder order,
            RequestId paying,
            @Nullable Money missing,
            Progress<IssueStep> progress) {
        if (missing != null) {
            var refused = takenIn(order.person(), paying, missing);
            if (refused != null) {
                return new Attempt.NotPaid(refused);
            }
        }
        return begun(order, progress);
    }

    private @Nullable Message takenIn(PersonId holder, RequestId paying, Money missing) {
        var actor = session.actor();
        var accounts = session.doors().accounts();
        var account = accounts.ofPerson(actor, holder);
        if (account.isEmpty()) {
            return Message.of("issue.no-account");
        }
        return switch (accounts.topUp(
                actor, paying, account.get().id(), missing, PaymentMeans.CASH)) {
            case TopUpOutcome.ToppedUp(var _, var receipt) -> {
                session.notices()
                        .done(
                                Message.of(
                                        "issue.cash-taken",
                                        missing,
                                        receipt.series() + "-" + receipt.number()));
                yield null;
            }
            case TopUpOutcome.AboveMaximumBalance(var wouldBe, var maximum) ->
                    Message.of("accounts.above-maximum", wouldBe, maximum);
            case TopUpOutcome.AccountBlocked _ -> Message.of("accounts.is-blocked");
            case TopUpOutcome.Rejected(var problems) -> Message.of(problems.getFirst());
        };
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
            case Attempt.NotPaid(var why) -> {
                cashOnce.answered();
                refusal.set(why);
            }
            case Attempt.NoMachine(var fault) -> {
                cashOnce.answered();
                once.answered();
                refusal.set(FaultWords.message(fault));
            }
        }
    }

    /// What a try to issue came to.
    private sealed interface Attempt {
        record Ended(IssueOutcome outcome) implements Attempt {}

        record NotPaid(Message why) implements Attempt {}

        record NoMachine(DeviceFault fault) implements Attempt {}
    }

    private void show(IssueOutcome became) {
        once.answered();
        cashOnce.answered();
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
