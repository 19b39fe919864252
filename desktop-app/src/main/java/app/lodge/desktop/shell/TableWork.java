package app.lodge.desktop.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// What every table of a window can do, by key and by its menu: copy, export, and choose its columns.
final class TableWork {

    private final Supplier<Kit> kit;
    private final Dialogs dialogs;
    private final Background background;
    private final Notices notices;
    private @Nullable TableView<?> table;
    private KeptColumns kept = KeptColumns.forNow();

    TableWork(Supplier<Kit> kit, Dialogs dialogs, Background background, Notices notices) {
        this.kit = kit;
        this.dialogs = dialogs;
        this.background = background;
        this.notices = notices;
    }

    void on(Scene scene) {
        scene.getProperties().put(TableWork.class, this);
        scene.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
    }

    void kept(KeptColumns columns) {
        kept = columns;
    }

    /// Called by each table as it comes onto the screen.
    static void arrange(TableView<?> table, @Nullable Scene scene) {
        if (scene != null && scene.getProperties().get(TableWork.class) instanceof TableWork work) {
            work.kept.arrange(table);
        }
    }

    Keys keys() {
        return Keys.of("keys.list")
                .outsideTexts()
                .on(List.of(Keys.ctrl(KeyCode.C)), "tables.copy", this::inTable, this::copyRow)
                .on(
                        List.of(Keys.ctrlShift(KeyCode.C)),
                        "tables.copy-all",
                        this::inTable,
                        this::copyAll)
                .on(List.of(Keys.ctrl(KeyCode.E)), "tables.export", this::inTable, this::export)
                .on(List.of(Keys.shift(KeyCode.F10)), "tables.menu", this::inTable, this::showMenu);
    }

    private boolean inTable(KeyEvent event) {
        table = event.getTarget() instanceof Node node ? tableAt(node).orElse(null) : null;
        return table != null;
    }

    private static Optional<TableView<?>> tableAt(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof TableView<?> here) {
                return Optional.of(here);
            }
        }
        return Optional.empty();
    }

    /// Whether a table can be seen beneath.
    static boolean tableIn(Node node) {
        return node.isVisible()
                && (node instanceof TableView
                        || node instanceof Parent parent
                                && parent.getChildrenUnmodifiable().stream()
                                        .anyMatch(TableWork::tableIn));
    }

    private void copyRow() {
        if (table != null) {
            var lines = chosen(table);
            if (lines.size() > 1) {
                copy(lines.subList(1, lines.size()));
            }
        }
    }

    private static <T> List<List<String>> chosen(TableView<T> from) {
        return TableText.of(from, List.copyOf(from.getSelectionModel().getSelectedItems()));
    }

    private void copyAll() {
        if (table != null) {
            copy(all(table));
        }
    }

    private static <T> List<List<String>> all(TableView<T> from) {
        return TableText.of(from, from.getItems());
    }

    private static void copy(List<List<String>> lines) {
        var text = new ClipboardContent();
        text.putString(TableText.tabbed(lines));
        Clipboard.getSystemClipboard().setContent(text);
    }

    private void export() {
        if (table == null) {
            return;
        }
        var lines = all(table);
        var comma = DecimalFormatSymbols.getInstance(kit.get().habits()).getDecimalSeparator();
        char separator = comma == ',' ? ';' : ',';
        dialogs.chooseTarget("tables.export", table.getId() + ".csv")
                .ifPresent(target ->
                        background.run(
                                "tables.exporting",
                                new SimpleBooleanProperty(),
                                () -> written(target, lines, separator),
                                whole -> told(whole, target, lines.size() - 1)));
    }

    private static boolean written(Path target, List<List<String>> lines, char separator) {
        try {
            TableFile.write(target, lines, separator);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void told(boolean whole, Path target, int rows) {
        if (whole) {
            notices.done(Message.of("tables.exported", rows, target.toString()));
        } else {
            notices.warn(Message.of("tables.not-exported", target.toString()));
        }
    }

    private void menu(ContextMenuEvent event) {
        if (event.getTarget() instanceof Node node) {
            tableAt(node)
                    .ifPresent(here -> {
                        table = here;
                        menu(here).show(here, event.getScreenX(), event.getScreenY());
                        event.consume();
                    });
        }
    }

    private void showMenu() {
        if (table != null) {
            menu(table).show(table, Side.TOP, 12, 40);
        }
    }

    private ContextMenu menu(TableView<?> here) {
        var columns = new Menu(kit.get().text("tables.columns"));
        for (var column : here.getColumns()) {
            if (!column.getText().isBlank()) {
                var item = new CheckMenuItem(column.getText());
                item.setSelected(column.isVisible());
                item.setOnAction(_ -> {
                    boolean last = here.getVisibleLeafColumns().size() == 1;
                    column.setVisible(item.isSelected() || last);
                    kept.keep(here);
                });
                columns.getItems().add(item);
            }
        }
        var menu =
                new ContextMenu(
                        item("tables.copy", this::copyRow),
                        item("tables.copy-all", this::copyAll),
                        item("tables.export", this::export),
                        columns);
        menu.setId("table-menu");
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        var item = new MenuItem(kit.get().text(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// A column may have been dragged to another place or width; the table follows after the event.
    private void released(MouseEvent event) {
        if (event.getTarget() instanceof Node node && inHeader(node)) {
            tableAt(node).ifPresent(here -> Platform.runLater(() -> kept.keep(here)));
        }
    }

    private static boolean inHeader(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("column-header-background")) {
                return true;
            }
        }
        return false;
    }
}
