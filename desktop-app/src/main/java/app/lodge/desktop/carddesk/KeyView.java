package app.lodge.desktop.carddesk;

import app.lodge.core.money.Money;
import app.lodge.desktop.contactkeys.KeyFileViewModel;
import app.lodge.desktop.shell.Amounts;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Observed;
import app.lodge.desktop.shell.PersonField;
import app.lodge.desktop.shell.Sheet;
import app.lodge.personalization.ibutton.KeyContents;
import app.lodge.personalization.ibutton.KeyRecord;
import app.lodge.personalization.ibutton.StationLog.LogRecord;
import app.lodge.personalization.ibutton.StationLog.ReadOut;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A contact key: what it is and whose, what stands on it, and the form that enrols and encodes it.
final class KeyView {

    private static final int WIDTH = 720;
    private static final int LOG_HEIGHT = 190;

    private final Kit kit;
    private final KeyViewModel model;
    private final KeyFileViewModel file;

    KeyView(Kit kit, KeyViewModel model, KeyFileViewModel file) {
        this.kit = kit;
        this.model = model;
        this.file = file;
    }

    Sheet sheet() {
        var waiting = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        waiting.setMaxWidth(Double.MAX_VALUE);
        waiting.setAccessibleText(kit.text("key.reading"));
        var asking = Kit.column(12, Kit.paragraph(kit.text("key.touch")), waiting);
        Kit.showWhen(model.busy(), asking);
        var shown = new VBox();
        model.seen()
                .subscribe(now -> shown.getChildren().setAll(now == null ? new VBox() : key(now)));
        var form = form();
        var encodable =
                model.seen()
                        .map(seen -> seen != null && seen.found().log().isEmpty())
                        .orElse(false);
        if (model.mayEncode()) {
            Kit.showWhen(encodable, form);
        }
        var body =
                Kit.column(
                        14, asking, kit.message(model.refusal(), "banner", "tone-caution"), shown);
        if (model.mayEncode()) {
            body.getChildren().add(form);
        }
        body.setMinHeight(420);
        var again = kit.button("key-again", "look.again", Feather.REFRESH_CW, model::look);
        again.disableProperty().bind(model.busy());
        var export = kit.primary("key-export", "key.export", Feather.DOWNLOAD, model::export);
        var logged =
                model.seen()
                        .map(seen -> seen != null && seen.found().log().isPresent())
                        .orElse(false);
        Kit.showWhen(logged, export);
        export.disableProperty().bind(model.busy());
        var stations =
                kit.button("key-file-open", "key-file.open", Feather.MAP_PIN, this::openFile);
        stations.disableProperty().bind(model.busy());
        Kit.showWhen(
                Observed.holds(model.seen(), seen -> seen.found().known().isPresent()), stations);
        var sheet =
                new Sheet(kit, kit.text("key.title"), WIDTH, body, model.open())
                        .informing()
                        .action(stations)
                        .action(again)
                        .action(export);
        if (model.mayEncode()) {
            var encode = kit.primary("key-encode", "key.encode", Feather.KEY, model::encode);
            encode.disableProperty().bind(model.busy());
            Kit.showWhen(encodable, encode);
            sheet.primary(encode);
        }
        return sheet;
    }

    private void openFile() {
        var seen = model.seen().get();
        if (seen != null) {
            model.open().set(false);
            seen.found().known().ifPresent(key -> file.begin(key.medium().id()));
        }
    }

    private Node form() {
        var form = new Form(kit, "key", model.problems());
        return kit.panel(
                "key.enrol",
                PersonField.in(kit, form, "person", model.whom()),
                Form.row(
                        form.text("number", model.number(), kit.text("key.number-prompt")),
                        form.text("value", model.value(), kit.text("key.value-prompt")),
                        form.text("highestValue", model.highestValue(), model.currency()),
                        form.text("highestPayment", model.highestPayment(), model.currency())),
                Form.row(
                        form.toggle("reassign", model.reassign()),
                        form.toggle("overwrite", model.overwrite())),
                form.otherProblems());
    }

    private Node key(@Nullable SeenKey seen) {
        if (seen == null) {
            return new VBox();
        }
        var look = seen.found();
        var number = look.known().map(key -> " · " + key.number().shown()).orElse("");
        var title = Kit.line("iButton " + look.chip() + number, Look.HEADLINE);
        title.setId("key-chip");
        var findings = Kit.column(8);
        findings.setId("key-findings");
        for (var finding : seen.findings()) {
            var line =
                    Kit.paragraph(kit.say(finding.words()), "banner", finding.tone().styleClass());
            line.setMaxWidth(Double.MAX_VALUE);
            findings.getChildren().add(line);
        }
        var facts = facts();
        seen.holder().ifPresent(holder -> fact(facts, "look.holder", holder.details().fullName()));
        look.known().ifPresent(key -> fact(facts, "key.medium", key.medium().number()));
        fact(facts, "key.rom", look.rom().hex());
        fact(facts, "key.engraved", look.rom().engraved());
        look.family()
                .filter(family -> family.holdsData())
                .ifPresent(family ->
                        fact(facts, "look.memory", kit.text("look.bytes", family.capacity())));
        if (look.contents() instanceof KeyContents.Lodge(var record, int version, var _)) {
            content(facts, record, version);
        }
        var all = Kit.column(14, title, findings, facts);
        look.log().ifPresent(log -> all.getChildren().add(log(log)));
        return all;
    }

    private void content(GridPane facts, KeyRecord record, int version) {
        fact(facts, "key.number", "%05d".formatted(record.number()));
        fact(facts, "key.value", money(record.value()));
        fact(facts, "key.highest-value", money(record.highestValue()));
        fact(facts, "key.highest-payment", money(record.highestPayment()));
        fact(facts, "key.file", kit.text("key.file-words", record.generation(), version));
    }

    private Node log(ReadOut log) {
        var facts = facts();
        fact(facts, "key.log-station", Long.toString(log.station()));
        fact(
                facts,
                "key.log-fill",
                kit.text("key.log-fill-words", log.used(), log.capacity(), log.percentFull()));
        var list = new ListView<String>();
        list.setId("key-log");
        list.setAccessibleText(kit.text("key.log"));
        list.setPrefHeight(LOG_HEIGHT);
        for (var record : log.records()) {
            list.getItems().add(line(record));
        }
        return Kit.column(10, facts, list);
    }

    private String line(LogRecord record) {
        return kit.text(
                "key.log-line",
                Long.toString(record.transaction()),
                kit.time(record.at()),
                kit.text("key.kind." + record.kind().name().toLowerCase(java.util.Locale.ROOT)),
                "%05d".formatted(record.keyNumber()),
                money(record.minor()));
    }

    private String money(int minor) {
        var amount = new Money(minor, model.money());
        return Amounts.typed(amount) + " " + model.currency();
    }

    private static GridPane facts() {
        var facts = new GridPane(16, 6);
        var names = new ColumnConstraints();
        names.setMinWidth(Label.USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(names, values);
        return facts;
    }

    private void fact(GridPane facts, String key, String value) {
        var words = Kit.paragraph(value, Look.MONO);
        facts.addRow(facts.getRowCount(), Kit.line(kit.text(key), Look.MUTED), words);
    }
}
