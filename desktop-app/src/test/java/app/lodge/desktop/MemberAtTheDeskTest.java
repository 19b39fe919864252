package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.people.PersonId;
import app.lodge.core.stock.Place;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A member's page by keyboard: cards with value and points, and the branch, set and found.
@Tag("CHAIN-21")
class MemberAtTheDeskTest {

    private static final PersonId ANA = new PersonId(1);

    @TempDir static Path folder;

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
    void theBranchIsSetBesideCardsAndPointsAndFindsTheMember() throws Exception {
        var screen = OnScreen.signedIn(folder, starter);
        var robot = screen.robot();
        var name = starter.site.people.name(ANA);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        screen.keyboardIn("#people-query");
        robot.write("0000001");
        OnScreen.until(() -> rows(screen) == 1);
        robot.type(KeyCode.DOWN);
        screen.says("#person-name", name);
        screen.says("#person-purse-11", "12 points");
        screen.tabTo("#person-change");
        robot.type(KeyCode.SPACE);
        screen.keyboardIn("#person-given-name");
        screen.tabTo("#person-branch");
        robot.write("Korzo 7");
        robot.type(KeyCode.ENTER);
        OnScreen.until(() -> branch().equals("Korzo 7"));
        screen.says("#people-branch-fact", "Korzo 7");
        screen.tabTo("#people-query");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("korzo");
        OnScreen.until(() -> rows(screen) == 1);
        robot.type(KeyCode.DOWN);
        screen.says("#person-name", name);
        assertThat(branch()).isEqualTo("Korzo 7");
        Toolkit.run(screen.stage()::close);
    }

    @Test
    void theSitesBranchesAreOfferedAndTheColumnOfBranchesIsChosen() throws Exception {
        starter.site.stock.places =
                List.of(
                        new Place(1, "Safe", Place.Kind.SAFE, "", false, 0),
                        new Place(4, "Korzo", Place.Kind.BRANCH, "desk-4", true, 0),
                        new Place(3, "Ilica", Place.Kind.BRANCH, "desk-3", true, 0));
        var screen = OnScreen.signedIn(folder.resolve("choices"), starter);
        var robot = screen.robot();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        screen.keyboardIn("#people-query");
        robot.write("0000001");
        OnScreen.until(() -> rows(screen) == 1);
        robot.type(KeyCode.DOWN);
        screen.says("#person-name", starter.site.people.name(ANA));
        screen.tabTo("#person-change");
        robot.type(KeyCode.SPACE);
        screen.keyboardIn("#person-given-name");
        OnScreen.until(() -> offered(screen).size() == 2);
        assertThat(offered(screen).stream().map(MenuItem::getText))
                .containsExactly("Ilica", "Korzo");
        Toolkit.run(() -> offered(screen).getLast().fire());
        screen.tabTo("#person-save");
        robot.type(KeyCode.SPACE);
        OnScreen.until(() -> branch().equals("Korzo"));

        var column =
                ((TableView<?>) screen.node("#people-table"))
                        .getColumns().stream()
                                .filter(each -> each.getText().equals("Branch"))
                                .findFirst()
                                .orElseThrow();
        assertThat(column.isVisible()).as("before it is chosen").isFalse();
        Toolkit.run(() -> column.setVisible(true));
        OnScreen.until(() -> "Korzo".equals(column.getCellData(0)));
        Toolkit.run(screen.stage()::close);
    }

    private static List<MenuItem> offered(OnScreen screen) {
        return ((MenuButton) screen.node("#person-branch-choose")).getItems();
    }

    private String branch() {
        return starter.site.people.find(null, ANA).orElseThrow().details().branch();
    }

    private static int rows(OnScreen screen) {
        return ((TableView<?>) screen.node("#people-table")).getItems().size();
    }
}
