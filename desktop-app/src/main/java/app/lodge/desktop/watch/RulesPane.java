package app.lodge.desktop.watch;

import app.lodge.core.devices.DeviceKind;
import app.lodge.core.watch.Channel;
import app.lodge.core.watch.Matter;
import app.lodge.core.watch.Rule;
import app.lodge.core.watch.parties.PartyKind;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The rules, and how those who are told are reached.
final class RulesPane {

    private final Kit kit;
    private final RulesViewModel model;

    RulesPane(Kit kit, RulesViewModel model) {
        this.kit = kit;
        this.model = model;
        kit.sheets().showWhile(model.open(), this::sheet);
        var sheets = new ReachSheets(kit, model.reach());
        kit.sheets().showWhile(model.reach().mailOpen(), sheets::mail);
        kit.sheets().showWhile(model.reach().hookOpen(), sheets::hook);
    }

    Node node() {
        var table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        var head =
                Kit.row(
                        8,
                        Kit.spacer(),
                        onChosen(
                                "rule-change",
                                "watch.rule-change",
                                Feather.EDIT_2,
                                model::beginChange),
                        onChosen(
                                "rule-remove", "watch.rule-remove", Feather.TRASH_2, model::remove),
                        kit.primary("rule-add", "watch.rule-add", Feather.PLUS, model::beginNew));
        return Kit.column(12, head, table, reach());
    }

    private Node reach() {
        var mail = Kit.line("", Look.MUTED);
        var hook = Kit.line("", Look.MUTED);
        model.reach()
                .reach()
                .subscribe(now -> {
                    var byMail = now.mail();
                    var byHook = now.webhook();
                    mail.setText(
                            byMail == null
                                    ? kit.text("watch.no-mail")
                                    : kit.text(
                                            "watch.mail-to",
                                            String.join(", ", byMail.to()),
                                            byMail.server().host()));
                    hook.setText(byHook == null ? kit.text("watch.no-hook") : byHook.address());
                });
        var rows =
                Kit.column(
                        8,
                        reachRow("mail", Channel.MAIL, mail, model.reach()::beginMail),
                        reachRow("hook", Channel.WEBHOOK, hook, model.reach()::beginHook));
        rows.getStyleClass().add(Look.PANEL);
        return rows;
    }

    private Node reachRow(String id, Channel channel, Node state, Runnable change) {
        var title = Kit.line(Wording.of(kit.texts(), "watch.channel", channel), Look.STRONG);
        title.setMinWidth(110);
        return Kit.row(
                10,
                title,
                state,
                Kit.spacer(),
                kit.button(
                        id + "-try",
                        "watch.try-" + id,
                        Feather.SEND,
                        () -> model.reach().tryOut(channel)),
                kit.button(id + "-set-up", "watch.set-up-" + id, Feather.SETTINGS, change));
    }

    private Button onChosen(String id, String key, Feather icon, Runnable action) {
        var button = kit.button(id, key, icon, action);
        button.disableProperty().bind(model.chosen().isNull().or(model.busy()));
        return button;
    }

    private TableView<Rule> table() {
        var table =
                Tables.table(
                        "rules-table",
                        kit.text("watch.rules"),
                        model.rules(),
                        kit.empty(Feather.EYE_OFF, "watch.no-rules", "watch.no-rules-advice"));
        var columns = table.getColumns();
        columns.add(Tables.text(kit.text("watch.column.kind"), 250, this::matter));
        columns.add(Tables.text(kit.text("watch.column.threshold"), 110, this::threshold));
        columns.add(Tables.text(kit.text("watch.column.devices"), 220, this::devices));
        columns.add(Tables.text(kit.text("watch.column.channels"), 190, this::channels));
        columns.add(Tables.text(kit.text("watch.column.quiet"), 120, RulesPane::quiet));
        columns.add(
                Tables.text(
                        kit.text("watch.column.escalate"),
                        110,
                        rule ->
                                rule.escalateAfterMinutes() == 0
                                        ? "–"
                                        : rule.escalateAfterMinutes() + " min"));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(rule -> {
                    if (rule != null) {
                        model.chosen().set(rule);
                    }
                });
        Tables.openedBy(table, _ -> model.beginChange());
        return table;
    }

    private String matter(Rule rule) {
        return Wording.of(kit.texts(), "watch.matter", rule.matter());
    }

    private String threshold(Rule rule) {
        return rule.matter().unit().isEmpty() ? "–" : rule.threshold() + " " + rule.matter().unit();
    }

    private String devices(Rule rule) {
        var kind = rule.kind();
        if (!rule.matter().ofDevices()) {
            return "–";
        }
        var kinds =
                kind == null
                        ? kit.text("watch.all-devices")
                        : Wording.of(kit.texts(), "device-kind", kind);
        return rule.place().isEmpty() ? kinds : kinds + " · " + rule.place();
    }

    private String channels(Rule rule) {
        return rule.channels().stream()
                .sorted()
                .map(channel -> Wording.of(kit.texts(), "watch.channel", channel))
                .collect(Collectors.joining(", "));
    }

    private static String quiet(Rule rule) {
        return rule.quietFrom() == null ? "–" : rule.quietFrom() + " – " + rule.quietUntil();
    }

    /// What may be told outside: whatever some device is the subject of.
    private static boolean ofDevice(Matter matter) {
        return matter.ofDevices() || matter == Matter.CARD_REFUSED;
    }

    private Node parties(Form form) {
        var all = Kit.row(14);
        for (var kind : PartyKind.values()) {
            all.getChildren()
                    .add(
                            form.toggle(
                                    "tells-" + kind.name().toLowerCase(Locale.ROOT),
                                    model.tells(kind)));
        }
        return Kit.column(6, Kit.line(kit.text("rule.parties"), Look.STRONG), all);
    }

    private Sheet sheet() {
        var form = new Form(kit, "rule", model.problems());
        var kinds =
                form.optionalChoice(
                        "kind",
                        List.of(DeviceKind.values()),
                        model.kind,
                        kind -> Wording.of(kit.texts(), "device-kind", kind));
        var body =
                new VBox(
                        16,
                        form.choice(
                                "matter",
                                List.of(Matter.values()),
                                model.matter,
                                about -> Wording.of(kit.texts(), "watch.matter", about)),
                        Kit.showWhen(
                                model.matter.map(about -> !about.unit().isEmpty()),
                                form.text("threshold", model.threshold)),
                        Kit.showWhen(
                                model.matter.map(Matter::ofDevices),
                                Form.row(kinds, form.text("place", model.place))),
                        Kit.row(
                                18,
                                form.toggle("task", model.task),
                                form.toggle("mail", model.mail),
                                form.toggle("webhook", model.webhook)),
                        Kit.showWhen(model.matter.map(RulesPane::ofDevice), parties(form)),
                        Form.row(
                                form.text("quietFrom", model.quietFrom, "22:00"),
                                form.text("quietUntil", model.quietUntil, "06:00"),
                                form.text("escalate", model.escalate)),
                        Kit.paragraph(kit.text("rule.note"), Look.SMALL, Look.MUTED),
                        form.otherProblems());
        var save = kit.primary("rule-save", "settings.save", Feather.CHECK, model::save);
        save.disableProperty().bind(model.busy());
        form.focusFirst();
        return new Sheet(
                        kit,
                        kit.text(model.isNew() ? "rule.title-new" : "rule.title"),
                        640,
                        body,
                        model.open())
                .primary(save);
    }
}
