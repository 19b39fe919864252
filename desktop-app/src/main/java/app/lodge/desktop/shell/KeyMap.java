package app.lodge.desktop.shell;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.feather.Feather;

/// The map of keys, opened by F1 wherever one is.
final class KeyMap {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 430;

    private KeyMap() {}

    static Sheet of(Kit kit, List<KeyLines.Line> lines, BooleanProperty open) {
        var shown = FXCollections.observableArrayList(lines);
        var table =
                Tables.table(
                        "key-map",
                        kit.text("keys.title"),
                        shown,
                        kit.empty(Feather.COMMAND, "keys.nothing", "keys.nothing-advice"));
        table.setPrefHeight(HEIGHT);
        table.getColumns()
                .add(Tables.<KeyLines.Line>text(kit.text("keys.key"), 190, KeyLines.Line::keys));
        table.getColumns()
                .add(Tables.<KeyLines.Line>text(kit.text("keys.does"), 330, KeyLines.Line::words));
        table.getColumns()
                .add(Tables.<KeyLines.Line>text(kit.text("keys.where"), 170, KeyLines.Line::where));
        var query = new TextField();
        query.setId("key-query");
        query.setPromptText(kit.text("keys.search"));
        query.setAccessibleText(kit.text("keys.search"));
        query.textProperty()
                .subscribe(sought ->
                        shown.setAll(lines.stream().filter(line -> line.has(sought)).toList()));
        Tables.leadInto(query, table, table.getSelectionModel());
        var done = kit.primary("keys-done", "action.done", Feather.CHECK, () -> open.set(false));
        return new Sheet(kit, kit.text("keys.title"), WIDTH, Kit.column(12, query, table), open)
                .informing()
                .primary(done);
    }
}
