package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.watch.Ahead;
import app.lodge.core.watch.Provision;
import java.nio.file.Path;
import java.time.LocalDate;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Licences and the credit of SIM cards are entered where everything is that will run out.
@Tag("ID-49")
final class ProvisionsOnScreenTest {

    private static final int AHEAD = 2;

    @TempDir Path folder;

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

    private void open() throws Exception {
        screen = OnScreen.signedIn(folder, starter);
        Toolkit.run(() -> ((ToggleButton) screen.node("#go-watch")).fire());
        screen.shows("#watch-tabs");
        Toolkit.run(() -> ((TabPane) screen.node("#watch-tabs")).getSelectionModel().select(AHEAD));
        OnScreen.until(() -> rows(11));
    }

    private boolean rows(int many) {
        return screen.node("#ahead-table") instanceof TableView<?> table
                && table.getItems().size() == many;
    }

    private void press(String id) throws Exception {
        Toolkit.run(() -> ((Button) screen.node(id)).fire());
    }

    private void type(String id, String text) throws Exception {
        Toolkit.run(() -> ((TextField) screen.node(id)).setText(text));
    }

    @SuppressWarnings("unchecked")
    private void choose(String subject) throws Exception {
        Toolkit.run(() -> {
            var table = (TableView<Ahead>) screen.node("#ahead-table");
            table.getSelectionModel()
                    .select(
                            table.getItems().stream()
                                    .filter(one -> one.subject().equals(subject))
                                    .findFirst()
                                    .orElseThrow());
        });
    }

    @Test
    @SuppressWarnings("unchecked")
    void theCreditOfASimCardIsEnteredAndWhatIsWrongIsSaidAtItsField() throws Exception {
        open();
        press("#provision-add");
        screen.shows("#provision-name");
        press("#provision-save");
        screen.says("#provision-name-problem", "Say what it is for");
        Toolkit.run(() ->
                ((ComboBox<Provision.Kind>) screen.node("#provision-kind"))
                        .setValue(Provision.Kind.SIM));
        type("#provision-name", "Key station, gym");
        type("#provision-on", "tomorrow");
        type("#provision-remaining", "12.50");
        type("#provision-wanted", "5");
        press("#provision-save");
        screen.says("#provision-on-problem", "is not a day");
        type("#provision-on", "2027-03-31");
        press("#provision-save");
        screen.hides("#provision-name");
        OnScreen.until(() -> rows(12));
        var kept = starter.site.watch.provisions.getLast();
        assertThat(kept.kind()).isEqualTo(Provision.Kind.SIM);
        assertThat(kept.on()).isEqualTo(LocalDate.parse("2027-03-31"));
        assertThat(kept.remaining()).isEqualTo(1250);
        assertThat(kept.wanted()).isEqualTo(500);
        Toolkit.run(screen.stage()::close);
    }

    @Test
    void aLicenceIsProlongedAndARibbonIsOnlyRemoved() throws Exception {
        open();
        choose("device:5");
        assertThat(screen.node("#provision-change").isDisabled()).isTrue();
        assertThat(screen.node("#provision-remove").isDisabled()).isTrue();
        choose("provision:3");
        assertThat(screen.node("#provision-change").isDisabled()).isTrue();
        press("#provision-remove");
        OnScreen.until(() -> rows(10));
        choose("provision:1");
        press("#provision-change");
        screen.shows("#provision-name");
        type("#provision-on", "2028-01-01");
        press("#provision-save");
        screen.hides("#provision-name");
        var kept = starter.site.watch.provisions.getLast();
        assertThat(kept.id()).isEqualTo(1);
        assertThat(kept.on()).isEqualTo(LocalDate.parse("2028-01-01"));
        Toolkit.run(screen.stage()::close);
    }
}
