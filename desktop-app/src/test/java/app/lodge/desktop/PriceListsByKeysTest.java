package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.products.PriceList;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Price lists by keys alone: changed from a day on, ended, looked back at (ID-62).
@Tag("ID-62")
final class PriceListsByKeysTest {

    private static final Instant TOMORROW = Instant.parse("2026-11-24T00:00:00Z");

    private static final int TABS = 12;

    @TempDir Path folder;

    private final FxRobot robot = new FxRobot();
    private final FakeStarter starter = new FakeStarter();
    private OnScreen screen;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @AfterAll
    static void closeWindows() {
        Toolkit.closeAll();
    }

    @BeforeEach
    void openTheProducts() throws Exception {
        screen = OnScreen.signedIn(folder, starter);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        screen.keyboardIn("#centres-table");
        for (var tab = 0; tab < TABS && !Toolkit.call(this::shown); tab++) {
            screen.strike(KeyCode.F6);
            Toolkit.settle();
        }
        screen.keyboardIn("#products-table");
    }

    @AfterEach
    void leave() throws Exception {
        Toolkit.run(screen.stage()::close);
    }

    @Test
    void aListIsChangedFromTomorrowAndTheNextOneEnded() throws Exception {
        openLists();
        robot.type(KeyCode.ENTER);
        screen.keyboardIn("#price-list-form-name");
        assertThat(Toolkit.call(() -> ((TextField) screen.node("#price-list-form-name")).getText()))
                .isEqualTo("Staff 2");
        robot.type(KeyCode.ENTER);
        screen.keyboardIn("#price-lists");
        OnScreen.until(() -> lists().size() == 4);
        var begun = starter.site.products.lists.getLast();
        assertThat(begun.points()).as("as it was").isEqualTo(List.of(1L));
        assertThat(ends("Staff")).isEqualTo(TOMORROW);

        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.DELETE);
        screen.keyboardIn("#price-list-end-form-day");
        robot.type(KeyCode.ENTER);
        screen.keyboardIn("#price-lists");
        assertThat(ends("Lunch")).isEqualTo(TOMORROW);

        robot.type(KeyCode.DELETE);
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.ESCAPE);
        screen.hides("#price-lists");
        assertThat(lists()).as("what has an end is not changed again").hasSize(4);
    }

    @Test
    void whatAProductCostIsLookedBackAt() throws Exception {
        OnScreen.until(() -> !((TableView<?>) screen.node("#products-table")).getItems().isEmpty());
        robot.type(KeyCode.DOWN);
        screen.says("#price-verdict", "costs");
        screen.tabTo("#price-history-open");
        robot.type(KeyCode.SPACE);
        screen.keyboardIn("#price-history");
        assertThat(
                        Toolkit.call(() ->
                                ((TableView<?>) screen.node("#price-history")).getItems().size()))
                .isEqualTo(4);
        robot.type(KeyCode.ESCAPE);
        screen.hides("#price-history");
    }

    private boolean shown() {
        var table = screen.node("#products-table");
        return table != null && table.getScene() != null && inSight(table);
    }

    private static boolean inSight(Node table) {
        for (Node at = table; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void openLists() throws Exception {
        screen.tabTo("#price-lists-open");
        robot.type(KeyCode.SPACE);
        screen.keyboardIn("#price-lists");
    }

    private List<PriceList> lists() {
        return starter.site.products.lists;
    }

    private Instant ends(String name) {
        return lists().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .endsAt();
    }
}
