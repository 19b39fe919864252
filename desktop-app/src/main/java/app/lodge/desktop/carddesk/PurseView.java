package app.lodge.desktop.carddesk;

import app.lodge.core.money.Money;
import app.lodge.core.purse.PurseRecord;
import app.lodge.core.purse.Purses.Source;
import app.lodge.desktop.purses.PurseWords;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Wording;
import app.lodge.personalization.purse.PurseDesk;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
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
        model.look()
                .subscribe(now -> held.getChildren().setAll(now == null ? new VBox() : held(now)));
        var finish = kit.button("purse-finish", "purse.finish", Feather.REFRESH_CW, model::finish);
        finish.disableProperty().bind(model.busy());
        Kit.showWhen(model.torn().map(half -> half != null).orElse(false), finish);
        return Kit.column(12, said, finish, held);
    }

    private Node held(PurseDesk.@Nullable Look now) {
        if (now == null) {
            return new VBox();
        }
        var card = now.card();
        var currency = PurseWords.currency(card.state().currency(), model.currency());
        var facts = new GridPane(16, 6);
        fact(facts, "purse.value", kit.texts().money(new Money(card.value(), currency)));
        var books = now.purse();
        if (books != null) {
            fact(facts, "purse.stated", kit.texts().money(books.stated()));
        }
        fact(facts, "purse.points", String.valueOf(card.state().points()));
        var last = card.state().validUntil();
        fact(facts, "purse.valid-until", last == null ? kit.text("purse.no-end") : kit.day(last));
        var whole = Kit.column(12, Kit.line(kit.text("purse.title"), Look.HEADLINE), facts);
        if (books != null && books.openAlarms() > 0) {
            whole.getChildren()
                    .add(Kit.paragraph(kit.text("purse.alarm-advice"), "banner", "tone-bad"));
        }
        if (!card.records().isEmpty()) {
            whole.getChildren().add(records(now));
        }
        if (books != null && model.mayLoad()) {
            whole.getChildren().add(counter());
        }
        return whole;
    }

    private Node records(PurseDesk.Look now) {
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
        var records = now.card().records().reversed();
        for (PurseRecord record : records.subList(0, Math.min(SHOWN, records.size()))) {
            var currency = PurseWords.currency(record.currency(), model.currency());
            var amount = new Money(record.kind().sign() * record.amount(), currency);
            grid.addRow(
                    grid.getRowCount(),
                    Kit.line(String.valueOf(record.counter()), Look.MUTED),
                    Kit.line(kit.time(record.at())),
                    Kit.line(Wording.of(kit.texts(), "purse.kind", record.kind())),
                    Kit.line(kit.texts().money(amount), Look.MONO),
                    Kit.line(
                            kit.texts().money(new Money(record.balanceAfter(), currency)),
                            Look.MONO));
        }
        return Kit.column(6, Kit.line(kit.text("purse.records"), Look.STRONG), grid);
    }

    private Node counter() {
        var amount = new TextField();
        amount.setId("purse-amount");
        amount.setPrefColumnCount(8);
        amount.textProperty().bindBidirectional(model.amount());
        Label label = kit.label("purse.amount");
        label.setLabelFor(amount);
        var cash =
                kit.button(
                        "purse-load-cash",
                        "purse.load-cash",
                        Feather.PLUS,
                        () -> model.load(Source.CASH));
        var account =
                kit.button(
                        "purse-load-account",
                        "purse.load-account",
                        Feather.USER,
                        () -> model.load(Source.ACCOUNT));
        var out = kit.button("purse-pay-out", "purse.pay-out", Feather.MINUS, model::payOut);
        for (var button : new javafx.scene.control.Button[] {cash, account, out}) {
            button.disableProperty().bind(model.busy());
        }
        var entry = Kit.row(8, label, amount);
        entry.setAlignment(Pos.CENTER_LEFT);
        return Kit.column(8, entry, Kit.row(8, cash, account, out));
    }

    private void fact(GridPane facts, String key, String value) {
        facts.addRow(
                facts.getRowCount(),
                Kit.line(kit.text(key), Look.MUTED),
                Kit.line(value, Look.MONO));
    }
}
