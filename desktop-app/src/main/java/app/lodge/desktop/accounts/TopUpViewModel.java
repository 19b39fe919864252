package app.lodge.desktop.accounts;

import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.Receipt;
import app.lodge.core.accounts.TopUpOutcome;
import app.lodge.core.books.Problem;
import app.lodge.desktop.accounts.AccountsViewModel.AccountFile;
import app.lodge.desktop.shell.Amounts;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import app.lodge.reports.catalogue.ReceiptFormat;
import app.lodge.reports.catalogue.ReportOutcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

/// Takes money at the counter and shows the receipt (ID-34).
public final class TopUpViewModel {

    private final Session session;
    private final ReadOnlyObjectProperty<@Nullable AccountFile> account;
    private final Runnable toppedUp;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty receiptOpen = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty amount = new SimpleStringProperty("");
    private final ObjectProperty<PaymentMeans> means =
            new SimpleObjectProperty<>(PaymentMeans.CASH);
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Receipt> receipt = new SimpleObjectProperty<>();
    private final StringProperty receiptText = new SimpleStringProperty("");
    private final Once once = new Once();

    TopUpViewModel(
            Session session,
            ReadOnlyObjectProperty<@Nullable AccountFile> account,
            Runnable toppedUp) {
        this.session = session;
        this.account = account;
        this.toppedUp = toppedUp;
        amount.subscribe(_ -> changed());
        means.subscribe(_ -> changed());
    }

    private void changed() {
        problems.clear();
        refusal.set(null);
        once.answered();
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty receiptOpen() {
        return receiptOpen;
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

    public ObservableList<Problem> problems() {
        return problems;
    }

    /// Why the money was not taken.
    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    public ReadOnlyObjectProperty<@Nullable Receipt> receipt() {
        return receipt;
    }

    /// The receipt as it is printed, line by line.
    public StringProperty receiptText() {
        return receiptText;
    }

    @Nullable AccountFile account() {
        return account.get();
    }

    public void begin() {
        if (account.get() != null) {
            amount.set("");
            open.set(true);
        }
    }

    public void takeIn() {
        var shown = account.get();
        if (shown == null) {
            return;
        }
        var currency = shown.account().balance().currency();
        var reading = Amounts.read("amount", amount.get(), currency);
        reading.problem().ifPresent(problem -> problems.setAll(List.of(problem)));
        reading.amount()
                .ifPresent(money -> {
                    var request = once.request();
                    var how = means.get();
                    session.background()
                            .run(
                                    "accounts.topping-up",
                                    busy,
                                    () ->
                                            session.doors()
                                                    .accounts()
                                                    .topUp(
                                                            session.actor(),
                                                            request,
                                                            shown.account().id(),
                                                            money,
                                                            how),
                                    this::answered);
                });
    }

    private void answered(TopUpOutcome outcome) {
        once.answered();
        switch (outcome) {
            case TopUpOutcome.ToppedUp(var after, var printed) -> {
                open.set(false);
                session.notices()
                        .done(Message.of("accounts.topped-up", printed.amount(), after.balance()));
                toppedUp.run();
                show(printed);
            }
            case TopUpOutcome.AboveMaximumBalance(var wouldBe, var maximum) ->
                    refusal.set(Message.of("accounts.above-maximum", wouldBe, maximum));
            case TopUpOutcome.AccountBlocked _ -> refusal.set(Message.of("accounts.is-blocked"));
            case TopUpOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }

    /// Shows a receipt as text.
    void show(Receipt printed) {
        receipt.set(printed);
        session.background()
                .run(
                        "accounts.printing",
                        busy,
                        () ->
                                session.doors()
                                        .reports()
                                        .receipt(session.actor(), printed, ReceiptFormat.TEXT, ""),
                        outcome -> {
                            receiptText.set(textOf(outcome));
                            receiptOpen.set(true);
                        });
    }

    private static String textOf(ReportOutcome outcome) {
        return outcome instanceof ReportOutcome.Rendered rendered
                ? new String(rendered.content(), StandardCharsets.UTF_8)
                : "";
    }

    /// Shows the receipt of an earlier posting, as a counted copy.
    public void copyOf(long posting) {
        session.background()
                .run(
                        "accounts.printing",
                        busy,
                        () -> session.doors().accounts().copyOfReceipt(session.actor(), posting),
                        copy -> copy.ifPresent(this::show));
    }

    /// Saves the receipt as a PDF for the receipt printer.
    public void save() {
        var shown = receipt.get();
        if (shown == null) {
            return;
        }
        session.dialogs()
                .chooseTarget(
                        "accounts.save-receipt",
                        "receipt-%s-%06d.pdf".formatted(shown.series(), shown.number()))
                .ifPresent(target ->
                        session.background()
                                .run(
                                        "accounts.printing",
                                        busy,
                                        () -> {
                                            var outcome =
                                                    session.doors()
                                                            .reports()
                                                            .receipt(
                                                                    session.actor(),
                                                                    shown,
                                                                    ReceiptFormat.ROLL,
                                                                    "");
                                            if (outcome
                                                    instanceof ReportOutcome.Rendered rendered) {
                                                Files.write(target, rendered.content());
                                            }
                                            return target.getFileName().toString();
                                        },
                                        name ->
                                                session.notices()
                                                        .done(Message.of("notice.saved", name))));
    }
}
