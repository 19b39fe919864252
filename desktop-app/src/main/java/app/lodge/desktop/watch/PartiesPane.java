package app.lodge.desktop.watch;

import app.lodge.core.watch.parties.Party;
import app.lodge.core.watch.parties.PartyKind;
import app.lodge.core.watch.parties.Sights;
import app.lodge.core.watch.parties.Stand;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The parties, and what each kind of them may see.
final class PartiesPane {

    private final Kit kit;
    private final PartiesViewModel model;

    PartiesPane(Kit kit, PartiesViewModel model) {
        this.kit = kit;
        this.model = model;
        var sheets = new PartySheets(kit, model, this::stand);
        kit.sheets().showWhile(model.open(), sheets::party);
        kit.sheets().showWhile(model.seeingOpen(), sheets::seeing);
    }

    Node node() {
        var table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        var head =
                Kit.row(
                        8,
                        Kit.spacer(),
                        onChosen(
                                "party-change",
                                "watch.rule-change",
                                Feather.EDIT_2,
                                model::beginChange),
                        onChosen(
                                "party-remove",
                                "watch.rule-remove",
                                Feather.TRASH_2,
                                model::remove),
                        kit.primary("party-add", "parties.add", Feather.PLUS, model::beginNew));
        return Kit.column(12, head, table, sights());
    }

    private Button onChosen(String id, String key, Feather icon, Runnable action) {
        var button = kit.button(id, key, icon, action);
        button.disableProperty().bind(model.chosen().isNull().or(model.busy()));
        return button;
    }

    private TableView<Party> table() {
        var table =
                Tables.table(
                        "parties-table",
                        kit.text("parties.title"),
                        model.parties(),
                        kit.empty(Feather.USERS, "parties.none", "parties.none-advice"));
        var columns = table.getColumns();
        columns.add(Tables.text(kit.text("parties.column.name"), 210, Party::name));
        columns.add(
                Tables.text(
                        kit.text("parties.column.kind"),
                        150,
                        party -> Wording.of(kit.texts(), "parties.kind", party.kind())));
        columns.add(
                Tables.text(
                        kit.text("parties.column.language"),
                        120,
                        party -> language(party.language())));
        columns.add(
                Tables.text(
                        kit.text("parties.column.reached"),
                        230,
                        party ->
                                Stream.of(party.mail(), party.webhook())
                                        .filter(way -> !way.isEmpty())
                                        .collect(Collectors.joining(", "))));
        columns.add(Tables.text(kit.text("parties.column.devices"), 270, this::devices));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(party -> {
                    if (party != null) {
                        model.chosen().set(party);
                    }
                });
        Tables.openedBy(table, _ -> model.beginChange());
        return table;
    }

    /// Each language in its own words.
    static String language(String tag) {
        var locale = Locale.forLanguageTag(tag);
        return locale.getDisplayLanguage(locale);
    }

    private String devices(Party party) {
        return party.stands().isEmpty()
                ? "–"
                : party.stands().stream().map(this::stand).collect(Collectors.joining(", "));
    }

    private String stand(Stand stand) {
        if (stand.device() != 0) {
            return model.devices().stream()
                    .filter(device -> device.id().number() == stand.device())
                    .findFirst()
                    .map(device -> device.label())
                    .orElse(String.valueOf(stand.device()));
        }
        var kind = stand.kind();
        var kinds =
                kind == null
                        ? kit.text("watch.all-devices")
                        : Wording.of(kit.texts(), "device-kind", kind);
        return stand.place().isEmpty() ? kinds : kinds + " · " + stand.place();
    }

    private Node sights() {
        var rows = Kit.column(6, Kit.line(kit.text("parties.sights"), Look.STRONG));
        for (var kind : PartyKind.values()) {
            rows.getChildren().add(row(kind));
        }
        rows.getStyleClass().add(Look.PANEL);
        return rows;
    }

    private Node row(PartyKind kind) {
        var words = Wording.of(kit.texts(), "parties.kind", kind);
        var title = Kit.line(words);
        title.setMinWidth(150);
        var seen = Kit.line("", Look.MUTED);
        seen.textProperty().bind(Bindings.createStringBinding(() -> seen(kind), model.sights()));
        var change =
                kit.iconButton(
                        "sights-" + kind.name().toLowerCase(Locale.ROOT),
                        "parties.sights-change",
                        Feather.EDIT_2,
                        () -> model.beginSeeing(kind));
        change.setAccessibleText(kit.text("parties.sights-of", words));
        return Kit.row(10, title, seen, Kit.spacer(), change);
    }

    private String seen(PartyKind kind) {
        var all =
                model.sights().stream()
                        .filter(one -> one.kind() == kind)
                        .map(Sights::seen)
                        .flatMap(set -> set.stream().sorted())
                        .map(sight -> Wording.of(kit.texts(), "parties.sight", sight))
                        .collect(Collectors.joining(", "));
        return all.isEmpty() ? kit.text("parties.sees-nothing") : all;
    }
}
