package app.lodge.desktop.accounts;

import app.lodge.core.accounts.Account;
import app.lodge.desktop.accounts.AccountsViewModel.AccountFile;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Tabs;
import app.lodge.desktop.shell.Wording;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One account: three figures, what to do, and every movement (ID-20, ID-21).
final class AccountPane {

    private final Kit kit;
    private final AccountsViewModel model;
    private final StackPane place = new StackPane();
    private final VBox head = new VBox(18);
    private final VBox whole = new VBox(20);

    AccountPane(Kit kit, AccountsViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        var lines = new MovementsPane(kit, model);
        var movements = lines.table();
        VBox.setVgrow(movements, Priority.ALWAYS);
        var tabs =
                new Tabs(kit, "account-tabs", "accounts.title")
                        .add(
                                "accounts.movements",
                                Kit.column(14, lines.head(), lines.filters(), movements))
                        .add(
                                "holds.title",
                                new HoldsPane(kit, model.holds(), model.movements()).node())
                        .pane();
        model.holds().looking().bind(tabs.getSelectionModel().selectedIndexProperty().isEqualTo(1));
        head.getStyleClass().add(Look.PANEL);
        whole.getChildren().addAll(head, tabs);
        model.file().subscribe(this::show);
        return place;
    }

    private void show(@Nullable AccountFile file) {
        if (file == null) {
            var empty = kit.empty(Feather.BOOK_OPEN, "accounts.choose", "accounts.choose-advice");
            empty.getStyleClass().add(Look.PANEL);
            place.getChildren().setAll(empty);
            return;
        }
        var account = file.account();
        head.getChildren().setAll(title(file), figures(account));
        place.getChildren().setAll(whole);
    }

    private Node title(AccountFile file) {
        var account = file.account();
        var name =
                file.holder()
                        .map(holder -> holder.details().fullName())
                        .orElseGet(() ->
                                kit.text(
                                        "accounts.of-person",
                                        "%07d".formatted(account.holder().number())));
        var title = Kit.line(name, Look.HEADLINE);
        title.setId("account-holder");
        var words =
                Kit.column(
                        3,
                        title,
                        Kit.line(
                                kit.text("accounts.number", String.valueOf(account.id().number())),
                                Look.MUTED));
        var row = Kit.row(10, words);
        if (account.blocked()) {
            var reason = account.blockReason();
            var why = reason == null ? "" : Wording.of(kit.texts(), "block-reason", reason);
            row.getChildren()
                    .add(Kit.badge(kit.text("accounts.blocked-badge", why), Look.Tone.BAD));
        }
        if (file.all().size() > 1) {
            row.getChildren().add(currencies(file));
        }
        row.getChildren().add(Kit.spacer());
        if (model.maySeePeople()) {
            row.getChildren()
                    .add(
                            kit.button(
                                    "account-person",
                                    "accounts.holder-action",
                                    Feather.USER,
                                    model::openHolder));
        }
        row.getChildren().add(more(account));
        if (model.mayPayOut()) {
            row.getChildren()
                    .add(
                            kit.button(
                                    "account-pay-out",
                                    "accounts.pay-out-action",
                                    Feather.MINUS_CIRCLE,
                                    model.payOut()::begin));
        }
        if (model.mayTopUp()) {
            row.getChildren()
                    .add(
                            kit.primary(
                                    "account-top-up",
                                    "accounts.top-up-action",
                                    Feather.PLUS_CIRCLE,
                                    model.topUp()::begin));
        }
        return row;
    }

    /// The holder's accounts, one for each currency.
    private Node currencies(AccountFile file) {
        var choice = new ComboBox<Account>(FXCollections.observableArrayList(file.all()));
        choice.setId("account-currency");
        choice.setAccessibleText(kit.text("accounts.currency"));
        choice.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Account one) {
                        return one == null ? "" : one.balance().currency().getCurrencyCode();
                    }

                    @Override
                    public Account fromString(String typed) {
                        throw new UnsupportedOperationException("Accounts are not typed: " + typed);
                    }
                });
        file.all().stream()
                .filter(one -> one.id().equals(file.account().id()))
                .findFirst()
                .ifPresent(choice::setValue);
        choice.valueProperty()
                .subscribe((_, chosen) -> {
                    if (chosen != null) {
                        model.choose(chosen);
                    }
                });
        return choice;
    }

    /// What is done less often: transfer, correct, limits, block, close.
    private Node more(Account account) {
        var menu = new MenuButton(kit.text("accounts.more"));
        menu.setId("account-more");
        menu.setMnemonicParsing(true);
        menu.setMinWidth(Region.USE_PREF_SIZE);
        add(menu, "account-transfer", "move.menu.transfer", Move.TRANSFER);
        add(menu, "account-correct", "move.menu.correction", Move.CORRECTION);
        if (model.limits().maySee()) {
            menu.getItems().add(item("account-limits", "limits.action", model::beginLimits));
        }
        if (model.openAccount().may()) {
            menu.getItems()
                    .add(item("account-open", "open-account.action", model.openAccount()::begin));
        }
        if (model.mayBlock()) {
            menu.getItems()
                    .add(
                            account.blocked()
                                    ? item(
                                            "account-unblock",
                                            "accounts.unblock-action",
                                            model.block()::unblock)
                                    : item(
                                            "account-block",
                                            "accounts.block-action",
                                            model.block()::begin));
        }
        add(menu, "account-close", "move.menu.closing", Move.CLOSING);
        return Kit.showWhen(new SimpleBooleanProperty(!menu.getItems().isEmpty()), menu);
    }

    private void add(MenuButton menu, String id, String key, Move move) {
        if (model.move().may(move)) {
            menu.getItems().add(item(id, key, () -> model.move().begin(move)));
        }
    }

    private MenuItem item(String id, String key, Runnable action) {
        var item = new MenuItem(kit.text(key));
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private Node figures(Account account) {
        var balance = figure("accounts.balance", account.balance(), "account-balance");
        var available = figure("accounts.available", account.available(), "account-available");
        var reserved = figure("accounts.reserved", account.reserved(), "account-reserved");
        var row = new HBox(16, balance, available, reserved);
        if (account.overdraft().positive()) {
            row.getChildren()
                    .add(figure("accounts.overdraft", account.overdraft(), "account-overdraft"));
        }
        row.getChildren().forEach(node -> HBox.setHgrow(node, Priority.ALWAYS));
        return row;
    }

    private Node figure(String key, app.lodge.core.money.Money amount, String id) {
        var value = Kit.line(kit.texts().money(amount), Look.FIGURE);
        value.setId(id);
        var box = Kit.column(2, Kit.line(kit.text(key), Look.SMALL, Look.MUTED), value);
        box.getStyleClass().add("figure-box");
        box.setPrefWidth(150);
        return box;
    }
}
