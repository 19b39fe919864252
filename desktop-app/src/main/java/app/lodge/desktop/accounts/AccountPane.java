package app.lodge.desktop.accounts;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.Movement;
import app.lodge.core.accounts.PostingKind;
import app.lodge.desktop.accounts.AccountsViewModel.AccountFile;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
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
        var movements = movements();
        VBox.setVgrow(movements, Priority.ALWAYS);
        var form = new Form(kit, "accounts", FXCollections.observableArrayList());
        var purpose =
                form.choice(
                        "purpose",
                        model.purposes(),
                        model.purpose(),
                        one -> Wording.of(kit.texts(), "look-purpose", one));
        var panel = kit.panel("accounts.movements", purpose, movements);
        panel.getStyleClass().add("panel-table");
        VBox.setVgrow(panel, Priority.ALWAYS);
        head.getStyleClass().add(Look.PANEL);
        whole.getChildren().addAll(head, panel);
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
        if (model.mayBlock()) {
            row.getChildren().add(blockButton(account));
        }
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

    private Node blockButton(Account account) {
        return account.blocked()
                ? kit.button(
                        "account-unblock",
                        "accounts.unblock-action",
                        Feather.UNLOCK,
                        model::unblock)
                : kit.button(
                        "account-block",
                        "accounts.block-action",
                        Feather.LOCK,
                        model.block()::begin);
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

    private TableView<Movement> movements() {
        var table =
                Tables.paged(
                        "account-movements",
                        kit.text("accounts.movements"),
                        model.movements(),
                        kit.empty(
                                Feather.INBOX,
                                "accounts.no-movements",
                                "accounts.no-movements-advice"));
        table.getColumns()
                .add(
                        Tables.time(
                                kit.text("accounts.column.when"),
                                movement -> kit.time(movement.occurredAt())));
        table.getColumns().add(Tables.text(kit.text("accounts.column.kind"), 110, this::kind));
        table.getColumns().add(Tables.text(kit.text("accounts.column.place"), 150, this::place));
        table.getColumns()
                .add(
                        Tables.number(
                                kit.text("accounts.column.amount"),
                                100,
                                movement -> signed(movement)));
        table.getColumns()
                .add(
                        Tables.number(
                                kit.text("accounts.column.balance"),
                                100,
                                movement -> kit.texts().money(movement.balanceAfter())));
        table.getColumns().add(Tables.node("", 52, this::copyButton));
        return table;
    }

    private String kind(Movement movement) {
        var kind = Wording.of(kit.texts(), "posting-kind", movement.kind());
        return movement.late() ? kit.text("accounts.late", kind) : kind;
    }

    private String place(Movement movement) {
        return movement.operator().isEmpty()
                ? movement.place()
                : kit.text("accounts.place-by", movement.place(), movement.operator());
    }

    private String signed(Movement movement) {
        var amount = kit.texts().money(movement.amount());
        return movement.amount().positive() ? "+" + amount : amount;
    }

    private @Nullable Node copyButton(Movement movement) {
        if (movement.kind() != PostingKind.TOP_UP && movement.kind() != PostingKind.PAY_OUT) {
            return null;
        }
        var button =
                kit.iconButton(
                        "receipt-" + movement.posting(),
                        "accounts.receipt-again",
                        Feather.FILE_TEXT,
                        () -> model.topUp().copyOf(movement.posting()));
        button.getStyleClass().add("small");
        return button;
    }
}
