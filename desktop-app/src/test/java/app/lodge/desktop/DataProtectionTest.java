package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.LookPurpose;
import app.lodge.desktop.shell.Appearance;
import app.lodge.desktop.shell.WorkstationSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Data protection and the journal's proof as somebody at the keyboard meets them; pictures are left in
/// `target/gallery`.
@Tag("ID-57")
@Tag("ID-50")
final class DataProtectionTest {

    private static final Path GALLERY = Path.of("target", "gallery");

    @TempDir static Path folder;

    @BeforeAll
    static void startToolkit() throws Exception {
        Toolkit.start();
        Files.createDirectories(GALLERY);
    }

    @AfterAll
    static void closeWindows() {
        Toolkit.closeAll();
    }

    @ParameterizedTest
    @CsvSource({
        "en, LIGHT, 1280, 800",
        "de, DARK, 1280, 800",
        "de, LIGHT, 1920, 1080",
        "en, DARK, 1920, 1080"
    })
    void listsAreReadAndARowIsProvenByKeyboard(
            String language, Appearance.Theme theme, int width, int height) throws Exception {
        var name = "%s-%s-%d".formatted(language, theme.name().toLowerCase(), width);
        var stage = signedIn(name, language, theme, width, height);
        var screen = new OnScreen(stage);
        screen.shows("#waiting-approvals");
        go(stage, "people");
        screen.tabTo("#people-protection");
        screen.robot().type(KeyCode.SPACE);
        screen.shows("#due-table");
        assertThat(Toolkit.call(() -> table(stage, "#due-table").getItems().size())).isEqualTo(5);
        shoot(stage, "18-protection-due", name);
        tab(stage, 1);
        screen.shows("#holds-table");
        shoot(stage, "18-protection-holds", name);
        tab(stage, 2);
        screen.shows("#certificates-table");
        Toolkit.run(() -> table(stage, "#certificates-table").getSelectionModel().select(0));
        screen.shows("#certificate-details");
        Toolkit.settle();
        shoot(stage, "18-protection-certificates", name);
        tab(stage, 3);
        screen.shows("#retention-table");
        Toolkit.run(() -> table(stage, "#retention-table").getSelectionModel().select(0));
        Toolkit.run(() -> ((TextField) stage.getScene().lookup("#retention-years")).setText("1"));
        Toolkit.run(() ->
                ((javafx.scene.control.Button) stage.getScene().lookup("#retention-look")).fire());
        screen.shows("#retention-preview");
        Toolkit.settle();
        shoot(stage, "18-protection-retention", name);
        screen.robot().type(KeyCode.ESCAPE);
        screen.hides("#data-protection-tabs");
        journal(stage, screen, name);
        Toolkit.run(stage::close);
    }

    private static void journal(Stage stage, OnScreen screen, String name) throws Exception {
        go(stage, "journal");
        Toolkit.run(() -> table(stage, "#journal-rows").getSelectionModel().select(2));
        screen.shows("#journal-proof");
        Toolkit.settle();
        shoot(stage, "43-journal-proof", name);
        Toolkit.run(() -> ((TextField) screen.node("#journal-subject")).setText("person:3"));
        Toolkit.settle();
        assertThat(Toolkit.call(() -> table(stage, "#journal-rows").getItems().size()))
                .as("nothing without a reason")
                .isZero();
        shoot(stage, "42-journal-reason", name);
        Toolkit.run(() -> choose(screen));
        Toolkit.settle();
        OnScreen.until(() -> !table(stage, "#journal-rows").getItems().isEmpty());
        assertThat(Toolkit.call(() -> ((Labeled) screen.node("#journal-proof")) == null)).isTrue();
    }

    @SuppressWarnings("unchecked")
    private static void choose(OnScreen screen) {
        ((ComboBox<LookPurpose>) screen.node("#journal-purpose")).setValue(LookPurpose.AUDIT);
    }

    private static TableView<?> table(Stage stage, String id) {
        return (TableView<?>) stage.getScene().getRoot().lookup(id);
    }

    private static void tab(Stage stage, int tab) throws Exception {
        Toolkit.run(() ->
                ((TabPane) stage.getScene().getRoot().lookup("#data-protection-tabs"))
                        .getSelectionModel()
                        .select(tab));
        Toolkit.settle();
    }

    private static void go(Stage stage, String place) throws Exception {
        Toolkit.run(
                () -> ((ToggleButton) stage.getScene().getRoot().lookup("#go-" + place)).fire());
        Toolkit.settle();
    }

    private static Stage signedIn(
            String name, String language, Appearance.Theme theme, int width, int height)
            throws Exception {
        var settings = WorkstationSettings.read(folder.resolve(name));
        settings.keep(new WorkstationSettings.Values(language, theme, "", ""));
        var starter = new FakeStarter();
        starter.exists = true;
        var stage =
                Toolkit.call(() -> {
                    var made = new Stage();
                    made.setWidth(width);
                    made.setHeight(height);
                    new LodgeDesktop(
                                    made,
                                    settings,
                                    starter,
                                    _ -> starter.site.station,
                                    InstantSource.fixed(FakePeople.NOW))
                            .open();
                    made.setWidth(width);
                    made.setHeight(height);
                    return made;
                });
        Toolkit.settle();
        Toolkit.run(() -> {
            ((TextField) stage.getScene().getRoot().lookup("#sign-in-password"))
                    .setText(FakeSite.PASSWORD);
            ((javafx.scene.control.Button) stage.getScene().getRoot().lookup("#sign-in")).fire();
        });
        Toolkit.settle();
        return stage;
    }

    private static void shoot(Stage stage, String screen, String name) throws Exception {
        var image =
                Toolkit.call(() -> {
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                    return stage.getScene().snapshot(null);
                });
        ImageIO.write(
                SwingFXUtils.fromFXImage(image, null),
                "png",
                GALLERY.resolve(screen + "-" + name + ".png").toFile());
    }
}
