package app.lodge.desktop;

import app.lodge.core.people.PersonId;
import app.lodge.desktop.shell.Appearance;
import app.lodge.desktop.shell.WorkstationSettings;
import app.lodge.desktop.shell.Zoom;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Draws every screen in every language into `target/gallery`, and fails where a label is cut, a sheet
/// scrolls without need, a key has no text, or a control has no name to be spoken.
///
/// `-Dgallery=all` draws every language in every theme and size, which is for looking at them;
/// `-Dgallery=devices` draws one part only, `-Dwalk=de-dark` those walks only, `-Dzoom=150` larger.
@Tag("ID-49")
class GalleryTest {

    @TempDir static Path folder;

    private final LyingCard card = new LyingCard();

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @AfterAll
    static void closeWindows() {
        Toolkit.closeAll();
    }

    /// Each language in one theme and size at least, each theme and size in one language at least.
    private static final List<Walk> WALKS =
            List.of(
                    new Walk("en", Appearance.Theme.LIGHT, 1280),
                    new Walk("en", Appearance.Theme.DARK, 1920),
                    new Walk("de", Appearance.Theme.DARK, 1280),
                    new Walk("de", Appearance.Theme.LIGHT, 1920),
                    new Walk("fr", Appearance.Theme.LIGHT, 1280),
                    new Walk("hr", Appearance.Theme.LIGHT, 1280),
                    new Walk("pl", Appearance.Theme.DARK, 1280),
                    new Walk("zh", Appearance.Theme.LIGHT, 1280));

    private record Walk(String language, Appearance.Theme theme, int width) {

        String prefix() {
            return "%s-%s-%d".formatted(language, theme.name().toLowerCase(Locale.ROOT), width);
        }

        int height() {
            return width == 1280 ? 800 : 1080;
        }
    }

    static Stream<Walk> walks() {
        var walks = "all".equals(System.getProperty("gallery")) ? everyWalk() : WALKS.stream();
        return walks.filter(walk -> walk.prefix().contains(System.getProperty("walk", "")));
    }

    private static Stream<Walk> everyWalk() {
        return Stream.of("en", "de", "fr", "hr", "pl", "zh")
                .flatMap(language ->
                        Stream.of(Appearance.Theme.LIGHT, Appearance.Theme.DARK)
                                .flatMap(theme ->
                                        Stream.of(1280, 1920)
                                                .map(width -> new Walk(language, theme, width))));
    }

    @ParameterizedTest
    @MethodSource("walks")
    void everyScreenIsWhole(Walk walk) throws Exception {
        try (var album = new Album()) {
            walk(walk, album);
            album.allWhole();
        }
    }

    private void walk(Walk walk, Album album) throws Exception {
        var name = walk.prefix();
        var settings = WorkstationSettings.read(folder.resolve(name));
        var values = new WorkstationSettings.Values(walk.language(), walk.theme(), "", "");
        settings.keep(values.withZoom(Integer.getInteger("zoom", Zoom.NORMAL)));
        var starter = new FakeStarter();
        starter.site.media.leaveOpen(new PersonId(5));
        starter.site.selfService.family(new PersonId(14));
        starter.exists = false;
        welcome(new Drawing(open(starter, settings, walk), name, album));
        starter.exists = true;
        var stage = open(starter, settings, walk);
        signIn(new Drawing(stage, name, album));
        var parts = parts(stage, name, album, starter.site);
        var wanted = parts.get(System.getProperty("gallery", ""));
        if (wanted == null) {
            for (var part : parts.values()) {
                part.draw();
            }
        } else {
            wanted.draw();
        }
        Toolkit.run(stage::close);
    }

    @FunctionalInterface
    private interface Part {
        void draw() throws Exception;
    }

    /// In the order of a walk through all; each also begins from the start page.
    private static Map<String, Part> parts(Stage stage, String name, Album album, FakeSite site) {
        var people = new PeoplePictures(stage, name, album);
        var cards = new CardPictures(stage, name, album);
        var stock = new StockPictures(stage, name, album);
        var accounts = new AccountPictures(stage, name, album);
        var finance = new FinancePictures(stage, name, album);
        var field = new FieldPictures(stage, name, album);
        var journal = new JournalPictures(stage, name, album);
        var settings = new SitePictures(stage, name, album);
        var parts = new LinkedHashMap<String, Part>();
        parts.put("people", people::people);
        parts.put("cards", () -> cards.cards(site));
        parts.put("queue", () -> cards.queue(site));
        parts.put("media", () -> cards.media(site));
        parts.put("stock", stock::stock);
        parts.put("purses", () -> stock.purses(site));
        parts.put("accounts", accounts::standing);
        parts.put("finance", finance::finance);
        parts.put("money", accounts::money);
        parts.put("devices", field::devices);
        parts.put("rollouts", field::rollouts);
        parts.put("watch", field::watch);
        parts.put("rights", field::rights);
        parts.put("design", new DesignPictures(stage, name, album)::design);
        parts.put("journal", journal::journal);
        parts.put("reports", journal::reports);
        parts.put("settings", settings::whole);
        parts.put("plans", settings::plans);
        parts.put("search", settings::search);
        return parts;
    }

    private static void welcome(Drawing on) throws Exception {
        on.shoot("01-welcome");
        on.press("#welcome-create");
        on.press("#create-do");
        on.shoot("02-create-site");
        on.close();
    }

    private static void signIn(Drawing on) throws Exception {
        on.shoot("03-sign-in");
        on.press("#sign-in-card");
        on.shoot("03-sign-in-by-card");
        on.press("#sign-in-no-card");
        on.type("#sign-in-password", "wrong password");
        on.press("#sign-in");
        on.shoot("04-refused");
        OnScreen.until(() -> !on.find("#sign-in").isDisabled());
        on.type("#sign-in-password", FakeSite.PASSWORD);
        on.press("#sign-in");
        on.shoot("05-start");
    }

    private Stage open(FakeStarter starter, WorkstationSettings settings, Walk walk)
            throws Exception {
        var stage =
                Toolkit.call(() -> {
                    var made = new Stage();
                    made.setWidth(walk.width());
                    made.setHeight(walk.height());
                    new LodgeDesktop(
                                    made,
                                    settings,
                                    starter,
                                    _ -> starter.site.station,
                                    card,
                                    InstantSource.fixed(FakePeople.NOW))
                            .open();
                    made.setWidth(walk.width());
                    made.setHeight(walk.height());
                    return made;
                });
        Toolkit.settle();
        return stage;
    }
}
