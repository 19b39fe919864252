package app.lodge.desktop.carddesk;

import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Observed;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A number, typed or scanned: the card that has it, and every way to write it.
final class NumberView {

    private final Kit kit;
    private final NumberViewModel model;

    NumberView(Kit kit, NumberViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet sheet() {
        var giving = new GiveNumberView(kit, model.giving(), model::give);
        var field = new TextField();
        field.setId("number-text");
        field.setPromptText(kit.text("number.prompt"));
        field.setAccessibleText(kit.text("number.title"));
        field.textProperty().bindBidirectional(model.text());
        var shown = new VBox();
        model.seen()
                .subscribe(now -> shown.getChildren().setAll(now == null ? new VBox() : seen(now)));
        var body =
                Kit.column(
                        16,
                        Kit.paragraph(kit.text("number.advice"), Look.MUTED),
                        field,
                        kit.message(model.refusal(), "banner", "tone-caution"),
                        shown);
        body.setMinHeight(420);
        var look = kit.primary("number-look", "number.look", Feather.SEARCH, model::look);
        look.disableProperty().bind(model.busy());
        var offered = Observed.holds(model.seen(), model::mayGive);
        body.getChildren().add(giving.form(offered));
        var give = giving.button("number-give", model.busy(), offered);
        return new Sheet(kit, kit.text("number.title"), 620, body, model.open())
                .informing()
                .action(give)
                .primary(look);
    }

    private Node seen(NumberSeen seen) {
        var found = Kit.column(8);
        found.setId("number-found");
        for (var one : seen.found()) {
            found.getChildren().add(card(one));
        }
        if (seen.found().isEmpty()) {
            found.getChildren().add(Kit.paragraph(unknown(seen), "banner", "tone-caution"));
        }
        var facts = new GridPane(16, 6);
        var names = new ColumnConstraints();
        names.setMinWidth(Label.USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(names, values);
        for (var number : seen.readings()) {
            var name = Kit.line(kit.text(Wording.key("look.number", number.form())), Look.MUTED);
            facts.addRow(facts.getRowCount(), name, Kit.paragraph(number.text(), Look.MONO));
        }
        return Kit.column(16, found, facts);
    }

    private String unknown(NumberSeen seen) {
        return kit.text(seen.read().isEmpty() ? "number.none" : "number.unknown");
    }

    private Node card(NumberSeen.Found one) {
        var medium = one.medium();
        var state = Wording.of(kit.texts(), "medium.state", medium.state());
        var words =
                Kit.column(
                        2,
                        Kit.line(
                                one.holder()
                                        .map(holder -> holder.details().fullName())
                                        .orElse(medium.number()),
                                Look.STRONG),
                        Kit.line(
                                medium.number() + " · " + medium.chip() + " · " + state,
                                Look.SMALL,
                                Look.MUTED));
        var choose =
                kit.button(
                        "number-choose-" + medium.id().number(),
                        "look.person",
                        Feather.USER,
                        () -> model.choose(one));
        return Kit.row(12, words, Kit.spacer(), choose);
    }
}
