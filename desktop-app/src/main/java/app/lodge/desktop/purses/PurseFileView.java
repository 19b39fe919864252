package app.lodge.desktop.purses;

import app.lodge.core.money.Money;
import app.lodge.core.purse.Purses.Known;
import app.lodge.core.purse.Purses.Purse;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What the books know of a purse: value, counter, records with where they came from, orders in doubt.
public final class PurseFileView {

    private final Kit kit;
    private final PurseFileViewModel model;

    public PurseFileView(Kit kit, PurseFileViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    public Sheet sheet() {
        var card = model.medium().get();
        var shown = new VBox();
        model.purse()
                .subscribe(
                        now -> shown.getChildren().setAll(now == null ? new VBox() : purse(now)));
        var said = kit.message(model.said(), "banner", "tone-accent");
        said.setId("purse-file-said");
        var body = Kit.column(16, said, shown);
        body.setMinHeight(240);
        var revoke =
                kit.button("purse-file-revoke", "purse-file.revoke", Feather.SLASH, model::revoke);
        revoke.getStyleClass().add("danger");
        revoke.disableProperty().bind(model.busy());
        Kit.showWhen(model.purse().map(model::mayRevoke).orElse(false), revoke);
        var again =
                kit.primary(
                        "purse-file-again", "purse-file.again", Feather.REFRESH_CW, model::refresh);
        again.disableProperty().bind(model.busy());
        return new Sheet(
                        kit,
                        kit.text("purse-file.title", card == null ? "" : card.number()),
                        660,
                        body,
                        model.open())
                .informing()
                .action(revoke)
                .primary(again);
    }

    private Node purse(Purse now) {
        var facts = new GridPane(16, 6);
        fact(facts, "purse.stated", kit.texts().money(now.stated()));
        fact(facts, "purse-file.state", Wording.of(kit.texts(), "purse-state", now.state()));
        var last = now.validUntil();
        fact(facts, "purse.valid-until", last == null ? kit.text("purse.no-end") : kit.day(last));
        fact(facts, "purse.points", String.valueOf(now.points()));
        fact(
                facts,
                "purse-file.records",
                kit.text("purse-file.records-known", now.counter() - now.missing(), now.counter()));
        var number = now.listNumber();
        if (number != null) {
            fact(facts, "purse-file.list", String.valueOf(number));
        }
        var whole = Kit.column(14, facts);
        if (now.openAlarms() > 0) {
            whole.getChildren()
                    .add(Kit.paragraph(kit.text("purse.alarm-advice"), "banner", "tone-bad"));
        }
        for (var order : now.waiting()) {
            whole.getChildren()
                    .add(
                            Kit.paragraph(
                                    kit.text(
                                            "purse-file.waiting",
                                            Wording.of(kit.texts(), "purse.kind", order.kind()),
                                            kit.texts().money(order.amount()),
                                            kit.time(order.since())),
                                    "banner",
                                    "tone-caution"));
        }
        if (!now.newest().isEmpty()) {
            whole.getChildren().add(records(now));
        }
        return whole;
    }

    private Node records(Purse now) {
        var grid = new GridPane(14, 4);
        grid.setId("purse-file-records");
        var amounts = new ColumnConstraints();
        amounts.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints()
                .addAll(
                        new ColumnConstraints(),
                        new ColumnConstraints(),
                        new ColumnConstraints(),
                        amounts,
                        amounts);
        for (Known known : now.newest()) {
            var record = known.record();
            var currency = now.stated().currency();
            grid.addRow(
                    grid.getRowCount(),
                    Kit.line(String.valueOf(record.counter()), Look.MUTED),
                    Kit.line(kit.time(record.at())),
                    Kit.line(Wording.of(kit.texts(), "purse.kind", record.kind())),
                    money(new Money(record.kind().sign() * record.amount(), currency)),
                    money(new Money(record.balanceAfter(), currency)),
                    Kit.line(kit.text(origin(known)), Look.SMALL, Look.MUTED));
        }
        return Kit.column(6, Kit.line(kit.text("purse.records"), Look.STRONG), grid);
    }

    private static String origin(Known known) {
        if (!known.genuine()) {
            return "purse-file.forged";
        }
        return known.source().equals("CARD") ? "purse-file.from-card" : "purse-file.uploaded";
    }

    private Node money(Money amount) {
        return Kit.line(kit.texts().money(amount), Look.MONO);
    }

    private void fact(GridPane facts, String key, String value) {
        facts.addRow(
                facts.getRowCount(),
                Kit.line(kit.text(key), Look.MUTED),
                Kit.line(value, Look.MONO));
    }
}
