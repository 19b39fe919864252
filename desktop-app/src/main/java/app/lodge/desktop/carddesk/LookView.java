package app.lodge.desktop.carddesk;

import app.lodge.core.media.PrintedNumber;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Observed;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What a medium is, whose it is and what is wrong with it.
final class LookView {

    private final Kit kit;
    private final LookViewModel model;

    LookView(Kit kit, LookViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet sheet() {
        var waiting = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        waiting.setMaxWidth(Double.MAX_VALUE);
        waiting.setAccessibleText(kit.text("look.reading"));
        var asking = Kit.column(12, Kit.paragraph(kit.text("look.lay-it")), waiting);
        Kit.showWhen(model.busy(), asking);
        var shown = new VBox();
        model.seen()
                .subscribe(now -> shown.getChildren().setAll(now == null ? new VBox() : card(now)));
        var body =
                Kit.column(
                        16,
                        asking,
                        kit.message(model.refusal(), "banner", "tone-caution"),
                        shown,
                        stored(),
                        new PurseView(kit, model.purse()).node());
        var offered = Observed.holds(model.seen(), model::mayGive);
        var giving = new GiveNumberView(kit, model.giving(), model::give);
        body.getChildren().add(giving.form(offered));
        body.setMinHeight(400);
        var person = kit.button("look-person", "look.person", Feather.USER, model::openPerson);
        person.disableProperty()
                .bind(Observed.map(model.seen(), seen -> seen.holder().isEmpty()).orElse(true));
        var again = kit.primary("look-again", "look.again", Feather.REFRESH_CW, model::look);
        again.disableProperty().bind(model.busy());
        var renew = kit.button("look-renew", "look.renew", Feather.KEY, model::renew);
        Kit.showWhen(
                model.seen().map(seen -> seen != null && model.mayRenew(seen)).orElse(false),
                renew);
        renew.disableProperty().bind(model.busy());
        var prepare =
                kit.button(
                        "look-prepare-purse",
                        "purse.prepare",
                        Feather.CREDIT_CARD,
                        () -> {
                            var now = model.seen().get();
                            if (now != null) {
                                model.purse().prepare(now);
                            }
                        });
        Kit.showWhen(
                model.seen()
                        .map(seen -> seen != null && model.purse().mayPrepare(seen))
                        .orElse(false),
                prepare);
        prepare.disableProperty().bind(model.busy());
        var give = giving.button("look-give", model.busy(), offered);
        return new Sheet(kit, kit.text("look.title"), 620, body, model.open())
                .informing()
                .action(person)
                .action(give)
                .action(renew)
                .action(prepare)
                .primary(again);
    }

    /// Gone once the card has a purse of its own.
    private Node stored() {
        var view = new StoredView(kit);
        var held = new VBox();
        model.stored()
                .subscribe(
                        now -> held.getChildren().setAll(now == null ? new VBox() : view.of(now)));
        Kit.showWhen(model.purse().seen().map(purse -> purse == null).orElse(true), held);
        return held;
    }

    private Node card(@Nullable LookedAt seen) {
        if (seen == null) {
            return new VBox();
        }
        var chip = seen.found().seen();
        var title = Kit.paragraph(kit.say(seen.title()), Look.HEADLINE);
        title.setId("look-chip");
        var findings = Kit.column(8);
        findings.setId("look-findings");
        for (var finding : seen.findings()) {
            var line =
                    Kit.paragraph(kit.say(finding.words()), "banner", finding.tone().styleClass());
            line.setMaxWidth(Double.MAX_VALUE);
            findings.getChildren().add(line);
        }
        var facts = new GridPane(16, 6);
        var names = new ColumnConstraints();
        names.setHalignment(HPos.LEFT);
        names.setMinWidth(Label.USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(names, values);
        seen.holder().ifPresent(holder -> fact(facts, "look.holder", holder.details().fullName()));
        seen.medium()
                .ifPresent(medium ->
                        fact(
                                facts,
                                "look.card",
                                medium.number()
                                        + " · "
                                        + Wording.of(kit.texts(), "medium.state", medium.state())));
        var reader = model.at().get();
        if (reader != null) {
            fact(facts, "station.reader", kit.say(reader.words()));
        }
        if (chip.capacity() > 0) {
            fact(facts, "look.memory", kit.text("look.bytes", chip.capacity()));
        }
        for (var place : seen.places()) {
            factNamed(facts, place.name(), LookedAt.words(place));
        }
        for (PrintedNumber number : seen.numbers()) {
            if (!number.form().rare()) {
                fact(facts, Wording.key("look.number", number.form()), number.text());
            }
        }
        return Kit.column(16, title, findings, facts);
    }

    private void fact(GridPane facts, String key, String value) {
        factNamed(facts, kit.text(key), value);
    }

    private static void factNamed(GridPane facts, String name, String value) {
        var words = Kit.paragraph(value, Look.MONO);
        facts.addRow(facts.getRowCount(), Kit.line(name, Look.MUTED), words);
    }
}
