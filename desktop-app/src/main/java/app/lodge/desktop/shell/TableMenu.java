package app.lodge.desktop.shell;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;

/// The menu of a table: what it copies and exports, its columns, and the views that the operator has named.
final class TableMenu {

    private final Supplier<Kit> kit;
    private final TableWork work;
    private TableViews views = TableViews.forNow();

    TableMenu(Supplier<Kit> kit, TableWork work) {
        this.kit = kit;
        this.work = work;
    }

    void views(TableViews named) {
        views = named;
    }

    ContextMenu of(TableView<?> table) {
        var menu =
                new ContextMenu(
                        item("tables.copy", work::copyRows),
                        item("tables.copy-all", work::copyAll),
                        item("tables.export", work::exportCsv),
                        item("tables.export-workbook", work::exportWorkbook),
                        columns(table),
                        named(table));
        menu.setId("table-menu");
        return menu;
    }

    private Menu columns(TableView<?> table) {
        var columns = new Menu(kit.get().text("tables.columns"));
        columns.setId("tables-columns");
        for (var column : table.getColumns()) {
            if (!column.getText().isBlank()) {
                var item = new CheckMenuItem(column.getText());
                item.setSelected(column.isVisible());
                item.setOnAction(_ -> {
                    boolean last = table.getVisibleLeafColumns().size() == 1;
                    column.setVisible(item.isSelected() || last);
                    work.keep(table);
                });
                columns.getItems().add(item);
            }
        }
        return columns;
    }

    private Menu named(TableView<?> table) {
        var menu = new Menu(kit.get().text("tables.views"));
        menu.setId("tables-views");
        List<String> names = views.names(table);
        names.forEach(name -> menu.getItems().add(plain(name, () -> choose(table, name))));
        if (!names.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems().add(item("tables.keep-view", () -> ask(table)));
        names.forEach(name ->
                menu.getItems()
                        .add(
                                plain(
                                        kit.get().text("tables.forget-view", name),
                                        () -> views.forget(table, name))));
        return menu;
    }

    private void choose(TableView<?> table, String name) {
        views.choose(table, name);
        work.keep(table);
    }

    private void ask(TableView<?> table) {
        var open = new SimpleBooleanProperty();
        kit.get().sheets().showWhile(open, () -> sheet(table, open));
        open.set(true);
    }

    private Sheet sheet(TableView<?> table, BooleanProperty open) {
        var words = kit.get();
        var name = new SimpleStringProperty("");
        var form = new Form(words, "table-view", FXCollections.observableArrayList());
        var keep =
                words.primary(
                        "table-view-keep",
                        "tables.keep-view",
                        null,
                        () -> {
                            views.keep(table, name.get().strip());
                            open.set(false);
                        });
        keep.disableProperty().bind(name.map(String::isBlank).orElse(true));
        return new Sheet(
                        words,
                        words.text("tables.view-title"),
                        420,
                        Kit.column(
                                14,
                                Kit.paragraph(words.text("tables.view-advice")),
                                form.text("name", name)),
                        open)
                .primary(keep);
    }

    private MenuItem item(String key, Runnable action) {
        var item = plain(kit.get().text(key), action);
        item.setId(key.replace('.', '-'));
        return item;
    }

    private static MenuItem plain(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
