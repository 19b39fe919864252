package app.lodge.desktop.accounts;

import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.Postings.PayOut;
import app.lodge.core.accounts.Reason;
import app.lodge.core.accounts.Receipt;
import app.lodge.core.accounts.Refusal;
import app.lodge.core.books.Problem;
import app.lodge.core.money.Money;
import app.lodge.desktop.accounts.AccountsViewModel.AccountFile;
import app.lodge.desktop.approvals.SecondPersonViewModel;
import app.lodge.desktop.shell.Amounts;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.Currency;
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

/// Pays money out over the counter; above the site's level a second person is asked (ID-27).
public final class PayOutViewModel {

    private final Session session;
    private final ReadOnlyObjectProperty<@Nullable AccountFile> account;
    private final SecondPersonViewModel secondPerson;
    private final Consumer<Receipt> paid;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty amount = new SimpleStringProperty("");
    private final ObjectProperty<PaymentMeans> means =
            new SimpleObjectProperty<>(PaymentMeans.CASH);
    private final ObjectProperty<Reason> reason = new SimpleObjectProperty<>(Reason.HOLDER_REQUEST);
    private final StringProperty reference = new SimpleStringProperty("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final Once once = new Once();

    /// @param paid hears of the receipt
    PayOutViewModel(
            Session session,
            ReadOnlyObjectProperty<@Nullable AccountFile> account,
            SecondPersonViewModel secondPerson,
            Consumer<Receipt> paid) {
        this.session = session;
        this.account = account;
        this.secondPerson = secondPerson;
        this.paid = paid;
        amount.subscribe(_ -> changed());
        means.subscribe(_ -> changed());
        reason.subscribe(_ -> changed());
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

    public StringProperty amount() {
        return amount;
    }

    public ObjectProperty<PaymentMeans> means() {
        return means;
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

    /// Why the money was not paid out.
    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    @Nullable AccountFile account() {
        return account.get();
    }

    public void begin() {
        if (account.get() != null) {
            amount.set("");
            reference.set("");
            open.set(true);
        }
    }

    public void payOut() {
        payOut(0);
    }

    private void payOut(long approval) {
        var shown = account.get();
        if (shown == null) {
            return;
        }
        var reading = Amounts.read("amount", amount.get(), shown.account().balance().currency());
        reading.problem().ifPresent(problem -> problems.setAll(List.of(problem)));
        reading.amount().ifPresent(money -> order(shown, money, approval));
    }

    private void order(AccountFile shown, Money money, long approval) {
        var grounds = new Grounds(reason.get(), reference.get().strip(), approval);
        var order = new PayOut(shown.account().id(), money, means.get(), grounds);
        var request = once.request();
        session.background()
                .run(
                        "pay-out.booking",
                        busy,
                        () -> session.doors().postings().payOut(session.actor(), request, order),
                        outcome -> answered(outcome, grounds));
    }

    private Currency currency() {
        var shown = account.get();
        return shown == null ? session.site().currency() : shown.account().balance().currency();
    }

    private void answered(MoveOutcome outcome, Grounds grounds) {
        once.answered();
        switch (outcome) {
            case MoveOutcome.Moved(var _, var after, var receipt) -> {
                open.set(false);
                session.notices().done(Message.of("pay-out.done", after.balance()));
                if (receipt != null) {
                    paid.accept(receipt);
                }
            }
            case MoveOutcome.NeedsApproval(var matter, var _) ->
                    secondPerson.begin(matter, grounds, this::payOut);
            case MoveOutcome.NotApproved _ -> refusal.set(Message.of("pay-out.not-approved"));
            case MoveOutcome.Refused(Refusal why) -> refusal.set(RefusalWords.of(why, currency()));
            case MoveOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
