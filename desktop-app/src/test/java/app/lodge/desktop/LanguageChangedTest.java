package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.texts.Texts;
import app.lodge.desktop.shell.Appearance;
import app.lodge.desktop.shell.WorkstationSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The language is changed while somebody works: every word at once, and remembered for the next start.
class LanguageChangedTest {

    @TempDir static Path folder;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @AfterAll
    static void closeWindows() {
        Toolkit.closeAll();
    }

    @Test
    void everyWordChangesAtOnceAndWhereOneWasStays() throws Exception {
        var file = folder.resolve("workstation.json");
        var settings = WorkstationSettings.read(file);
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
                                    InstantSource.fixed(FakePeople.NOW))
                            .open();
                    stage.requestFocus();
                    return new OnScreen(stage);
                });
        screen.keyboardIn("#sign-in-name");
        screen.robot().type(KeyCode.TAB);
        screen.keyboardIn("#sign-in-password");
        screen.robot().write(FakeSite.PASSWORD);
        screen.robot().type(KeyCode.ENTER);
        screen.shows("#start-devices");
        Toolkit.run(() -> ((javafx.scene.control.ButtonBase) screen.node("#go-settings")).fire());
        screen.shows("#workstation-language");

        for (var language : WorkstationSettings.LANGUAGES.reversed()) {
            choose(screen, language);
            var words = new Texts(Locale.of(language)).get("operators.add-action");
            OnScreen.until(() ->
                    screen.node("#operator-add") instanceof Labeled label
                            && words.equals(label.getText()));
            assertThat(WorkstationSettings.read(file).values().language()).isEqualTo(language);
        }
        Toolkit.run(screen.stage()::close);
    }

    @SuppressWarnings("unchecked")
    private static void choose(OnScreen screen, String language) throws Exception {
        Toolkit.run(
                () -> ((ComboBox<String>) screen.node("#workstation-language")).setValue(language));
    }
}
