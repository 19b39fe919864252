package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.Devices;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.journal.Journal;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.Media;
import app.lodge.core.operators.Operators;
import app.lodge.core.overview.Overview;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.ImportRuns;
import app.lodge.core.people.People;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonnelImport;
import app.lodge.core.people.PersonnelImport.PreviewRow;
import app.lodge.core.people.PhotoState;
import app.lodge.core.people.Portraits;
import app.lodge.core.purse.Purses;
import app.lodge.core.search.Search;
import app.lodge.core.settings.Settings;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import app.lodge.core.work.Progress;
import app.lodge.desktop.people.PeopleView;
import app.lodge.desktop.people.PeopleViewModel;
import app.lodge.desktop.shell.DesktopWindow;
import app.lodge.desktop.shell.Dialogs;
import app.lodge.desktop.shell.FileDrop;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import app.lodge.personalization.faces.FaceFinder;
import app.lodge.personalization.photos.FolderPhoto;
import app.lodge.personalization.photos.PhotoFolder;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Photographs and personnel files on the real screens over the real books, by keyboard. Only the
/// system's own file chooser is answered by the test.
class PeopleFromFilesTest {

    private static final Actor CLERK = new Actor(1, "Clara", Role.ADMINISTRATOR, "desk-1");
    private static final KdfCost CHEAP = new KdfCost(8, 1, 1);

    @TempDir Path folder;

    private Site site;
    private OnScreen screen;
    private Path chosen;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @AfterAll
    static void closeWindows() {
        Toolkit.closeAll();
    }

    @BeforeEach
    void openSite() throws Exception {
        var home = new Home(folder.resolve("site"));
        Site.create(
                home,
                SiteSettings.of(
                        "Test site", Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin"), "en"),
                "Clara",
                "correct horse battery staple".toCharArray(),
                InstantSource.system(),
                CHEAP);
        site = Site.open(home, InstantSource.system(), CHEAP);
    }

    @AfterEach
    void close() throws Exception {
        Toolkit.run(screen.stage()::close);
        site.close();
    }

    @Test
    @Tag("ID-11")
    void aPhotographIsCutByKeyboardAndKeptAtTheTemplatesRatio() throws Exception {
        var person = enrolled();
        chosen = folder.resolve("three colours.png");
        // Red, green and blue side by side: what is kept shows where it was cut.
        var picture = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        for (var third = 0; third < 3; third++) {
            graphics.setColor(List.of(Color.RED, Color.GREEN, Color.BLUE).get(third));
            graphics.fillRect(third * 300, 0, 300, 600);
        }
        graphics.dispose();
        ImageIO.write(picture, "png", chosen.toFile());

        showPeople();
        screen.robot().write("Newman");
        OnScreen.until(() -> table("#people-table").getItems().size() == 1);
        screen.robot().type(KeyCode.DOWN);
        screen.says("#person-name", "Vera Newman");
        screen.tabTo("#person-photo");
        screen.robot().type(KeyCode.SPACE);
        screen.tabTo("#photo-area");
        screen.robot().type(KeyCode.MINUS, 10);
        screen.robot().type(KeyCode.LEFT, 35);
        screen.tabTo("#photo-keep");
        screen.robot().type(KeyCode.ENTER);
        OnScreen.until(() -> site.people().photo(CLERK, person).isPresent());

        var kept =
                ImageIO.read(
                        new ByteArrayInputStream(site.people().photo(CLERK, person).orElseThrow()));
        assertThat(kept.getHeight() * 35).isCloseTo(kept.getWidth() * 45, within(45));
        for (int x : List.of(3, kept.getWidth() / 2, kept.getWidth() - 4)) {
            var colour = new Color(kept.getRGB(x, kept.getHeight() / 2));
            assertThat(colour.getRed()).as("at " + x).isGreaterThan(200);
            assertThat(colour.getGreen()).as("at " + x).isLessThan(60);
        }
        screen.hides("#photo-area");
    }

    @Test
    @Tag("ID-11")
    void aFolderOfPhotographsIsMatchedShownCutAndKeptByKeyboard() throws Exception {
        var person = enrolled();
        chosen = Files.createDirectory(folder.resolve("pictures"));
        picture(chosen.resolve("Newman_Vera.png"));
        picture(chosen.resolve("holiday.png"));
        Files.writeString(chosen.resolve("%07d.jpg".formatted(99)), "no picture");

        showPeople();
        screen.tabTo("#people-photos");
        screen.robot().type(KeyCode.SPACE);
        screen.tabTo("#photo-folder-choose");
        screen.robot().type(KeyCode.SPACE);
        OnScreen.until(() -> screen.node("#photo-folder-rows") != null);
        OnScreen.until(() -> table("#photo-folder-rows").getItems().size() == 3);
        var seen = Toolkit.call(() -> words(screen.node("#photo-folder-rows")));
        assertThat(seen).contains("Newman, Vera", "0000001", "ready", "nobody’s");
        assertThat(site.people().photo(CLERK, person)).as("nothing is kept yet").isEmpty();

        screen.tabTo("#photo-folder-rows");
        screen.robot().type(KeyCode.DOWN, 3);
        screen.robot().type(KeyCode.HOME);
        while (!"Newman_Vera.png".equals(selectedFile())) {
            screen.strike(KeyCode.DOWN);
        }
        screen.robot().type(KeyCode.ENTER);
        screen.tabTo("#photo-area");
        screen.robot().type(KeyCode.MINUS, 5);
        screen.says("#photo-remarks", "366 pixels wide");
        screen.tabTo("#photo-keep");
        screen.robot().type(KeyCode.ENTER);
        screen.hides("#photo-area");
        OnScreen.until(() -> words(screen.node("#photo-folder-rows")).contains("366 pixels wide"));
        assertThat(site.people().photo(CLERK, person)).as("a cut keeps nothing").isEmpty();

        screen.tabTo("#photo-folder-keep");
        screen.robot().type(KeyCode.SPACE);
        OnScreen.until(() -> !site.portraits().history(CLERK, person).isEmpty());
        screen.says("#photo-folder-said", "1 photograph is kept. 2 files are left");
        screen.says("#photo-folder-said", "1 waits for approval.");
        assertThat(site.people().photo(CLERK, person)).as("nobody has seen it yet").isEmpty();
        var proposed = site.portraits().history(CLERK, person).getFirst().number();
        var kept =
                ImageIO.read(
                        new ByteArrayInputStream(
                                site.portraits().picture(CLERK, proposed).orElseThrow()));
        assertThat(kept.getWidth()).as("cut by hand").isEqualTo(366);
    }

    @Test
    @Tag("ID-11")
    void whatWaitsIsRejectedTakenBackAndApprovedByKeyboard() throws Exception {
        var person = enrolled();
        var picture = folder.resolve("Newman_Vera.png");
        picture(picture);
        var photos = new PhotoFolder(site.people(), site.portraits(), FaceFinder.none("a test"));
        photos.keep(
                CLERK,
                photos.look(CLERK, List.of(picture), Progress.unwatched()),
                Progress.unwatched());

        showPeople();
        screen.tabTo("#people-photo-review");
        screen.robot().type(KeyCode.SPACE);
        OnScreen.until(() -> screen.node("#photo-large") != null);
        OnScreen.until(() -> table("#photo-review-rows").getItems().size() == 1);
        screen.says("#photo-words", "from a folder");
        screen.tabTo("#photo-review-rows");
        looked();
        screen.robot().type(KeyCode.DELETE);
        OnScreen.until(() -> state(person) == PhotoState.REJECTED);
        OnScreen.until(() -> table("#photo-review-rows").getItems().isEmpty());

        screen.robot().press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        OnScreen.until(() -> state(person) == PhotoState.PROPOSED);
        OnScreen.until(() -> table("#photo-review-rows").getItems().size() == 1);
        looked();
        screen.robot().type(KeyCode.ENTER);
        OnScreen.until(() -> site.people().photo(CLERK, person).isPresent());
        OnScreen.until(() -> table("#photo-review-rows").getItems().isEmpty());
    }

    /// Nothing is decided before it is on the screen.
    private void looked() {
        OnScreen.until(() ->
                !((javafx.scene.layout.Pane) screen.node("#photo-large")).getChildren().isEmpty());
    }

    private PhotoState state(PersonId person) {
        return site.portraits().history(CLERK, person).getFirst().state();
    }

    @Test
    @Tag("ID-11")
    void aPictureDroppedOntoWhoeverIsChosenIsCutForThemAndAFolderIsMatched() throws Exception {
        enrolled();
        var pictures = Files.createDirectory(folder.resolve("pictures"));
        picture(pictures.resolve("any.png"));
        showPeople();
        screen.robot().write("Newman");
        OnScreen.until(() -> table("#people-table").getItems().size() == 1);
        drop(pictures.resolve("any.png"));
        screen.shows("#photo-folder-rows");
        screen.robot().type(KeyCode.ESCAPE);
        screen.hides("#photo-folder-rows");
        screen.tabTo("#people-query");
        screen.robot().type(KeyCode.DOWN);
        screen.says("#person-name", "Vera Newman");
        drop(pictures.resolve("any.png"));
        screen.shows("#photo-area");
        screen.robot().type(KeyCode.ESCAPE);
        screen.hides("#photo-area");
        drop(pictures);
        screen.shows("#photo-folder-rows");
    }

    private void drop(Path file) throws Exception {
        Toolkit.run(() -> FileDrop.drop(screen.node("#people-place"), List.of(file)));
    }

    private @org.jspecify.annotations.Nullable String selectedFile() throws Exception {
        return Toolkit.call(() ->
                table("#photo-folder-rows").getSelectionModel().getSelectedItem()
                                instanceof FolderPhoto photo
                        ? photo.name()
                        : null);
    }

    private static void picture(Path file) throws Exception {
        var picture = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.fillRect(0, 0, 900, 600);
        graphics.setColor(Color.DARK_GRAY);
        graphics.fillOval(330, 120, 240, 320);
        graphics.dispose();
        ImageIO.write(picture, "png", file.toFile());
    }

    @Test
    @Tag("ID-04")
    void theShippedFileIsMappedShownWithItsSevenFaultsAndWritten() throws Exception {
        chosen = folder.resolve("example-personnel.csv");
        try (var shipped = People.class.getResourceAsStream("example-personnel.csv")) {
            Files.copy(shipped, chosen);
        }
        showPeople();
        screen.tabTo("#people-import");
        screen.robot().type(KeyCode.SPACE);
        screen.tabTo("#import-choose");
        screen.robot().type(KeyCode.SPACE);

        screen.shows("#import-field-12");
        assertThat(fields()).hasSize(12).doesNotContain("", (String) null).doesNotHaveDuplicates();
        screen.tabTo("#import-look");
        screen.robot().type(KeyCode.SPACE);

        screen.shows("#import-rows");
        OnScreen.until(() -> table("#import-rows").getItems().size() == 7);
        var rows =
                Toolkit.call(() ->
                        table("#import-rows").getItems().stream()
                                .map(PreviewRow.class::cast)
                                .toList());
        assertThat(rows.stream().map(PreviewRow::row))
                .containsExactly(87, 214, 342, 468, 591, 723, 888);
        var seen = Toolkit.call(() -> words(screen.node("#import-rows")));
        assertThat(seen).contains("87", "Family name", "Date of birth", "E-mail", "Personnel no.");
        assertThat(seen).contains("Country", "Street");
        assertThat(site.people().count(CLERK, "")).as("nothing is written yet").isZero();

        screen.tabTo("#import-apply");
        screen.robot().type(KeyCode.SPACE);
        screen.shows("#import-result");
        screen.says("#import-result", "993");
        assertThat(site.people().count(CLERK, "")).isEqualTo(993);
        assertThat(site.personnelImport().mappings(CLERK)).hasSize(1);
    }

    @Test
    @Tag("ID-05")
    void anImportIsTakenBackFromItsLastStep() throws Exception {
        chosen = folder.resolve("three.csv");
        Files.writeString(
                chosen, "Personnel no.,Family name,First name\n1,One,A\n2,Two,B\n3,Three,C\n");
        showPeople();
        assertThat(screen.node("#people-undo-import").isVisible()).isFalse();
        screen.tabTo("#people-import");
        screen.robot().type(KeyCode.SPACE);
        screen.tabTo("#import-choose");
        screen.robot().type(KeyCode.SPACE);
        screen.tabTo("#import-look");
        screen.robot().type(KeyCode.SPACE);
        screen.tabTo("#import-apply");
        screen.robot().type(KeyCode.SPACE);
        screen.shows("#import-result");
        assertThat(site.people().count(CLERK, "")).isEqualTo(3);
        screen.shows("#import-undo");
        screen.tabTo("#import-undo");
        screen.robot().type(KeyCode.SPACE);
        OnScreen.until(() -> site.people().count(CLERK, "") == 0);
        OnScreen.until(() -> !screen.node("#people-undo-import").isVisible());
        assertThat(site.importRuns().runs(CLERK, 1).getFirst().undoneAt()).isNotNull();
    }

    private static org.assertj.core.data.Offset<Integer> within(int pixels) {
        return org.assertj.core.data.Offset.offset(pixels);
    }

    private PersonId enrolled() {
        var outcome =
                site.people()
                        .enrol(
                                CLERK,
                                RequestId.fresh(),
                                PersonDetails.named("Vera", "Newman"),
                                EnrolOutcome.Duplicates.ACCEPTED);
        return ((EnrolOutcome.Enrolled) outcome).person().id();
    }

    private void showPeople() throws Exception {
        var stage =
                Toolkit.call(() -> {
                    var made = new Stage();
                    var window = new DesktopWindow(made, "en");
                    var model = new PeopleViewModel(session(window), NoPhotoDesk.desk());
                    window.front(kit -> {
                        var view = new PeopleView(kit, model);
                        view.shown();
                        return (Parent) view.node();
                    });
                    window.show();
                    made.requestFocus();
                    return made;
                });
        screen = new OnScreen(stage);
        screen.tabTo("#people-query");
    }

    private Session session(DesktopWindow window) {
        var doors =
                NearDoors.of(
                        Map.ofEntries(
                                Map.entry(People.class, site.people()),
                                Map.entry(PersonnelImport.class, site.personnelImport()),
                                Map.entry(Portraits.class, site.portraits()),
                                Map.entry(ImportRuns.class, site.importRuns()),
                                Map.entry(Accounts.class, site.accounts()),
                                Map.entry(Media.class, site.media()),
                                Map.entry(Purses.class, site.purses()),
                                Map.entry(CardJobs.class, site.cardJobs()),
                                Map.entry(CardKeys.class, site.cardKeys()),
                                Map.entry(EncodingPlans.class, site.encodingPlans()),
                                Map.entry(Devices.class, site.devices()),
                                Map.entry(Journal.class, site.journal()),
                                Map.entry(Operators.class, site.operators()),
                                Map.entry(Settings.class, site.settings()),
                                Map.entry(Overview.class, site.overview()),
                                Map.entry(Search.class, site.search())));
        return new Session(
                doors,
                CLERK,
                site.settings().site(CLERK),
                window.background(),
                new Chooser(),
                window.notices(),
                new ShellViewModel(CLERK),
                InstantSource.system());
    }

    private TableView<?> table(String id) {
        return (TableView<?>) screen.node(id);
    }

    private List<String> fields() throws Exception {
        return Toolkit.call(() -> {
            var fields = new java.util.ArrayList<String>();
            for (int column = 1; screen.node("#import-field-" + column) != null; column++) {
                fields.add(
                        String.valueOf(
                                ((ComboBox<?>) screen.node("#import-field-" + column)).getValue()));
            }
            return fields;
        });
    }

    private static String words(Node node) {
        var own = node instanceof Labeled labeled ? String.valueOf(labeled.getText()) : "";
        return node instanceof Parent parent
                ? own
                        + parent.getChildrenUnmodifiable().stream()
                                .map(PeopleFromFilesTest::words)
                                .collect(Collectors.joining("\n"))
                : own;
    }

    /// Chooses what the test wants.
    private final class Chooser implements Dialogs {
        @Override
        public void confirm(Message title, Message body, String actionKey, Runnable action) {
            action.run();
        }

        @Override
        public Optional<Path> chooseFile(String titleKey, String kindKey, List<String> patterns) {
            return Optional.of(chosen);
        }

        @Override
        public Optional<Path> chooseFolder(String titleKey) {
            return Optional.of(chosen);
        }

        @Override
        public Optional<Path> chooseTarget(String titleKey, String suggestedName) {
            return Optional.empty();
        }
    }
}
