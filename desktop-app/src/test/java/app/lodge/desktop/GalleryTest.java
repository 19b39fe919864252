package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.desktop.shell.Appearance;
import app.lodge.desktop.shell.WorkstationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Draws every screen in every language into `target/gallery`, and fails where a label is cut, a sheet
/// scrolls without need, a key has no text, or a control has no name to be spoken.
@Tag("ID-49")
class GalleryTest {

    private static final Path GALLERY = Path.of("target", "gallery");

    @TempDir static Path folder;

    /// Writes the pictures while the next screen is drawn.
    private static final ExecutorService PICTURES = Executors.newSingleThreadExecutor();

    private final List<Future<Boolean>> written = new ArrayList<>();

    private final Set<String> faults = new TreeSet<>();

    @BeforeAll
    static void startToolkit() throws IOException {
        Toolkit.start();
        Files.createDirectories(GALLERY);
    }

    @AfterEach
    void waitForThePictures() throws Exception {
        for (var picture : written) {
            assertThat(picture.get()).isTrue();
        }
    }

    @AfterAll
    static void closeWindows() {
        PICTURES.shutdown();
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

    /// With `-Dgallery=all` every language in every theme and size, which is for looking at them.
    static Stream<Walk> walks() {
        return "all".equals(System.getProperty("gallery"))
                ? Stream.of("en", "de", "fr", "hr", "pl", "zh")
                        .flatMap(language ->
                                Stream.of(Appearance.Theme.LIGHT, Appearance.Theme.DARK)
                                        .flatMap(theme ->
                                                Stream.of(1280, 1920)
                                                        .map(width ->
                                                                new Walk(language, theme, width))))
                : WALKS.stream();
    }

    @ParameterizedTest
    @MethodSource("walks")
    void everyScreenIsWhole(Walk walk) throws Exception {
        walk(walk);
        assertThat(faults).isEmpty();
    }

    private void walk(Walk walk) throws Exception {
        var name = walk.prefix();
        var settings = WorkstationSettings.read(folder.resolve(name));
        settings.keep(new WorkstationSettings.Values(walk.language(), walk.theme(), "", ""));
        var starter = new FakeStarter();
        starter.site.media.leaveOpen(new app.lodge.core.people.PersonId(5));
        starter.exists = false;
        var stage = open(starter, settings, walk.width(), walk.height());
        shoot(stage, name, "01-welcome");
        press(stage, "#welcome-create");
        press(stage, "#create-do");
        shoot(stage, name, "02-create-site");
        close(stage);
        starter.exists = true;
        stage = open(starter, settings, walk.width(), walk.height());
        shoot(stage, name, "03-sign-in");
        press(stage, "#sign-in-card");
        shoot(stage, name, "03-sign-in-by-card");
        press(stage, "#sign-in-no-card");
        var shown = stage;
        Toolkit.run(() -> {
            ((TextField) find(shown, "#sign-in-password")).setText("wrong password");
            ((Button) find(shown, "#sign-in")).fire();
        });
        Toolkit.settle();
        shoot(stage, name, "04-refused");
        OnScreen.until(() -> !find(shown, "#sign-in").isDisabled());
        Toolkit.run(() -> {
            ((TextField) find(shown, "#sign-in-password")).setText(FakeSite.PASSWORD);
            ((Button) find(shown, "#sign-in")).fire();
        });
        Toolkit.settle();
        shoot(stage, name, "05-start");
        if ("cards".equals(System.getProperty("gallery"))) {
            cards(stage, name);
            close(stage);
            return;
        }
        if ("design".equals(System.getProperty("gallery"))) {
            design(stage, name);
            close(stage);
            return;
        }
        if ("stock".equals(System.getProperty("gallery"))) {
            stock(stage, name);
            close(stage);
            return;
        }
        if ("purses".equals(System.getProperty("gallery"))) {
            purses(stage, name, starter.site);
            close(stage);
            return;
        }
        if ("rights".equals(System.getProperty("gallery"))) {
            rights(stage, name);
            close(stage);
            return;
        }
        if ("devices".equals(System.getProperty("gallery"))) {
            devices(stage, name);
            close(stage);
            return;
        }
        if ("watch".equals(System.getProperty("gallery"))) {
            watch(stage, name);
            close(stage);
            return;
        }
        if ("money".equals(System.getProperty("gallery"))) {
            money(stage, name); // -Dgallery=money draws these only
            close(stage);
            return;
        }
        people(stage, name);
        cards(stage, name);
        stock(stage, name);
        purses(stage, name, starter.site);
        accounts(stage, name);
        cash(stage, name);
        finance(stage, name);
        money(stage, name);
        devices(stage, name);
        watch(stage, name);
        rights(stage, name);
        design(stage, name);
        go(stage, "journal");
        press(stage, "#journal-verify");
        shoot(stage, name, "40-journal");
        Toolkit.run(
                () -> ((TableView<?>) find(shown, "#journal-rows")).getSelectionModel().select(2));
        Toolkit.settle();
        shoot(stage, name, "43-journal-proof");
        Toolkit.run(() -> ((TextField) find(shown, "#journal-subject")).setText("person:3"));
        Toolkit.settle();
        shoot(stage, name, "42-journal-reason");
        Toolkit.run(() -> ((TextField) find(shown, "#journal-subject")).setText(""));
        Toolkit.run(() -> ((TabPane) find(shown, "#journal-tabs")).getSelectionModel().select(1));
        press(stage, "#journal-seal");
        press(stage, "#conservation-again");
        shoot(stage, name, "41-seals");
        go(stage, "reports");
        shoot(stage, name, "50-reports");
        press(stage, "#report-show");
        shoot(stage, name, "51-report");
        tab(stage, "#reports-tabs", 1);
        Toolkit.run(
                () -> ((TableView<?>) find(shown, "#exports-table")).getSelectionModel().select(1));
        Toolkit.settle();
        shoot(stage, name, "52-exports");
        press(stage, "#export-change");
        shoot(stage, name, "53-export");
        press(stage, "#sheet-cancel");
        go(stage, "settings");
        shoot(stage, name, "60-settings");
        press(stage, "#operator-assign-2");
        shoot(stage, name, "61-settings-assign");
        press(stage, "#sheet-cancel");
        ceremony(stage, name);
        press(stage, "#role-edit-1");
        shoot(stage, name, "62-settings-role");
        press(stage, "#sheet-cancel");
        press(stage, "#operator-add");
        shoot(stage, name, "61-operator");
        press(stage, "#sheet-cancel");
        press(stage, "#search-open");
        Toolkit.run(() -> ((TextField) find(shown, "#search-text")).setText("an"));
        Toolkit.settle();
        shoot(stage, name, "70-search");
        close(stage);
    }

    /// A ceremony from its first page to its transcript.
    private void ceremony(Stage stage, String name) throws Exception {
        press(stage, "#card-keys-ceremony");
        shoot(stage, name, "63-ceremony-custodians");
        press(stage, "#ceremony-begin");
        press(stage, "#ceremony-show");
        shoot(stage, name, "64-ceremony-share");
        for (int share = 1; share < 3; share++) {
            press(stage, "#ceremony-hide");
            press(stage, "#ceremony-show");
        }
        press(stage, "#ceremony-hide");
        press(stage, "#ceremony-type");
        shoot(stage, name, "65-ceremony-typed");
        press(stage, "#ceremony-type");
        press(stage, "#ceremony-rehearse");
        shoot(stage, name, "66-ceremony-rehearsed");
        press(stage, "#ceremony-finish");
        shoot(stage, name, "67-ceremony-finished");
        press(stage, "#sheet-close");
    }

    private final LyingCard card = new LyingCard();

    private void people(Stage stage, String name) throws Exception {
        go(stage, "people");
        shoot(stage, name, "10-people");
        Toolkit.run(
                () -> ((TableView<?>) find(stage, "#people-table")).getSelectionModel().select(3));
        Toolkit.settle();
        shoot(stage, name, "11-person");
        press(stage, "#person-privacy");
        shoot(stage, name, "15-privacy");
        scrollDown(stage);
        shoot(stage, name, "16-privacy-erase");
        Toolkit.run(() -> ((TextField) find(stage, "#privacy-erase-typed")).setText("14"));
        press(stage, "#privacy-erase-do");
        shoot(stage, name, "17-erased");
        press(stage, "#sheet-cancel");
        protection(stage, name);
        press(stage, "#people-enrol");
        press(stage, "#person-save");
        shoot(stage, name, "12-enrol-problem");
        Toolkit.run(() -> {
            ((TextField) find(stage, "#person-given-name")).setText("Ana");
            ((TextField) find(stage, "#person-family-name")).setText("Kovačić");
        });
        press(stage, "#person-save");
        shoot(stage, name, "13-duplicate");
        press(stage, "#sheet-cancel");
        press(stage, "#people-import");
        shoot(stage, name, "14-import");
        press(stage, "#sheet-cancel");
    }

    private void protection(Stage stage, String name) throws Exception {
        press(stage, "#people-protection");
        for (var tab = 0; tab < 4; tab++) {
            var chosen = tab;
            Toolkit.run(() ->
                    ((TabPane) find(stage, "#data-protection-tabs"))
                            .getSelectionModel()
                            .select(chosen));
            Toolkit.settle();
            if (tab == 2) {
                Toolkit.run(() ->
                        ((TableView<?>) find(stage, "#certificates-table"))
                                .getSelectionModel()
                                .select(0));
                Toolkit.settle();
            }
            if (tab == 3) {
                Toolkit.run(() ->
                        ((TableView<?>) find(stage, "#retention-table"))
                                .getSelectionModel()
                                .select(0));
                press(stage, "#retention-look");
            }
            shoot(stage, name, "18-protection-" + (tab + 1));
        }
        press(stage, "#data-protection-close");
    }

    private static void scrollDown(Stage stage) throws Exception {
        Toolkit.run(() -> {
            if (stage.getScene().getRoot().lookup(".sheet-body")
                    instanceof javafx.scene.control.ScrollPane body) {
                body.setVvalue(1);
            }
        });
        Toolkit.settle();
    }

    private void cards(Stage stage, String name) throws Exception {
        go(stage, "card_desk");
        shoot(stage, name, "20-card-desk");
        Toolkit.run(() ->
                ((ListView<?>) find(stage, "#carddesk-people")).getSelectionModel().select(9));
        Toolkit.settle();
        shoot(stage, name, "21-card");
        press(stage, "#issue-card");
        shoot(stage, name, "22-issued");
        var lock =
                all(stage.getScene().getRoot(), new ArrayList<>()).stream()
                        .filter(n -> n.getId() != null && n.getId().startsWith("medium-"))
                        .findFirst()
                        .orElseThrow();
        press(stage, "#" + lock.getId());
        shoot(stage, name, "23-block");
        press(stage, "#block-do");
        shoot(stage, name, "24-blocked");
        press(stage, "#sheet-cancel");
        press(stage, "#carddesk-look");
        shoot(stage, name, "25-what-is-this-card");
        press(stage, "#sheet-close");
        contactKeys(stage, name);
        press(stage, "#flow-lost");
        shoot(stage, name, "26-lost");
        press(stage, "#flow-next");
        shoot(stage, name, "27-replaced");
        press(stage, "#flow-next");
        press(stage, "#flow-returned");
        shoot(stage, name, "28-returned");
        press(stage, "#flow-next");
        press(stage, "#flow-lend");
        shoot(stage, name, "29-lent");
        press(stage, "#flow-next");
        press(stage, "#carddesk-nameless");
        shoot(stage, name, "29a-without-a-name");
    }

    private void stock(Stage stage, String name) throws Exception {
        go(stage, "stock");
        Toolkit.run(
                () -> ((TableView<?>) find(stage, "#stock-table")).getSelectionModel().select(0));
        Toolkit.settle();
        shoot(stage, name, "s1-stock");
        sheet(stage, name, "#stock-receive", "s2-receive", "#receive-do");
        sheet(stage, name, "#stock-prepare", "s3-prepare", "#prepare-start");
        sheet(stage, name, "#stock-hand-over", "s4-hand-over", "");
        sheet(stage, name, "#stock-write-off", "s5-write-off", "");
        sheet(stage, name, "#stock-count", "s6-count", "");
        sheet(stage, name, "#stock-order", "s7-order", "#order-save");
        tab(stage, "#stock-tabs", 1);
        Toolkit.run(
                () -> ((TableView<?>) find(stage, "#stock-orders")).getSelectionModel().select(0));
        Toolkit.settle();
        shoot(stage, name, "s8-orders");
        sheet(stage, name, "#order-stage", "s9-stage", "");
        sheet(stage, name, "#order-rules", "sa-rules", "");
        tab(stage, "#stock-tabs", 2);
        shoot(stage, name, "sb-bad");
        tab(stage, "#stock-tabs", 3);
        shoot(stage, name, "sc-movements");
        tab(stage, "#stock-tabs", 4);
        shoot(stage, name, "sd-kinds");
        sheet(stage, name, "#place-add", "se-place", "#place-save");
        sheet(stage, name, "#blank-add", "sf-blank", "");
    }

    /// @param also pressed in the sheet before the picture; empty for nothing
    private void sheet(Stage stage, String name, String button, String picture, String also)
            throws Exception {
        press(stage, button);
        if (!also.isEmpty()) {
            press(stage, also);
        }
        shoot(stage, name, picture);
        Toolkit.run(() -> {
            if (stage.getScene().getRoot().lookup("#sheet-close") instanceof Button still) {
                still.fire();
            }
        });
        Toolkit.settle();
    }

    private void purses(Stage stage, String name, FakeSite site) throws Exception {
        go(stage, "card_desk");
        var before = site.station.lying;
        site.station.lying = PurseAtTheDeskTest.anas();
        var uid = site.station.lying.seen().uid().orElseThrow();
        site.station.purse = site.purses.look(uid);
        site.station.visit = site.purses.done(uid, 500);
        press(stage, "#carddesk-look");
        shoot(stage, name, "29a-purse");
        press(stage, "#purse-give-back-3");
        shoot(stage, name, "29b-purse-refund");
        press(stage, "#purse-refund-cancel");
        Toolkit.run(() -> ((TextField) find(stage, "#purse-amount")).setText("5"));
        press(stage, "#purse-load-cash");
        shoot(stage, name, "29c-purse-receipt");
        press(stage, "#sheet-close");
        site.station.lying = before;
        site.station.purse = null;
        press(stage, "#carddesk-purse-alarms");
        shoot(stage, name, "29d-purse-alarms");
        press(stage, "#sheet-close");
        Toolkit.run(() -> ((TextField) find(stage, "#carddesk-query")).setText("ana"));
        Toolkit.settle();
        Toolkit.run(() ->
                ((ListView<?>) find(stage, "#carddesk-people")).getSelectionModel().select(0));
        Toolkit.settle();
        press(stage, "#purse-11");
        shoot(stage, name, "29e-purse-file");
        press(stage, "#sheet-close");
        Toolkit.run(() -> ((TextField) find(stage, "#carddesk-query")).setText(""));
        Toolkit.settle();
    }

    private void design(Stage stage, String name) throws Exception {
        go(stage, "design");
        shoot(stage, name, "80-layouts");
        press(stage, "#layouts-use");
        shoot(stage, name, "81-layouts-use");
        press(stage, "#sheet-close");
        press(stage, "#layout-copy-student");
        press(stage, "#layout-begin");
        shoot(stage, name, "82-layout-new");
        press(stage, "#sheet-cancel");
        press(stage, "#layout-edit-student");
        Toolkit.settle();
        shoot(stage, name, "83-design");
        Toolkit.run(() ->
                ((ListView<?>) find(stage, "#designer-layers")).getSelectionModel().select(6));
        Toolkit.settle();
        shoot(stage, name, "84-design-text");
        Toolkit.run(() -> ((TextField) find(stage, "#designer-width")).setText("8"));
        Toolkit.settle();
        shoot(stage, name, "85-design-remarks");
        press(stage, "#designer-undo");
        press(stage, "#designer-turn-over");
        shoot(stage, name, "86-design-back");
        press(stage, "#designer-back");
    }

    private void contactKeys(Stage stage, String name) throws Exception {
        readAt(stage, 3);
        press(stage, "#carddesk-look");
        shoot(stage, name, "26-contact-key");
        scrollDown(stage);
        shoot(stage, name, "27-contact-key-form");
        press(stage, "#sheet-close");
        readAt(stage, 4);
        press(stage, "#carddesk-look");
        shoot(stage, name, "28-station-log");
        press(stage, "#sheet-close");
        readAt(stage, 0);
    }

    private void readAt(Stage stage, int reader) throws Exception {
        Toolkit.run(() ->
                ((ComboBox<?>) find(stage, "#station-reader")).getSelectionModel().select(reader));
        Toolkit.settle();
    }

    private void accounts(Stage stage, String name) throws Exception {
        go(stage, "accounts");
        Toolkit.run(
                () -> ((ListView<?>) find(stage, "#accounts-hits")).getSelectionModel().select(2));
        Toolkit.settle();
        shoot(stage, name, "30-account");
        press(stage, "#account-top-up");
        Toolkit.run(() -> ((TextField) find(stage, "#top-up-amount")).setText("zwölf"));
        press(stage, "#top-up-take");
        shoot(stage, name, "31-top-up");
        Toolkit.run(() -> ((TextField) find(stage, "#top-up-amount")).setText("12,50"));
        press(stage, "#top-up-take");
        shoot(stage, name, "32-receipt");
        press(stage, "#receipt-done");
    }

    private void money(Stage stage, String name) throws Exception {
        go(stage, "accounts");
        Toolkit.run(
                () -> ((ListView<?>) find(stage, "#accounts-hits")).getSelectionModel().select(3));
        Toolkit.settle();
        Toolkit.run(() ->
                ((javafx.scene.control.ToggleButton) find(stage, "#movements-filter")).fire());
        Toolkit.settle();
        shoot(stage, name, "90-movements-filtered");
        Toolkit.run(() ->
                ((javafx.scene.control.ToggleButton) find(stage, "#movements-filter")).fire());
        openMovement(stage, 6);
        shoot(stage, name, "91-posting-top-up");
        press(stage, "#posting-done");
        openMovement(stage, 2);
        shoot(stage, name, "92-posting-purchase");
        press(stage, "#posting-refund");
        shoot(stage, name, "93-refund");
        press(stage, "#sheet-cancel");
        choose(stage, "account-transfer");
        Toolkit.run(() -> {
            ((TextField) find(stage, "#move-to")).setText("9");
            ((TextField) find(stage, "#move-amount")).setText("30");
        });
        press(stage, "#move-do");
        press(stage, "#move-do");
        shoot(stage, name, "94-transfer");
        press(stage, "#sheet-cancel");
        choose(stage, "account-correct");
        shoot(stage, name, "95-correction");
        press(stage, "#sheet-cancel");
        choose(stage, "account-close");
        shoot(stage, name, "96-close-account");
        press(stage, "#sheet-cancel");
        choose(stage, "account-limits");
        shoot(stage, name, "97-limits");
        press(stage, "#sheet-cancel");
        go(stage, "bookkeeping");
        Toolkit.run(
                () -> ((TableView<?>) find(stage, "#months-table")).getSelectionModel().select(1));
        Toolkit.settle();
        shoot(stage, name, "98-months");
        for (int tab = 1; tab < 4; tab++) {
            int chosen = tab;
            Toolkit.run(() ->
                    ((TabPane) find(stage, "#bookkeeping-tabs"))
                            .getSelectionModel()
                            .select(chosen));
            Toolkit.settle();
            shoot(stage, name, "99-bookkeeping-" + tab);
        }
    }

    private static void openMovement(Stage stage, int row) throws Exception {
        var movements = (TableView<?>) find(stage, "#account-movements");
        Toolkit.run(() -> {
            movements.getSelectionModel().clearAndSelect(row);
            movements.fireEvent(
                    new javafx.scene.input.KeyEvent(
                            javafx.scene.input.KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            javafx.scene.input.KeyCode.ENTER,
                            false,
                            false,
                            false,
                            false));
        });
        Toolkit.settle();
    }

    /// From the account's menu.
    private static void choose(Stage stage, String id) throws Exception {
        Toolkit.run(() ->
                ((javafx.scene.control.MenuButton) find(stage, "#account-more"))
                        .getItems().stream()
                                .filter(item -> id.equals(item.getId()))
                                .findFirst()
                                .orElseThrow()
                                .fire());
        Toolkit.settle();
    }

    private void cash(Stage stage, String name) throws Exception {
        press(stage, "#account-pay-out");
        Toolkit.run(() -> ((TextField) find(stage, "#pay-out-amount")).setText("250"));
        shoot(stage, name, "33-pay-out");
        press(stage, "#pay-out-do");
        Toolkit.run(() -> {
            ((TextField) find(stage, "#second-person-name")).setText("Jonas");
            ((TextField) find(stage, "#second-person-password")).setText("wrong password");
        });
        press(stage, "#second-person-approve");
        press(stage, "#second-person-ask");
        shoot(stage, name, "34-second-person");
        Toolkit.run(() -> {
            ((TextField) find(stage, "#second-person-password")).setText(FakeSite.PASSWORD);
        });
        press(stage, "#second-person-approve");
        go(stage, "cash_desk");
        shoot(stage, name, "80-cash-desk-none");
        press(stage, "#cash-desk-open");
        Toolkit.run(() -> ((TextField) find(stage, "#cash-count-5000")).setText("3"));
        shoot(stage, name, "81-cash-count");
        press(stage, "#cash-count-do");
        shoot(stage, name, "82-cash-desk");
        press(stage, "#cash-desk-transit");
        Toolkit.run(() -> ((TextField) find(stage, "#cash-transit-amount")).setText("900"));
        press(stage, "#cash-transit-do");
        shoot(stage, name, "83-cash-transit");
        press(stage, "#sheet-cancel");
        press(stage, "#cash-desk-close");
        Toolkit.run(() -> ((TextField) find(stage, "#cash-count-10000")).setText("2"));
        press(stage, "#cash-count-do");
        shoot(stage, name, "84-cash-close");
        Toolkit.run(() ->
                ((javafx.scene.control.ComboBox<?>) find(stage, "#cash-count-cause"))
                        .getSelectionModel()
                        .select(1));
        press(stage, "#cash-count-do");
        shoot(stage, name, "85-cash-closed");
        press(stage, "#cash-closing-done");
        go(stage, "approvals");
        Toolkit.run(() ->
                ((TableView<?>) find(stage, "#approvals-table")).getSelectionModel().select(0));
        Toolkit.settle();
        shoot(stage, name, "86-approvals");
        press(stage, "#approvals-approve");
    }

    private void finance(Stage stage, String name) throws Exception {
        go(stage, "finance");
        shoot(stage, name, "90-cost-centres");
        press(stage, "#centre-add");
        press(stage, "#centre-save");
        shoot(stage, name, "91-cost-centre");
        press(stage, "#sheet-cancel");
        press(stage, "#budget-add");
        Toolkit.run(() -> ((TextField) find(stage, "#budget-form-person")).setText("an"));
        Toolkit.settle();
        press(stage, "#budget-save");
        shoot(stage, name, "92-budget");
        press(stage, "#sheet-cancel");
        press(stage, "#link-add");
        shoot(stage, name, "93-who-may-charge");
        press(stage, "#sheet-cancel");
        tab(stage, "#finance-tabs", 1);
        Toolkit.run(
                () -> ((TableView<?>) find(stage, "#groups-table")).getSelectionModel().select(0));
        Toolkit.settle();
        shoot(stage, name, "94-groups");
        tab(stage, "#finance-tabs", 2);
        Toolkit.run(() -> {
            ((TableView<?>) find(stage, "#orders-table")).getSelectionModel().select(0);
            ((TextField) find(stage, "#mandate-of-holder-of")).setText("Kova");
        });
        Toolkit.settle();
        Toolkit.run(() -> {
            var found = (ListView<?>) find(stage, "#found-holderOf");
            found.getSelectionModel().select(0);
            found.getOnMouseClicked().handle(null);
        });
        Toolkit.settle();
        shoot(stage, name, "95-top-ups");
        press(stage, "#order-return");
        press(stage, "#order-return-do");
        shoot(stage, name, "96-return");
        press(stage, "#sheet-cancel");
        press(stage, "#rule-edit-3");
        shoot(stage, name, "97-rule");
        press(stage, "#sheet-cancel");
        press(stage, "#mandate-add");
        press(stage, "#mandate-save");
        shoot(stage, name, "98-mandate");
        press(stage, "#sheet-cancel");
        tab(stage, "#finance-tabs", 3);
        shoot(stage, name, "99-bank-files");
        press(stage, "#bank-run-1");
        shoot(stage, name, "99a-payout");
        press(stage, "#sheet-cancel");
        press(stage, "#bank-details");
        shoot(stage, name, "99b-bank-details");
        press(stage, "#sheet-cancel");
    }

    private static void tab(Stage stage, String tabs, int index) throws Exception {
        Toolkit.run(() -> ((TabPane) find(stage, tabs)).getSelectionModel().select(index));
        Toolkit.settle();
    }

    private void devices(Stage stage, String name) throws Exception {
        go(stage, "devices");
        Toolkit.run(
                () -> ((ListView<?>) find(stage, "#devices-list")).getSelectionModel().select(1));
        Toolkit.settle();
        shoot(stage, name, "35-device");
        for (int tab = 1; tab < 3; tab++) {
            int chosen = tab;
            Toolkit.run(() ->
                    ((TabPane) find(stage, "#device-tabs")).getSelectionModel().select(chosen));
            Toolkit.settle();
            shoot(stage, name, tab == 1 ? "36-compartments" : "37-events");
        }
        Toolkit.run(() -> ((TabPane) find(stage, "#device-tabs")).getSelectionModel().select(3));
        press(stage, "#device-locate");
        shoot(stage, name, "37a-from-afar");
        press(stage, "#device-revoke");
        shoot(stage, name, "37b-revoke");
        press(stage, "#sheet-cancel");
        press(stage, "#device-refused");
        shoot(stage, name, "37c-refused");
        press(stage, "#refusals-done");
        press(stage, "#device-configure");
        shoot(stage, name, "38-configure");
        press(stage, "#sheet-cancel");
        press(stage, "#device-add");
        Toolkit.run(() -> ((TextField) find(stage, "#device-name")).setText("gate-1"));
        press(stage, "#device-add-do");
        shoot(stage, name, "39-join-code");
        press(stage, "#join-done");
    }

    private Stage open(FakeStarter starter, WorkstationSettings settings, int width, int height)
            throws Exception {
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
                                    card,
                                    InstantSource.fixed(FakePeople.NOW))
                            .open();
                    made.setWidth(width);
                    made.setHeight(height);
                    return made;
                });
        Toolkit.settle();
        return stage;
    }

    private static void close(Stage stage) throws Exception {
        Toolkit.run(stage::close);
    }

    private void rights(Stage stage, String name) throws Exception {
        go(stage, "rights");
        shoot(stage, name, "76-rights");
        Toolkit.run(() -> ((TabPane) find(stage, "#rights-tabs")).getSelectionModel().select(1));
        Toolkit.settle();
        Toolkit.run(
                () -> ((TableView<?>) find(stage, "#drafts-table")).getSelectionModel().select(0));
        Toolkit.settle();
        shoot(stage, name, "77-rights-draft");
        Toolkit.run(() -> ((TabPane) find(stage, "#rights-tabs")).getSelectionModel().select(2));
        Toolkit.settle();
        shoot(stage, name, "78-rights-calendar");
        go(stage, "people");
        Toolkit.run(
                () -> ((TableView<?>) find(stage, "#people-table")).getSelectionModel().select(1));
        Toolkit.settle();
        press(stage, "#person-rights");
        press(stage, "#right-why-1");
        shoot(stage, name, "79-person-rights");
        press(stage, "#sheet-close");
    }

    private void watch(Stage stage, String name) throws Exception {
        go(stage, "watch");
        Toolkit.run(
                () -> ((TableView<?>) find(stage, "#board-table")).getSelectionModel().select(3));
        Toolkit.settle();
        shoot(stage, name, "75-board");
        tab(stage, "#watch-tabs", 1);
        Toolkit.run(
                () -> ((TableView<?>) find(stage, "#alerts-table")).getSelectionModel().select(0));
        Toolkit.settle();
        shoot(stage, name, "76-alerts");
        tab(stage, "#watch-tabs", 2);
        shoot(stage, name, "77-ahead");
        tab(stage, "#watch-tabs", 3);
        Toolkit.run(
                () -> ((TableView<?>) find(stage, "#rules-table")).getSelectionModel().select(1));
        Toolkit.settle();
        shoot(stage, name, "78-rules");
        press(stage, "#rule-change");
        shoot(stage, name, "79-rule");
        press(stage, "#sheet-cancel");
        press(stage, "#mail-set-up");
        shoot(stage, name, "80-mail");
        press(stage, "#sheet-cancel");
        press(stage, "#hook-set-up");
        shoot(stage, name, "81-webhook");
        press(stage, "#sheet-cancel");
    }

    private static void go(Stage stage, String place) throws Exception {
        Toolkit.run(() -> ((javafx.scene.control.ToggleButton) find(stage, "#go-" + place)).fire());
        Toolkit.settle();
    }

    private static void press(Stage stage, String id) throws Exception {
        Toolkit.run(() -> ((Button) find(stage, id)).fire());
        Toolkit.settle();
    }

    static Node find(Stage stage, String id) {
        var nodes = stage.getScene().getRoot().lookupAll(id);
        return nodes.stream()
                .filter(Node::isVisible)
                .reduce((_, last) -> last)
                .orElseThrow(() -> new AssertionError("No node " + id + " on the screen"));
    }

    private void shoot(Stage stage, String name, String screen) throws Exception {
        var image =
                Toolkit.call(() -> {
                    var root = stage.getScene().getRoot();
                    root.applyCss();
                    root.layout();
                    check(root, name + "/" + screen);
                    return stage.getScene().snapshot(null);
                });
        var file = GALLERY.resolve(screen + "-" + name + ".png").toFile();
        written.add(
                PICTURES.submit(
                        () -> ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file)));
    }

    private void check(Parent root, String where) {
        for (var node : all(root, new ArrayList<>())) {
            if (node instanceof Labeled labeled && shown(node)) {
                checkWhole(labeled, where);
            }
            if (node.isFocusTraversable() && shown(node) && !node.isDisabled()) {
                checkNamed(node, where);
            }
            if (node instanceof ScrollPane pane && pane.getStyleClass().contains("sheet-body")) {
                checkRoom(pane, where);
            }
        }
    }

    private void checkWhole(Labeled labeled, String where) {
        var text = labeled.getText();
        boolean data = labeled instanceof javafx.scene.control.TableCell<?, ?>;
        if (text == null || text.isEmpty() || data) {
            return;
        }
        for (var child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text drawn
                    && drawn.getText().endsWith(labeled.getEllipsisString())
                    && !text.endsWith(drawn.getText())) {
                faults.add(where + " cuts “" + text.replace('\n', ' ') + "”");
            }
        }
    }

    /// A sheet scrolls only where the window has no more room for it.
    private void checkRoom(ScrollPane body, String where) {
        double hidden =
                body.getContent().getLayoutBounds().getHeight()
                        - body.getViewportBounds().getHeight();
        var sheet = (javafx.scene.layout.Region) body.getParent();
        double free = ((javafx.scene.layout.Region) sheet.getParent()).getHeight() - 56;
        if (hidden > 1 && sheet.getHeight() < free - 1) {
            faults.add("%s scrolls a sheet that has room, by %.0f".formatted(where, hidden));
        }
    }

    private void checkNamed(Node node, String where) {
        boolean named =
                node.getAccessibleText() != null
                        || (node instanceof Labeled labeled
                                && labeled.getText() != null
                                && !labeled.getText().isBlank());
        if (!named) {
            faults.add(where + " has a nameless " + node);
        }
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getLayoutBounds().getWidth() > 0;
    }

    static List<Node> all(Node node, List<Node> into) {
        into.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all(child, into));
        }
        return into;
    }
}
