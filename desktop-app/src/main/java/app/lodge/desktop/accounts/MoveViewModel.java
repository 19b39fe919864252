package app.lodge.desktop.accounts;

import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.PostingFile;
import app.lodge.core.accounts.Postings.Recipient;
import app.lodge.core.accounts.Reason;
import app.lodge.core.books.Problem;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.accounts.AccountsViewModel.AccountFile;
import app.lodge.desktop.accounts.Move.Settle;
import app.lodge.desktop.accounts.Move.Way;
import app.lodge.desktop.approvals.SecondPersonViewModel;
import app.lodge.desktop.shell.Amounts;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.Wording;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Orders one movement of money with its reason; above the site's level a second person is asked, as
/// for a pay-out (ID-26, ID-27, ID-64).
///
/// Whoever is to receive money is shown with a masked name first; the same key pressed again orders.
public final class MoveViewModel {

    private final Session session;
    private final ReadOnlyObjectProperty<@Nullable AccountFile> account;
    private final SecondPersonViewModel secondPerson;
    private final Consumer<MoveOutcome.Moved> moved;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<Move> move = new SimpleObjectProperty<>(Move.TRANSFER);
    private final StringProperty amount = new SimpleStringProperty("");
    private final StringProperty to = new SimpleStringProperty("");
    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.FOR_HOLDER);
    private final ObjectProperty<Settle> settle = new SimpleObjectProperty<>(Settle.CASH);
    private final ObjectProperty<Reason> reason = new SimpleObjectProperty<>(Reason.HOLDER_REQUEST);
    private final StringProperty reference = new SimpleStringProperty("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Recipient> recipient = new SimpleObjectProperty<>();
    private final Once once = new Once();
    private @Nullable PostingFile posting;

    /// @param moved hears of what was booked
    MoveViewModel(
            Session session,
            ReadOnlyObjectProperty<@Nullable AccountFile> account,
            SecondPersonViewModel secondPerson,
            Consumer<MoveOutcome.Moved> moved) {
        this.session = session;
        this.account = account;
        this.secondPerson = secondPerson;
        this.moved = moved;
        List.<ObservableValue<?>>of(amount, to, way, settle, reason, reference)
                .forEach(field -> field.subscribe(_ -> changed()));
        to.subscribe(_ -> recipient.set(null));
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

    public ReadOnlyObjectProperty<Move> move() {
        return move;
    }

    public StringProperty amount() {
        return amount;
    }

    /// Number of the person who gets the money.
    public StringProperty to() {
        return to;
    }

    public ObjectProperty<Way> way() {
        return way;
    }

    public ObjectProperty<Settle> settle() {
        return settle;
    }

    public ObjectProperty<Reason> reason() {
        return reason;
    }

    public StringProperty reference() {
        return reference;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    /// Why nothing was moved.
    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    /// Whoever gets the money, once found.
    public ReadOnlyObjectProperty<@Nullable Recipient> recipient() {
        return recipient;
    }

    @Nullable AccountFile account() {
        return account.get();
    }

    /// What is undone or given back; null for the others.
    @Nullable PostingFile posting() {
        return posting;
    }

    public boolean may(Move wanted) {
        return session.actor().may(wanted.permission());
    }

    public void begin(Move wanted) {
        begin(wanted, null);
    }

    /// @param about what a reversal or refund undoes
    public void begin(Move wanted, @Nullable PostingFile about) {
        if (account.get() == null) {
            return;
        }
        posting = about;
        move.set(wanted);
        amount.set(wanted == Move.REFUND && about != null ? Amounts.typed(about.refundable()) : "");
        to.set("");
        reference.set("");
        reason.set(
                switch (wanted) {
                    case TRANSFER -> Reason.HOLDER_REQUEST;
                    case CORRECTION, REVERSAL -> Reason.CLERK_ERROR;
                    case CLOSING -> Reason.LEFT_THE_SITE;
                    case REFUND -> Reason.GOODS_RETURNED;
                });
        changed();
        open.set(true);
    }

    /// Finds whoever gets the money first, where somebody does.
    public void order() {
        var shown = account.get();
        if (shown == null) {
            return;
        }
        if (toSomebody(shown) && recipient.get() == null) {
            findRecipient(shown);
        } else {
            order(shown, 0);
        }
    }

    private boolean toSomebody(AccountFile shown) {
        return move.get() == Move.TRANSFER
                || (move.get() == Move.CLOSING
                        && settle.get() == Settle.TRANSFER
                        && shown.account().balance().positive());
    }

    private void findRecipient(AccountFile shown) {
        var typed = to.get().strip();
        if (!typed.matches("\\d{1,9}")) {
            problems.setAll(List.of(Problem.of("to", typed, "move.to-malformed")));
            return;
        }
        var person = new PersonId(Long.parseLong(typed));
        var currency = shown.account().balance().currency();
        session.background()
                .run(
                        "move.finding",
                        busy,
                        () ->
                                session
                                        .doors()
                                        .accounts()
                                        .allOfPerson(session.actor(), person)
                                        .stream()
                                        .filter(found ->
                                                found.balance().currency().equals(currency))
                                        .findFirst()
                                        .flatMap(found ->
                                                session.doors()
                                                        .postings()
                                                        .recipient(session.actor(), found.id())),
                        this::found);
    }

    private void found(Optional<Recipient> who) {
        who.ifPresentOrElse(
                recipient::set,
                () ->
                        problems.setAll(
                                List.of(Problem.of("to", to.get().strip(), "move.to-unknown"))));
    }

    private void order(AccountFile shown, long approval) {
        var grounds = new Grounds(reason.get(), reference.get().strip(), approval);
        var money = Optional.<Money>empty();
        if (move.get() != Move.REVERSAL && move.get() != Move.CLOSING) {
            var reading =
                    Amounts.read("amount", amount.get(), shown.account().balance().currency());
            reading.problem().ifPresent(problem -> problems.setAll(List.of(problem)));
            money = reading.amount();
            if (money.isEmpty()) {
                return;
            }
        }
        var ordered = money.orElse(shown.account().balance());
        var request = once.request();
        var wanted = move.get();
        var call =
                new MoveOrder(
                        wanted,
                        shown.account().id(),
                        ordered,
                        recipient.get(),
                        posting == null ? 0 : posting.number(),
                        way.get(),
                        settle.get(),
                        grounds);
        session.background()
                .run(
                        "move.booking",
                        busy,
                        () -> call.book(session.doors().postings(), session.actor(), request),
                        outcome -> {
                            once.answered();
                            answered(wanted, outcome, grounds);
                        });
    }

    private void answered(Move wanted, MoveOutcome outcome, Grounds grounds) {
        switch (outcome) {
            case MoveOutcome.Moved done -> {
                open.set(false);
                session.notices()
                        .done(
                                Message.of(
                                        Wording.key("move.done", wanted),
                                        done.account().balance()));
                moved.accept(done);
            }
            case MoveOutcome.NeedsApproval(var matter, var _) ->
                    secondPerson.begin(matter, grounds, this::approved);
            case MoveOutcome.NotApproved _ -> refusal.set(Message.of("pay-out.not-approved"));
            case MoveOutcome.Refused(var why) -> refusal.set(RefusalWords.of(why, currency()));
            case MoveOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }

    private Currency currency() {
        var shown = account.get();
        return shown == null ? session.site().currency() : shown.account().balance().currency();
    }

    private void approved(long approval) {
        var shown = account.get();
        if (shown != null) {
            order(shown, approval);
        }
    }
}
