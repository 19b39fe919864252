package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.media.MediumState;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.shell.Appearance;
import app.lodge.desktop.shell.WorkstationSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// A clerk's whole day without a mouse: sign in, enrol, top up, issue a card, block it.
@Tag("ID-01")
@Tag("ID-34")
@Tag("ID-40")
@Tag("ID-41")
@Tag("ID-42")
class ClerksDayTest {

    @TempDir static Path folder;

    private final FxRobot robot = new FxRobot();
    private final FakeStarter starter = new FakeStarter();

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @AfterAll
    static void closeWindows() {
        Toolkit.closeAll();
    }

    @Test
    void isDoneByKeyboardAlone() throws Exception {
        var settings = WorkstationSettings.read(folder.resolve("workstation.properties"));
        settings.keep(new WorkstationSettings.Values("en", Appearance.Theme.LIGHT, "", ""));
        var stage =
                Toolkit.call(() -> {
                    var made = new Stage();
                    new LodgeDesktop(
                                    made,
                                    settings,
                                    starter,
                                    _ -> starter.site.station,
                                    InstantSource.fixed(FakePeople.NOW))
                            .open();
                    made.requestFocus();
                    return made;
                });
        Toolkit.settle();

        keys(KeyCode.TAB);
        robot.write(FakeSite.PASSWORD);
        keys(KeyCode.ENTER);

        together(KeyCode.CONTROL, KeyCode.DIGIT2);
        together(KeyCode.CONTROL, KeyCode.N);
        robot.write("Vera");
        keys(KeyCode.TAB);
        robot.write("Newman");
        keys(KeyCode.TAB);
        robot.write("1990-02-28");
        keys(KeyCode.ENTER);
        var id = new PersonId(31);
        assertThat(starter.site.people.name(id)).isEqualTo("Vera Newman");
        assertThat(text(stage, "#person-name")).isEqualTo("Vera Newman");

        keys(KeyCode.F9);
        var account = new AccountId(1000 + id.number());
        assertThat(text(stage, "#carddesk-name")).isEqualTo("Vera Newman");
        keys(KeyCode.F9);
        assertThat(text(stage, "#issue-outcome")).contains("0000031-01");
        var card = starter.site.media.ofPerson(null, id).getFirst();
        assertThat(card.state()).isEqualTo(MediumState.ACTIVE);

        together(KeyCode.CONTROL, KeyCode.DIGIT4);
        robot.write("Newman");
        Toolkit.settle();
        keys(KeyCode.DOWN);
        keys(KeyCode.F8);
        robot.write("20");
        var before = starter.site.accounts.find(null, account).orElseThrow().balance();
        keys(KeyCode.ENTER);
        assertThat(text(stage, "#receipt-text")).contains("20.00 EUR");
        keys(KeyCode.ESCAPE);
        assertThat(starter.site.accounts.find(null, account).orElseThrow().balance())
                .isEqualTo(before.plus(FakeAccounts.euro(2_000)));

        together(KeyCode.CONTROL, KeyCode.DIGIT3);
        var block = GalleryTest.find(stage, "#medium-" + card.id().number());
        Toolkit.run(block::requestFocus);
        keys(KeyCode.SPACE);
        keys(KeyCode.ENTER);
        assertThat(text(stage, "#block-spread")).isEqualTo("2 of 4 devices know this state");
        assertThat(starter.site.media.find(null, card.id()).orElseThrow().state())
                .isEqualTo(MediumState.BLOCKED);
        Toolkit.run(stage::close);
    }

    private void keys(KeyCode key) throws Exception {
        robot.type(key);
        Toolkit.settle();
    }

    private void together(KeyCode... keys) throws Exception {
        robot.push(keys);
        Toolkit.settle();
    }

    private static String text(Stage stage, String id) throws Exception {
        return Toolkit.call(() -> ((Labeled) GalleryTest.find(stage, id)).getText());
    }
}
