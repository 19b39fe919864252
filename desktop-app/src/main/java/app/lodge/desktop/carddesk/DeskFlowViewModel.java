package app.lodge.desktop.carddesk;

import app.lodge.core.books.Permission;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumState;
import app.lodge.core.people.Person;
import app.lodge.desktop.carddesk.DeskFlowSteps.Step;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.issuing.IssueOutcome;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// One key from a person's trouble to its end: lost, found, returned, a loaner for the day (ID-07, ID-12,
/// ID-41…44).
///
/// Whatever breaks in the middle leaves the step before it done and this one not; the same key goes on from
/// there, under the same request, so that nothing is done twice.
public final class DeskFlowViewModel {

    private final Session session;
    private final CardStation station;
    private final IssueCardViewModel issue;
    private final ObjectProperty<@Nullable Person> person;
    private final Runnable changed;
    private final DeskReceipts receipts;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<DeskFlow> now = new SimpleObjectProperty<>(new DeskFlow.Working());
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final DeskFlowSteps steps;
    private final DeskSettlement settlement;

    /// The card that a broken-off step was about: the next try is about the same.
    private volatile @Nullable Medium inHand;

    DeskFlowViewModel(
            Session session,
            CardStation station,
            IssueCardViewModel issue,
            ObjectProperty<@Nullable Person> person,
            Runnable changed) {
        this.session = session;
        this.station = station;
        this.issue = issue;
        this.person = person;
        this.changed = changed;
        this.receipts = new DeskReceipts(session);
        this.settlement = new DeskSettlement(session);
        this.steps = new DeskFlowSteps(session, settlement);
        issue.result().subscribe(this::issued);
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public ReadOnlyObjectProperty<DeskFlow> now() {
        return now;
    }

    /// Why it does not go on; null while it does.
    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    DeskReceipts receipts() {
        return receipts;
    }

    IssueCardViewModel issue() {
        return issue;
    }

    Currency currency() {
        return session.site().currency();
    }

    /// The chosen person's newest card was lost: blocked at once, everywhere.
    public void lost() {
        if (begun() || !session.actor().may(Permission.BLOCK_MEDIA)) {
            return;
        }
        var holder = person.get();
        if (holder == null) {
            refuse("flow.choose-person");
            return;
        }
        step("flow.blocking", () -> steps.blocked(holder.id()));
    }

    /// Asks again which devices know of the block.
    public void refresh() {
        if (open.get() && now.get() instanceof DeskFlow.LostBlocked(var medium, _)) {
            session.background()
                    .run(
                            "block.asking",
                            new SimpleBooleanProperty(),
                            () -> steps.lostBlocked(medium),
                            told -> {
                                if (now.get() instanceof DeskFlow.LostBlocked) {
                                    now.set(told);
                                }
                            });
        }
    }

    /// Makes the card again. What it costs is booked as it is issued.
    public void replace() {
        refusal.set(null);
        issue.issue();
        refusal.set(issue.refusal().get());
    }

    private void issued(@Nullable IssueOutcome outcome) {
        if (open.get()
                && now.get() instanceof DeskFlow.LostBlocked(var before, _)
                && outcome instanceof IssueOutcome.Issued done) {
            step(
                    "flow.reading-charges",
                    () ->
                            Step.to(
                                    new DeskFlow.Replaced(
                                            before,
                                            done.job().cardNumber(),
                                            settlement.charges(before.holder(), done))));
        }
    }

    /// It was in the other pocket: valid again, as long as no replacement was made (ID-44).
    public void undo() {
        if (now.get() instanceof DeskFlow.LostBlocked(var medium, _)) {
            refusal.set(null);
            step("block.blocking", () -> steps.unblocked(medium));
        }
    }

    /// A lost card turned up: the chosen person's, or the one on the reader.
    public void found() {
        if (!begun() && session.actor().may(Permission.BLOCK_MEDIA)) {
            step(
                    "flow.reading",
                    () ->
                            withMedium(
                                    medium ->
                                            medium.state() == MediumState.BLOCKED
                                                    || medium.state() == MediumState.REPLACED,
                                    steps::unblocked));
        }
    }

    /// A card comes back over the desk: the chosen person's, a loaner first, or the one on the reader.
    public void returned() {
        if (!begun()) {
            step("flow.reading", () -> withMedium(DeskFlow::canComeBack, steps::takenBack));
        }
    }

    /// What is left on the account leaves the cash desk (ID-12).
    public void payOut() {
        if (now.get() instanceof DeskFlow.Returned(var medium, _, var balance)) {
            balance.filter(left -> left.minor() > 0)
                    .ifPresent(left ->
                            step("pay-out.booking", () -> settlement.paidOut(medium, left)));
        }
    }

    /// The dead card in the clerk's hand is cut through.
    public void destroy() {
        if (now.get() instanceof DeskFlow.FoundTooLate(var medium)) {
            step("flow.blocking", () -> steps.destroyed(medium));
        }
    }

    /// The medium on the reader goes to the chosen person until the evening.
    public void lend() {
        if (begun()) {
            return;
        }
        var holder = person.get();
        if (holder == null) {
            refuse("flow.choose-person");
            return;
        }
        step("flow.reading", () -> steps.lent(holder.id(), look()));
    }

    private LookedAt look() throws DeviceException {
        var reader = issue.machines().chosenReader().get();
        return LookedAt.of(
                station.look(reader == null ? "" : reader.address()),
                session.actor(),
                session.doors().media(),
                session.doors().people());
    }

    /// The chosen person's newest that fits, or, with nobody chosen, the one on the reader.
    private Step withMedium(Predicate<Medium> fits, Function<Medium, Step> then)
            throws DeviceException {
        var holder = person.get();
        var going = inHand;
        var medium =
                going != null
                        ? Optional.of(going)
                        : holder == null ? look().medium() : steps.newest(holder.id(), fits);
        inHand = medium.orElse(null);
        return medium.map(then).orElseGet(() -> Step.refused("flow.no-card"));
    }

    /// Opens the sheet; true if another matter is still under way.
    private boolean begun() {
        if (busy.get() || issue.busy().get()) {
            return true;
        }
        if (!open.get()) {
            inHand = null;
            now.set(new DeskFlow.Working());
        }
        refusal.set(null);
        open.set(true);
        return false;
    }

    private void refuse(String key) {
        refusal.set(Message.of(key));
    }

    private void step(String titleKey, Callable<Step> work) {
        session.background().run(titleKey, busy, () -> tried(work), this::show);
    }

    private static Step tried(Callable<Step> work) throws Exception {
        try {
            return work.call();
        } catch (DeviceException e) {
            return new Step(null, FaultWords.message(e.fault()));
        }
    }

    private void show(Step step) {
        steps.answered();
        inHand = null;
        refusal.set(step.refused());
        var reached = step.reached();
        if (reached != null) {
            if (reached instanceof DeskFlow.LostBlocked) {
                // What a replacement costs goes by why the one before has to be replaced.
                issue.begin();
            }
            now.set(reached);
            changed.run();
        }
    }
}
