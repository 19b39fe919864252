package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.desktop.shell.Appearance;
import app.lodge.desktop.shell.WorkstationSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is seen in a table can be copied, and its columns arranged as somebody likes them.
@Tag("ID-49")
class TableWorkTest {

    private static final String TABLE = "#journal-rows";

    @TempDir Path folder;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @AfterAll
    static void closeWindows() {
        Toolkit.closeAll();
    }

    @Test
    void theChosenRowIsCopiedAsItIsSeen() throws Exception {
        var desktop = journal(folder.resolve("w"));
        Toolkit.run(() -> {
            table(desktop).requestFocus();
            table(desktop).getSelectionModel().select(0);
        });
        desktop.strike(KeyCode.C, true);
        var copied = clipboard();
        assertThat(copied.lines()).hasSize(1);
        assertThat(copied.split("\t")).hasSameSizeAs(titled(desktop));
        assertThat(copied.split("\t")[0])
                .isEqualTo(
                        Toolkit.call(() -> table(desktop).getColumns().getFirst().getCellData(0)));
        desktop.close();
    }

    @Test
    void severalRowsAreChosenByKeyAndCopiedInTheirOrderWithTheColumnsThatAreSeen()
            throws Exception {
        var desktop = journal(folder.resolve("w"));
        hide(desktop, titled(desktop).getLast());
        Toolkit.run(() -> {
            table(desktop).requestFocus();
            table(desktop).getSelectionModel().clearAndSelect(3);
        });
        var robot = new org.testfx.api.FxRobot();
        robot.push(KeyCode.SHIFT, KeyCode.UP);
        robot.push(KeyCode.SHIFT, KeyCode.UP);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        Toolkit.settle();
        var lines = clipboard().lines().toList();
        assertThat(lines).hasSize(3);
        for (int line = 0; line < 3; line++) {
            int row = line + 1;
            assertThat(lines.get(line).split("\t", -1)).hasSameSizeAs(titled(desktop));
            assertThat(lines.get(line).split("\t", -1)[0])
                    .isEqualTo(
                            Toolkit.call(
                                    () -> table(desktop).getColumns().getFirst().getCellData(row)));
        }

        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        Toolkit.settle();
        assertThat(clipboard().lines())
                .hasSize(Toolkit.call(() -> table(desktop).getItems().size()));
        desktop.close();
    }

    @Test
    void aNamedViewComesBackAfterTheNextStartWithColumnsAndFilter() throws Exception {
        var file = folder.resolve("w");
        var desktop = journal(file);
        var all = titled(desktop);
        hide(desktop, all.getLast());
        desktop.type("#journal-actor", "Clara");
        view(desktop, "tables-keep-view");
        desktop.type("#table-view-name", "Clara’s own");
        desktop.press("#table-view-keep");
        desktop.close();

        var again = journal(file);
        hide(again, all.getFirst());
        assertThat(titled(again)).isEqualTo(all.subList(1, all.size() - 1));
        assertThat(typed(again, "#journal-actor")).isEmpty();
        view(again, "Clara’s own");
        assertThat(titled(again)).isEqualTo(all.subList(0, all.size() - 1));
        assertThat(typed(again, "#journal-actor")).isEqualTo("Clara");

        view(again, "Forget the view “Clara’s own”");
        assertThat(views(again)).doesNotContain("Clara’s own");
        again.close();
    }

    private static String typed(SignedIn desktop, String id) throws Exception {
        return Toolkit.call(() -> ((javafx.scene.control.TextField) desktop.find(id)).getText());
    }

    private static List<String> views(SignedIn desktop) throws Exception {
        var menu = menu(desktop);
        return Toolkit.call(() -> {
            menu.hide();
            return named(menu).getItems().stream().map(MenuItem::getText).toList();
        });
    }

    private static Menu named(ContextMenu menu) {
        return menu.getItems().stream()
                .filter(Menu.class::isInstance)
                .map(Menu.class::cast)
                .filter(each -> "tables-views".equals(each.getId()))
                .findFirst()
                .orElseThrow();
    }

    /// @param item id, or words
    private static void view(SignedIn desktop, String item) throws Exception {
        var menu = menu(desktop);
        Toolkit.run(() -> {
            named(menu).getItems().stream()
                    .filter(each -> item.equals(each.getId()) || item.equals(each.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            menu.hide();
        });
        Toolkit.settle();
    }

    @Test
    void aHiddenColumnIsNotCopiedAndStaysHiddenAfterTheNextStart() throws Exception {
        var file = folder.resolve("w");
        var desktop = journal(file);
        var all = titled(desktop);
        hide(desktop, all.getLast());
        assertThat(titled(desktop)).isEqualTo(all.subList(0, all.size() - 1));
        Toolkit.run(() -> table(desktop).getSelectionModel().select(0));
        choose(desktop, "tables-copy-all");
        assertThat(clipboard().lines().findFirst().orElseThrow())
                .isEqualTo(String.join("\t", all.subList(0, all.size() - 1)));
        desktop.close();

        var again = journal(file);
        assertThat(titled(again)).isEqualTo(all.subList(0, all.size() - 1));
        again.go("people");
        again.go("journal");
        assertThat(titled(again)).isEqualTo(all.subList(0, all.size() - 1));
        again.close();
    }

    @Test
    void columnsThatWereDraggedStayWhereTheyAre() throws Exception {
        var file = folder.resolve("w");
        var desktop = journal(file);
        var all = titled(desktop);
        Toolkit.run(() -> {
            move(table(desktop));
            var header = table(desktop).lookup(".column-header-background");
            header.fireEvent(released());
        });
        Toolkit.settle();
        desktop.close();

        var again = journal(file);
        assertThat(titled(again).getFirst()).isEqualTo(all.getLast());
        assertThat(titled(again)).containsExactlyInAnyOrderElementsOf(all);
        again.close();
    }

    @Test
    void aTableThatHasOtherColumnsByNowStaysAsItWasBuilt() throws Exception {
        var file = folder.resolve("w");
        for (var kept : List.of("0:hidden:80", "nonsense", "0:shown:80,0:shown:80", "7:a:b")) {
            Files.writeString(folder.resolve("w.columns"), "journal-rows=" + kept + "\n");
            var desktop = journal(file);
            assertThat(titled(desktop)).hasSizeGreaterThan(3);
            desktop.close();
        }
    }

    private static SignedIn journal(Path file) throws Exception {
        var desktop =
                SignedIn.at(
                        file,
                        new WorkstationSettings.Values("en", Appearance.Theme.LIGHT, "", ""),
                        1280,
                        800);
        desktop.go("journal");
        OnScreen.until(() -> !table(desktop).getItems().isEmpty());
        return desktop;
    }

    private static <T> void move(TableView<T> table) {
        var columns = List.copyOf(table.getColumns());
        var moved = new java.util.ArrayList<TableColumn<T, ?>>(columns);
        moved.addFirst(moved.removeLast());
        table.getColumns().setAll(moved);
    }

    private static void hide(SignedIn desktop, String title) throws Exception {
        var menu = menu(desktop);
        Toolkit.run(() -> {
            var columns =
                    menu.getItems().stream()
                            .filter(Menu.class::isInstance)
                            .map(Menu.class::cast)
                            .findFirst()
                            .orElseThrow();
            var item =
                    (CheckMenuItem)
                            columns.getItems().stream()
                                    .filter(one -> one.getText().equals(title))
                                    .findFirst()
                                    .orElseThrow();
            item.setSelected(false);
            item.getOnAction().handle(null);
            menu.hide();
        });
        Toolkit.settle();
    }

    private static void choose(SignedIn desktop, String id) throws Exception {
        var menu = menu(desktop);
        Toolkit.run(() -> {
            menu.getItems().stream()
                    .filter(item -> id.equals(item.getId()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            menu.hide();
        });
        Toolkit.settle();
    }

    private static ContextMenu menu(SignedIn desktop) throws Exception {
        Toolkit.run(() ->
                table(desktop)
                        .fireEvent(
                                new ContextMenuEvent(
                                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                                        10,
                                        10,
                                        200,
                                        200,
                                        false,
                                        null)));
        return Toolkit.call(() ->
                Window.getWindows().stream()
                        .filter(ContextMenu.class::isInstance)
                        .map(ContextMenu.class::cast)
                        .filter(menu -> "table-menu".equals(menu.getId()))
                        .findFirst()
                        .orElseThrow());
    }

    private static MouseEvent released() {
        return new MouseEvent(
                MouseEvent.MOUSE_RELEASED,
                0,
                0,
                0,
                0,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    private static List<String> titled(SignedIn desktop) throws Exception {
        return Toolkit.call(() ->
                table(desktop).getVisibleLeafColumns().stream()
                        .map(column -> ((TableColumn<?, ?>) column).getText())
                        .filter(title -> !title.isBlank())
                        .toList());
    }

    private static String clipboard() throws Exception {
        return Toolkit.call(() -> Clipboard.getSystemClipboard().getString());
    }

    private static TableView<?> table(SignedIn desktop) {
        return (TableView<?>) desktop.find(TABLE);
    }
}
