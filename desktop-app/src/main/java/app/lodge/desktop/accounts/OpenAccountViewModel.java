package app.lodge.desktop.accounts;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.Accounts.OpenOutcome;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.desktop.accounts.AccountsViewModel.AccountFile;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Gives the shown account's holder another one, in another currency (requirements 0.3).
public final class OpenAccountViewModel {

    private final Session session;
    private final ReadOnlyObjectProperty<@Nullable AccountFile> account;
    private final Consumer<AccountId> opened;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Currency> currency = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();

    /// @param opened hears which account is open now
    OpenAccountViewModel(
            Session session,
            ReadOnlyObjectProperty<@Nullable AccountFile> account,
            Consumer<AccountId> opened) {
        this.session = session;
        this.account = account;
        this.opened = opened;
        currency.subscribe(_ -> {
            problems.clear();
            once.answered();
        });
    }

    public boolean may() {
        return session.actor().may(Permission.OPEN_ACCOUNTS);
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public ObjectProperty<@Nullable Currency> currency() {
        return currency;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    /// Currencies that there is money of and in which the holder has no account yet, by their codes.
    public List<Currency> choices() {
        var shown = account.get();
        var had =
                shown == null
                        ? List.of()
                        : shown.all().stream().map(each -> each.balance().currency()).toList();
        return Currency.getAvailableCurrencies().stream()
                .filter(each -> each.getDefaultFractionDigits() >= 0 && !had.contains(each))
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .toList();
    }

    public void begin() {
        currency.set(null);
        open.set(account.get() != null);
    }

    public void openAccount() {
        var shown = account.get();
        var wanted = currency.get();
        if (shown == null) {
            return;
        }
        if (wanted == null) {
            problems.setAll(List.of(Problem.of("currency", "", "open-account.none-chosen")));
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "open-account.opening",
                        busy,
                        () ->
                                session.doors()
                                        .accounts()
                                        .open(
                                                session.actor(),
                                                request,
                                                shown.account().holder(),
                                                wanted),
                        this::answered);
    }

    private void answered(OpenOutcome outcome) {
        once.answered();
        switch (outcome) {
            case OpenOutcome.Opened(Account made) -> {
                open.set(false);
                session.notices()
                        .done(
                                Message.of(
                                        "open-account.done",
                                        String.valueOf(made.id().number()),
                                        made.balance().currency().getCurrencyCode()));
                opened.accept(made.id());
            }
            case OpenOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
