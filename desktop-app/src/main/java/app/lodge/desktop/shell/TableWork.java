package app.lodge.desktop.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
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

    private final Dialogs dialogs;
    private final TableExport export;
    private @Nullable TableView<?> table;
    private final TableMenu menu;
    private KeptColumns kept = KeptColumns.forNow();

    TableWork(Supplier<Kit> kit, Dialogs dialogs, Background background, Notices notices) {
        this.dialogs = dialogs;
        export = new TableExport(kit, background, notices);
        menu = new TableMenu(kit, this);
    }

    void on(Scene scene) {
        scene.getProperties().put(TableWork.class, this);
        scene.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
    }

    void kept(KeptColumns columns) {
        kept = columns;
    }

    void views(TableViews named) {
        menu.views(named);
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
                .on(
                        List.of(Keys.ctrl(KeyCode.A)),
                        "tables.choose-all",
                        this::inTable,
                        this::chooseAll)
                .on(List.of(Keys.ctrl(KeyCode.C)), "tables.copy", this::inTable, this::copyRows)
                .on(
                        List.of(Keys.ctrlShift(KeyCode.C)),
                        "tables.copy-all",
                        this::inTable,
                        this::copyAll)
                .on(List.of(Keys.ctrl(KeyCode.E)), "tables.export", this::inTable, this::exportCsv)
                .on(
                        List.of(Keys.ctrlShift(KeyCode.E)),
                        "tables.export-workbook",
                        this::inTable,
                        this::exportWorkbook)
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

    private void chooseAll() {
        if (table != null) {
            table.getSelectionModel().selectAll();
        }
    }

    void copyRows() {
        if (table != null) {
            copyRows(table);
        }
    }

    private static <T> void copyRows(TableView<T> from) {
        if (!from.getSelectionModel().isEmpty()) {
            Tables.chosen(
                    from,
                    rows -> {
                        var lines = TableText.of(from, rows);
                        copy(lines.subList(1, lines.size()));
                    });
        }
    }

    void copyAll() {
        if (table != null) {
            copyAll(table);
        }
    }

    private static <T> void copyAll(TableView<T> from) {
        rows(from, every(from), rows -> copy(TableText.of(from, rows)));
    }

    private static List<Integer> every(TableView<?> from) {
        return IntStream.range(0, from.getItems().size()).boxed().toList();
    }

    /// Rows of a long list that were put away are read again first.
    @SuppressWarnings("unchecked") // put there by Tables.paged, for the same table
    static <T> void rows(TableView<T> from, List<Integer> wanted, Consumer<List<T>> then) {
        if (from.getProperties().get(PagedList.class) instanceof PagedList<?> list) {
            ((PagedList<T>) list).whole(wanted, then);
        } else {
            then.accept(wanted.stream().map(from.getItems()::get).toList());
        }
    }

    private static void copy(List<List<String>> lines) {
        var text = new ClipboardContent();
        text.putString(TableText.tabbed(lines));
        Clipboard.getSystemClipboard().setContent(text);
    }

    void exportCsv() {
        export(TableFile.CSV);
    }

    void exportWorkbook() {
        export(TableFile.WORKBOOK);
    }

    private void export(String ending) {
        var from = table;
        if (from != null) {
            dialogs.chooseTarget("tables.export-title", from.getId() + ending)
                    .ifPresent(target -> export.write(target, from));
        }
    }

    private void menu(ContextMenuEvent event) {
        if (event.getTarget() instanceof Node node) {
            tableAt(node)
                    .ifPresent(here -> {
                        table = here;
                        menu.of(here).show(here, event.getScreenX(), event.getScreenY());
                        event.consume();
                    });
        }
    }

    private void showMenu() {
        if (table != null) {
            menu.of(table).show(table, Side.TOP, 12, 40);
        }
    }

    /// Keeps the columns of a table as they are now.
    void keep(TableView<?> here) {
        kept.keep(here);
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
