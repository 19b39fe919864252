package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.devices.DeviceKind;
import app.lodge.core.watch.parties.PartyKind;
import app.lodge.core.watch.parties.Sight;
import app.lodge.core.watch.parties.Stand;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who else is told of devices is kept at the screen of the watch, and what each kind may see.
@Tag("SAFE-32")
final class PartiesOnScreenTest {

    private static final int PARTIES = 4;

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
        Toolkit.run(
                () -> ((TabPane) screen.node("#watch-tabs")).getSelectionModel().select(PARTIES));
        OnScreen.until(() ->
                screen.node("#parties-table") instanceof TableView<?> table
                        && table.getItems().size() == 4);
    }

    private void press(String id) throws Exception {
        Toolkit.run(() -> ((Button) screen.node(id)).fire());
    }

    @Test
    void aPartyIsAddedWithItsDevices() throws Exception {
        open();
        press("#party-add");
        screen.shows("#party-name");
        press("#party-save");
        screen.says("#party-name-problem", "Give it a name");
        Toolkit.run(() -> {
            ((TextField) screen.node("#party-name")).setText("Second van");
            ((TextField) screen.node("#party-mail")).setText("van@example.org");
            ((TextField) screen.node("#party-place")).setText("Shop 1");
        });
        press("#party-stand-add");
        press("#party-save");
        screen.hides("#party-name");
        assertThat(starter.site.parties.all).hasSize(5);
        var kept = starter.site.parties.all.getLast();
        assertThat(kept.name()).isEqualTo("Second van");
        assertThat(kept.stands()).containsExactly(new Stand(0, null, "Shop 1"));
        Toolkit.run(screen.stage()::close);
    }

    @Test
    void oneOfItsDevicesIsTakenOffAndTheOthersStay() throws Exception {
        open();
        Toolkit.run(
                () -> ((TableView<?>) screen.node("#parties-table")).getSelectionModel().select(2));
        press("#party-change");
        screen.shows("#party-name");
        press("#party-stand-remove-0");
        press("#party-save");
        screen.hides("#party-name");
        assertThat(starter.site.parties.all.getLast().stands())
                .containsExactly(new Stand(0, DeviceKind.KIOSK, "Canteen"));
        Toolkit.run(screen.stage()::close);
    }

    @Test
    void whatAKindMaySeeIsChosen() throws Exception {
        open();
        press("#sights-cit");
        screen.shows("#sight-fill");
        Toolkit.run(() -> {
            ((CheckBox) screen.node("#sight-fill")).setSelected(false);
            ((CheckBox) screen.node("#sight-fault")).setSelected(true);
        });
        press("#sight-save");
        screen.hides("#sight-fill");
        var cit =
                starter.site.parties.sights.stream()
                        .filter(one -> one.kind() == PartyKind.CIT)
                        .findFirst()
                        .orElseThrow();
        assertThat(cit.seen()).containsExactlyInAnyOrder(Sight.PLACE, Sight.FAULT);
        Toolkit.run(screen.stage()::close);
    }
}
