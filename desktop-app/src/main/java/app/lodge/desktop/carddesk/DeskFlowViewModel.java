package app.lodge.desktop.carddesk;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.accounts.MediaCharges;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.Movement;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.PostingKind;
import app.lodge.core.accounts.Postings.Closing;
import app.lodge.core.accounts.Postings.PayOut;
import app.lodge.core.accounts.Postings.Settlement;
import app.lodge.core.accounts.Reason;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.media.Media.BlockOutcome;
import app.lodge.core.media.MediaLife.LendOutcome;
import app.lodge.core.media.MediaLife.ReturnOutcome;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumState;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.issuing.IssueOutcome;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
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

    /// As many movements as a card's charges can be.
    private static final int CHARGES = 4;

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
    private final Once first = new Once();
    private final Once second = new Once();
    private final Once third = new Once();

    /// The card that a broken-off step was about: the next try is about the same.
    private volatile @Nullable Medium inHand;

    /// What came of a step: where the matter stands now, or why it cannot go on.
    private record Step(@Nullable DeskFlow reached, @Nullable Message refused) {
        static Step to(DeskFlow reached) {
            return new Step(reached, null);
        }

        static Step refused(String key, Object... arguments) {
            return new Step(null, Message.of(key, arguments));
        }
    }

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
        step("flow.blocking", () -> blocked(holder.id()));
    }

    private Step blocked(PersonId holder) {
        var medium = newest(holder, DeskFlow::canBeLost);
        if (medium.isEmpty()) {
            return Step.refused("flow.no-card");
        }
        if (medium.get().state() == MediumState.BLOCKED) {
            return Step.to(lostBlocked(medium.get()));
        }
        return switch (session.doors()
                .media()
                .block(session.actor(), first.request(), medium.get().id(), BlockReason.LOST)) {
            case BlockOutcome.Blocked(var done) -> Step.to(lostBlocked(done));
            case BlockOutcome.Unblocked(var done) -> Step.to(new DeskFlow.Found(done));
            case BlockOutcome.NotPossible _ -> Step.refused("block.not-possible");
        };
    }

    private DeskFlow lostBlocked(Medium medium) {
        return new DeskFlow.LostBlocked(
                medium, session.doors().media().spread(session.actor(), medium.id()));
    }

    /// Asks again which devices know of the block.
    public void refresh() {
        if (open.get() && now.get() instanceof DeskFlow.LostBlocked(var medium, _)) {
            session.background()
                    .run(
                            "block.asking",
                            new SimpleBooleanProperty(),
                            () -> lostBlocked(medium),
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
                                            charges(before.holder(), done))));
        }
    }

    private List<Movement> charges(PersonId holder, IssueOutcome.Issued done) {
        var actor = session.actor();
        if (!actor.may(Permission.TOP_UP)) {
            return List.of();
        }
        var accounts = session.doors().accounts();
        return accounts.ofPerson(actor, holder)
                .map(account ->
                        accounts
                                .movements(actor, account.id(), LookPurpose.COUNTER, null, CHARGES)
                                .rows()
                                .stream()
                                .filter(row ->
                                        row.kind() == PostingKind.FEE
                                                || row.kind() == PostingKind.DEPOSIT)
                                .filter(row -> !row.bookedAt().isBefore(done.job().changedAt()))
                                .toList())
                .orElse(List.of());
    }

    /// It was in the other pocket: valid again, as long as no replacement was made (ID-44).
    public void undo() {
        if (now.get() instanceof DeskFlow.LostBlocked(var medium, _)) {
            refusal.set(null);
            step("block.blocking", () -> unblocked(medium));
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
                                    this::unblocked));
        }
    }

    private Step unblocked(Medium medium) {
        return switch (session.doors()
                .media()
                .unblock(session.actor(), second.request(), medium.id())) {
            case BlockOutcome.Unblocked(var lives) -> Step.to(new DeskFlow.Found(lives));
            case BlockOutcome.Blocked(var still) -> Step.to(lostBlocked(still));
            case BlockOutcome.NotPossible(var state) ->
                    state == MediumState.REPLACED
                            ? Step.to(new DeskFlow.FoundTooLate(medium))
                            : Step.refused("flow.not-blocked");
        };
    }

    /// A card comes back over the desk: the chosen person's, a loaner first, or the one on the reader.
    public void returned() {
        if (!begun()) {
            step("flow.reading", () -> withMedium(DeskFlow::canComeBack, this::takenBack));
        }
    }

    private Step takenBack(Medium medium) {
        var outcome =
                session.doors().mediaLife().takeBack(session.actor(), first.request(), medium.id());
        return switch (outcome) {
            case ReturnOutcome.Returned(var back) -> Step.to(settled(back));
            case ReturnOutcome.Destroyed(var back) -> Step.to(settled(back));
            case ReturnOutcome.NotPossible(var state) ->
                    state == MediumState.REPLACED
                            ? Step.to(new DeskFlow.FoundTooLate(medium))
                            : Step.refused("flow.not-out");
        };
    }

    private DeskFlow settled(Medium back) {
        var actor = session.actor();
        Optional<Money> deposit = Optional.empty();
        if (actor.may(Permission.MOVE_MONEY)) {
            var charge = new MediaCharges.Charge(back.id(), Grounds.of(Reason.HOLDER_REQUEST));
            deposit =
                    session.doors()
                            .mediaCharges()
                            .depositHeld(actor, back.id())
                            .filter(held -> held.minor() > 0);
            if (deposit.isPresent()
                    && !(session.doors().mediaCharges().giveBack(actor, second.request(), charge)
                            instanceof MoveOutcome.Moved)) {
                deposit = Optional.empty();
            }
        }
        var left = back.loan() ? Optional.<Money>empty() : balance(back);
        if (left.filter(money -> money.minor() == 0).isPresent() && nameless(back)) {
            leave(back, left.get());
        }
        return new DeskFlow.Returned(back, deposit, left);
    }

    private Optional<Money> balance(Medium medium) {
        return session.actor().may(Permission.SEE_ACCOUNTS)
                ? session.doors()
                        .accounts()
                        .ofPerson(session.actor(), medium.holder())
                        .map(account -> account.balance())
                : Optional.empty();
    }

    /// What is left on the account leaves the cash desk (ID-12).
    public void payOut() {
        if (now.get() instanceof DeskFlow.Returned(var medium, _, var balance)) {
            balance.filter(left -> left.minor() > 0)
                    .ifPresent(left -> step("pay-out.booking", () -> paid(medium, left)));
        }
    }

    private Step paid(Medium medium, Money left) {
        return leave(medium, left) instanceof MoveOutcome.Moved
                ? Step.to(new DeskFlow.PaidOut(medium, left))
                : Step.refused("flow.not-paid-out");
    }

    /// Somebody with a name keeps the account; a card without one was all that led to it, so that the
    /// account is closed with it (ID-12, ID-64).
    private MoveOutcome leave(Medium medium, Money left) {
        var actor = session.actor();
        var account = session.doors().accounts().ofPerson(actor, medium.holder()).orElseThrow();
        var why = Grounds.of(Reason.HOLDER_REQUEST);
        var postings = session.doors().postings();
        return nameless(medium)
                ? postings.closeAccount(
                        actor,
                        third.request(),
                        new Closing(account.id(), new Settlement.PaidOut(PaymentMeans.CASH), why))
                : postings.payOut(
                        actor,
                        third.request(),
                        new PayOut(account.id(), left, PaymentMeans.CASH, why));
    }

    private boolean nameless(Medium medium) {
        var actor = session.actor();
        return actor.may(Permission.MOVE_MONEY)
                && actor.may(Permission.SEE_PEOPLE)
                && session.doors()
                        .people()
                        .find(actor, medium.holder())
                        .filter(holder -> holder.details().nameless())
                        .isPresent();
    }

    /// The dead card in the clerk's hand is cut through.
    public void destroy() {
        if (now.get() instanceof DeskFlow.FoundTooLate(var medium)) {
            step("flow.blocking", () -> destroyed(medium, third.request()));
        }
    }

    private Step destroyed(Medium medium, RequestId request) {
        return session.doors().mediaLife().destroy(session.actor(), request, medium.id())
                        instanceof ReturnOutcome.Destroyed(var gone)
                ? Step.to(new DeskFlow.Destroyed(gone))
                : Step.refused("flow.not-out");
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
        step("flow.reading", () -> lent(holder.id()));
    }

    private Step lent(PersonId holder) throws DeviceException {
        var seen = look().found().seen();
        var uid = seen.uid().orElse(null);
        if (uid == null) {
            return Step.refused("flow.no-number");
        }
        return switch (session.doors()
                .mediaLife()
                .lend(session.actor(), first.request(), holder, uid, seen.chip())) {
            case LendOutcome.Lent(var medium, var until) ->
                    Step.to(new DeskFlow.Lent(medium, until));
            case LendOutcome.Taken(var by) -> Step.refused("flow.taken", by.number());
            case LendOutcome.NotInStock(Uid strange) ->
                    Step.refused("fault.not-in-stock", strange.hex());
            case LendOutcome.TooLate(var ends) -> Step.refused("flow.too-late", ends.toString());
            case LendOutcome.PersonUnknown _ -> Step.refused("issue.person-unknown");
            case LendOutcome.PersonBlocked _ -> Step.refused("issue.person-blocked");
        };
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
                        : holder == null ? look().medium() : newest(holder.id(), fits);
        inHand = medium.orElse(null);
        return medium.map(then).orElseGet(() -> Step.refused("flow.no-card"));
    }

    private Optional<Medium> newest(PersonId holder, Predicate<Medium> fits) {
        var all = new ArrayList<>(session.doors().media().ofPerson(session.actor(), holder));
        all.sort((one, other) -> Boolean.compare(other.loan(), one.loan()));
        return all.stream().filter(fits).findFirst();
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
        List.of(first, second, third).forEach(Once::answered);
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
