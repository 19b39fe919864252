package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.desktop.shell.Appearance;
import app.lodge.desktop.shell.WorkstationSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a list is filtered by stands over it, a button for each: it goes with a click or a key, and comes
/// back with the filter that was kept.
@Tag("ID-50")
final class FilterChipsTest {

    @TempDir Path folder;
    private Drawing on;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @AfterAll
    static void closeWindows() {
        Toolkit.closeAll();
    }

    @BeforeEach
    void signIn() throws Exception {
        var settings = WorkstationSettings.read(folder.resolve("workstation.properties"));
        settings.keep(new WorkstationSettings.Values("en", Appearance.Theme.LIGHT, "", ""));
        var stage =
                Toolkit.call(() -> {
                    var made = new Stage();
                    var starter = new FakeStarter();
                    new LodgeDesktop(
                                    made,
                                    settings,
                                    starter,
                                    _ -> starter.site.station,
                                    new LyingCard(),
                                    InstantSource.fixed(FakePeople.NOW))
                            .open();
                    return made;
                });
        Toolkit.settle();
        on = new Drawing(stage, "", new Album());
        on.type("#sign-in-password", FakeSite.PASSWORD);
        on.press("#sign-in");
    }

    @Test
    void movementsShowWhatTheyAreFilteredByAndLetItGoByClickAndByKey() throws Exception {
        on.go("accounts");
        on.select("#accounts-hits", 3);
        assertThat(chips("filter")).isEmpty();
        Toolkit.run(() -> ((ToggleButton) on.find("#movements-filter")).fire());
        on.select("#filter-kind", 1);
        on.select("#filter-direction", 1);
        on.select("#filter-span", 2);
        enter("#filter-text", "b-17");
        assertThat(chips("filter"))
                .containsExactly(
                        "filter-chip-span",
                        "filter-chip-kind",
                        "filter-chip-direction",
                        "filter-chip-text");
        on.type("#filter-name", "mine");
        on.press("#filter-keep");

        click("#filter-chip-kind");
        assertThat(chips("filter"))
                .containsExactly("filter-chip-span", "filter-chip-direction", "filter-chip-text");
        key("#filter-chip-span", KeyCode.DELETE);
        key("#filter-chip-direction", KeyCode.SPACE);
        key("#filter-chip-text", KeyCode.ENTER);
        assertThat(chips("filter")).isEmpty();
        assertThat(((TextField) on.find("#filter-text")).getText()).isEmpty();

        chooseKept("#filter-saved", "mine");
        assertThat(chips("filter")).hasSize(4);
    }

    @Test
    void theJournalDoesTheSame() throws Exception {
        on.go("journal");
        on.select("#journal-topic", 2);
        on.type("#journal-actor", "Clara");
        enter("#journal-text", "blocked");
        assertThat(chips("journal"))
                .containsExactly("journal-chip-topic", "journal-chip-actor", "journal-chip-text");
        on.type("#journal-name", "mine");
        on.press("#journal-keep");
        click("#journal-chip-topic");
        key("#journal-chip-actor", KeyCode.BACK_SPACE);
        key("#journal-chip-text", KeyCode.ENTER);
        assertThat(chips("journal")).isEmpty();
        chooseKept("#journal-saved", "mine");
        assertThat(chips("journal")).hasSize(3);
    }

    private List<String> chips(String prefix) throws Exception {
        return Toolkit.call(() -> {
            var flow = (Pane) on.stage.getScene().getRoot().lookup("#" + prefix + "-chips");
            assertThat(flow.isVisible())
                    .as("room for chips")
                    .isEqualTo(!flow.getChildren().isEmpty());
            return flow.getChildren().stream().map(Node::getId).toList();
        });
    }

    private void enter(String id, String text) throws Exception {
        Toolkit.run(() -> {
            var field = (TextField) on.find(id);
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
        Toolkit.settle();
    }

    private void chooseKept(String menu, String name) throws Exception {
        Toolkit.run(() ->
                ((MenuButton) on.find(menu))
                        .getItems().stream()
                                .filter(item -> name.equals(item.getText()))
                                .findFirst()
                                .orElseThrow()
                                .fire());
        Toolkit.settle();
    }

    private void click(String id) throws Exception {
        Toolkit.run(() -> {
            var chip = on.find(id);
            Event.fireEvent(chip, mouse(MouseEvent.MOUSE_PRESSED, true));
            Event.fireEvent(chip, mouse(MouseEvent.MOUSE_RELEASED, false));
        });
        Toolkit.settle();
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, boolean down) {
        return new MouseEvent(
                type,
                1,
                1,
                1,
                1,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                down,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    private void key(String id, KeyCode code) throws Exception {
        Toolkit.run(() -> {
            var chip = on.find(id);
            Event.fireEvent(chip, pressed(KeyEvent.KEY_PRESSED, code));
            Event.fireEvent(chip, pressed(KeyEvent.KEY_RELEASED, code));
        });
        Toolkit.settle();
    }

    private static KeyEvent pressed(EventType<KeyEvent> type, KeyCode code) {
        return new KeyEvent(type, "", "", code, false, false, false, false);
    }
}
