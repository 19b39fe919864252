package app.lodge.desktop.carddesk;

import app.lodge.core.media.Medium;
import app.lodge.core.money.Money;
import app.lodge.core.purse.PurseOnCard;
import app.lodge.core.purse.PurseRecord;
import app.lodge.core.purse.Purses.Source;
import app.lodge.desktop.purses.PurseReceiptText;
import app.lodge.desktop.purses.PurseWords;
import app.lodge.desktop.shell.Keys;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Wording;
import java.util.Currency;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A purse on a card: value, points, the last records, and what can be done at the counter.
final class PurseView {

    private static final int SHOWN = 10;

    private final Kit kit;
    private final PurseViewModel model;

    PurseView(Kit kit, PurseViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        var said = kit.message(model.said(), "banner", "tone-accent");
        said.setId("purse-said");
        var held = new VBox();
        model.seen()
                .subscribe(now -> held.getChildren().setAll(now == null ? new VBox() : held(now)));
        var finish = kit.button("purse-finish", "purse.finish", Feather.REFRESH_CW, model::finish);
        finish.disableProperty().bind(model.busy());
        Kit.showWhen(model.torn().map(half -> half != null).orElse(false), finish);
        var receipt = new VBox();
        model.receipt()
                .subscribe(now ->
                        receipt.getChildren().setAll(now == null ? new VBox() : receipt(now)));
        return Kit.column(12, said, finish, receipt, held);
    }

    private Node held(PurseSeen now) {
        var card = now.look().card();
        var currency = PurseWords.currency(card.state().currency(), model.currency());
        var facts = new GridPane(16, 6);
        fact(facts, 0, "purse.value", kit.texts().money(new Money(card.value(), currency)));
        var books = now.look().purse();
        if (books != null) {
            fact(facts, 2, "purse.stated", kit.texts().money(books.stated()));
        }
        fact(facts, 0, "purse.points", String.valueOf(card.state().points()));
        var last = card.state().validUntil();
        fact(
                facts,
                2,
                "purse.valid-until",
                last == null ? kit.text("purse.no-end") : kit.day(last));
        var whole = Kit.column(12, Kit.line(kit.text("purse.title"), Look.HEADLINE), facts);
        if (PurseOnCard.weak(card.chip())) {
            whole.getChildren()
                    .add(Kit.paragraph(kit.text("purse.weak"), "banner", "tone-caution"));
        }
        if (books != null && books.openAlarms() > 0) {
            whole.getChildren()
                    .add(Kit.paragraph(kit.text("purse.alarm-advice"), "banner", "tone-bad"));
        }
        if (books != null && model.mayLoad()) {
            whole.getChildren().add(counter());
        }
        now.before().forEach(before -> whole.getChildren().add(before(before)));
        if (!card.records().isEmpty()) {
            whole.getChildren().add(records(card.records().reversed(), currency));
        }
        return whole;
    }

    private Node records(List<PurseRecord> records, Currency otherwise) {
        var grid = new GridPane(16, 4);
        grid.setId("purse-records");
        var amounts = new ColumnConstraints();
        amounts.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints()
                .addAll(
                        new ColumnConstraints(),
                        new ColumnConstraints(),
                        new ColumnConstraints(),
                        amounts,
                        amounts);
        for (PurseRecord record : records.subList(0, Math.min(SHOWN, records.size()))) {
            var currency = PurseWords.currency(record.currency(), otherwise);
            var amount = new Money(record.kind().sign() * record.amount(), currency);
            int row = grid.getRowCount();
            grid.addRow(
                    row,
                    Kit.line(String.valueOf(record.counter()), Look.MUTED),
                    Kit.line(kit.time(record.at())),
                    Kit.line(Wording.of(kit.texts(), "purse.kind", record.kind())),
                    Kit.line(kit.texts().money(amount), Look.MONO),
                    Kit.line(
                            kit.texts().money(new Money(record.balanceAfter(), currency)),
                            Look.MONO));
            if (model.mayRefund(record)) {
                grid.add(giveBack(record), 5, row);
            }
        }
        return Kit.column(6, Kit.line(kit.text("purse.records"), Look.STRONG), grid);
    }

    private Button giveBack(PurseRecord record) {
        var button =
                kit.button(
                        "purse-give-back-" + record.counter(),
                        "purse.give-back",
                        Feather.CORNER_UP_LEFT,
                        () -> model.beginRefund(record));
        button.getStyleClass().addAll("small", "flat");
        button.disableProperty().bind(model.busy());
        return button;
    }

    private void book() {
        if (model.refunding().get() == null) {
            model.load(Source.CASH);
        } else {
            model.refund();
        }
    }

    /// One amount, and what to do with it: Enter loads for cash, or gives the chosen purchase back.
    private Node counter() {
        var amount = new TextField();
        amount.setId("purse-amount");
        amount.setPrefColumnCount(8);
        amount.setAccessibleText(Kit.plain(kit.text("purse.amount")));
        amount.textProperty().bindBidirectional(model.amount());
        Keys.of("keys.field")
                .on(Keys.key(KeyCode.ENTER), "keys.purse.book", this::book)
                .bindTo(amount);
        Label label = kit.label("purse.amount");
        label.setMnemonicParsing(true);
        label.setLabelFor(amount);
        var refunding = model.refunding().map(it -> it != null).orElse(false);
        var loads =
                new FlowPane(
                        8,
                        8,
                        load("purse-load-cash", "purse.load-cash", Feather.PLUS, Source.CASH),
                        load(
                                "purse-load-card",
                                "purse.load-card",
                                Feather.CREDIT_CARD,
                                Source.CARD_TERMINAL),
                        load(
                                "purse-load-account",
                                "purse.load-account",
                                Feather.USER,
                                Source.ACCOUNT),
                        free(
                                kit.button(
                                        "purse-pay-out",
                                        "purse.pay-out",
                                        Feather.MINUS,
                                        model::payOut)));
        Kit.showWhen(refunding.map(it -> !it), loads);
        var refund =
                Kit.row(
                        8,
                        free(
                                kit.button(
                                        "purse-refund",
                                        "purse.refund",
                                        Feather.CORNER_UP_LEFT,
                                        model::refund)),
                        kit.button(
                                "purse-refund-cancel", "action.cancel", null, model::cancelRefund));
        Kit.showWhen(refunding, refund);
        var which = Kit.paragraph("", Look.STRONG);
        which.textProperty().bind(model.refunding().map(this::giving).orElse(""));
        Kit.showWhen(refunding, which);
        model.refunding()
                .subscribe(now -> {
                    if (now != null) {
                        amount.requestFocus();
                    }
                });
        return Kit.column(8, which, Kit.row(8, label, amount), loads, refund);
    }

    private String giving(@Nullable PurseRecord purchase) {
        return purchase == null
                ? ""
                : kit.text(
                        "purse.giving-back",
                        String.valueOf(purchase.counter()),
                        kit.time(purchase.at()),
                        kit.texts().money(new Money(purchase.amount(), model.currency())));
    }

    private Button load(String id, String key, Feather icon, Source source) {
        return free(kit.button(id, key, icon, () -> model.load(source)));
    }

    private Button free(Button button) {
        button.disableProperty().bind(model.busy());
        return button;
    }

    private Node before(PurseSeen.Before before) {
        Medium medium = before.medium();
        var words =
                Kit.paragraph(
                        kit.text(
                                "purse.before",
                                medium.number(),
                                Wording.of(kit.texts(), "medium.state", medium.state()),
                                kit.texts().money(before.purse().stated()),
                                kit.time(before.from())));
        words.setId("purse-before-" + medium.id().number());
        var lines = Kit.column(8, words);
        if (model.mayMove()) {
            lines.getChildren()
                    .add(
                            free(
                                    kit.button(
                                            "purse-move-" + medium.id().number(),
                                            "purse.move",
                                            Feather.CORNER_DOWN_RIGHT,
                                            () -> model.move(before))));
        }
        return lines;
    }

    private Node receipt(PurseReceiptText now) {
        var seen = model.seen().get();
        var card = seen == null ? "" : seen.medium().map(Medium::number).orElse("");
        var words = now.words(kit.texts(), card);
        var paper = Kit.line(words, Look.MONO, "receipt");
        paper.setId("purse-receipt");
        paper.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return Kit.column(
                8,
                paper,
                Kit.row(
                        0,
                        kit.button(
                                "purse-receipt-save",
                                "purse.receipt-save",
                                Feather.DOWNLOAD,
                                () -> model.keepReceipt(now, words))));
    }

    private void fact(GridPane facts, int column, String key, String value) {
        int row = column == 0 ? facts.getRowCount() : facts.getRowCount() - 1;
        facts.add(Kit.line(kit.text(key), Look.MUTED), column, row);
        facts.add(Kit.line(value, Look.MONO), column + 1, row);
    }
}
