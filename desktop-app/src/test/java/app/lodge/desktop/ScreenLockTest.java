package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.desktop.shell.Appearance;
import app.lodge.desktop.shell.WorkstationSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever signed in by card and takes it away leaves a locked screen; what was typed, in an open sheet
/// too, is there again when they are back (CHAIN-16).
@Tag("CHAIN-16")
class ScreenLockTest {

    @TempDir Path folder;
    private final LyingCard card = new LyingCard();

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    @AfterAll
    static void closeWindows() {
        Toolkit.closeAll();
    }

    @Test
    void theScreenIsLockedWithTheCardAndKeepsWhatWasTyped() throws Exception {
        var settings = WorkstationSettings.read(folder.resolve("workstation.json"));
        settings.keep(new WorkstationSettings.Values("en", Appearance.Theme.LIGHT, "", ""));
        var starter = new FakeStarter();
        var screen =
                Toolkit.call(() -> {
                    var stage = new Stage();
                    new LodgeDesktop(
                                    stage,
                                    settings,
                                    starter,
                                    _ -> starter.site.station,
                                    card,
                                    InstantSource.fixed(FakePeople.NOW))
                            .open();
                    return new OnScreen(stage);
                });
        screen.shows("#sign-in-card");
        enter(screen, "2468");
        screen.shows("#start-devices");
        fire(screen, "#go-settings");
        screen.shows("#operator-add");
        fire(screen, "#operator-add");
        screen.shows("#operator-name");
        type(screen, "#operator-name", "Half a na");

        card.gone = true;
        screen.shows("#sign-in-card");
        assertThat(screen.node("#operator-name").getScene()).isNotNull();
        assertThat(screen.node("#operator-name").isDisabled()).as("out of reach").isTrue();
        enter(screen, "1111");
        assertThat(screen.node("#operator-name").isDisabled()).isTrue();
        type(screen, "#sign-in-pin", "2468");
        fire(screen, "#sign-in-pin-enter");
        OnScreen.until(() -> !screen.node("#operator-name").isDisabled());
        assertThat(((TextInputControl) screen.node("#operator-name")).getText())
                .isEqualTo("Half a na");
        Toolkit.run(screen.stage()::close);
    }

    private static void enter(OnScreen screen, String pin) throws Exception {
        OnScreen.until(() -> !screen.node("#sign-in-card").isDisabled());
        fire(screen, "#sign-in-card");
        OnScreen.until(() -> screen.node("#sign-in-pin").isVisible());
        OnScreen.until(() -> !screen.node("#sign-in-pin-enter").isDisabled());
        type(screen, "#sign-in-pin", pin);
        fire(screen, "#sign-in-pin-enter");
        OnScreen.until(() ->
                screen.node("#sign-in-pin-enter") == null
                        || !screen.node("#sign-in-pin-enter").isDisabled());
    }

    private static void fire(OnScreen screen, String id) throws Exception {
        Toolkit.run(() -> ((ButtonBase) screen.node(id)).fire());
        Toolkit.settle();
    }

    private static void type(OnScreen screen, String id, String text) throws Exception {
        Toolkit.run(() -> ((TextInputControl) screen.node(id)).setText(text));
        Toolkit.settle();
    }
}
