package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.media.MediumState;
import app.lodge.core.people.PersonId;
import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
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
        var screen = OnScreen.signedIn(folder, starter);
        var stage = screen.stage();

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        screen.keyboardIn("#people-query");
        robot.push(KeyCode.CONTROL, KeyCode.N);
        screen.keyboardIn("#person-given-name");
        robot.write("Vera");
        robot.type(KeyCode.TAB);
        robot.write("Newman");
        robot.type(KeyCode.TAB);
        robot.write("1990-02-28");
        robot.type(KeyCode.ENTER);
        OnScreen.until(() -> starter.site.people.matching("Newman").size() == 1);
        screen.says("#person-name", "Vera Newman");
        var id = new PersonId(31);

        robot.type(KeyCode.F9);
        screen.says("#carddesk-name", "Vera Newman");
        robot.type(KeyCode.F9);
        screen.says("#issue-outcome", "0000031-01");
        var card = starter.site.media.ofPerson(null, id).getFirst();
        assertThat(card.state()).isEqualTo(MediumState.ACTIVE);

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        screen.keyboardIn("#accounts-query");
        robot.write("Newman");
        OnScreen.until(
                () -> ((ListView<?>) Drawing.find(stage, "#accounts-hits")).getItems().size() == 1);
        robot.type(KeyCode.DOWN);
        screen.says("#account-holder", "Vera Newman");
        var account = new AccountId(1000 + id.number());
        var before = starter.site.accounts.find(null, account).orElseThrow().balance();
        robot.type(KeyCode.F8);
        screen.keyboardIn("#top-up-amount");
        robot.write("20");
        robot.type(KeyCode.ENTER);
        screen.says("#receipt-text", "20.00 EUR");
        robot.type(KeyCode.ESCAPE);
        assertThat(starter.site.accounts.find(null, account).orElseThrow().balance())
                .isEqualTo(before.plus(FakeAccounts.euro(2_000)));

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        var lock = "#medium-" + card.id().number();
        screen.shows(lock);
        screen.tabTo(lock);
        robot.type(KeyCode.SPACE);
        screen.keyboardIn("#block-reason");
        robot.type(KeyCode.ENTER);
        OnScreen.until(() ->
                starter.site.media.find(null, card.id()).orElseThrow().state()
                        == MediumState.BLOCKED);
        screen.says("#block-spread", "2 of 4 devices know this state");
        Toolkit.run(stage::close);
    }
}
