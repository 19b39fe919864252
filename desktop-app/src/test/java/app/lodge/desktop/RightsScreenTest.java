package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.Role;
import app.lodge.core.people.PersonId;
import app.lodge.core.rights.Rule;
import app.lodge.desktop.rights.DraftChange;
import app.lodge.desktop.rights.DraftsViewModel;
import app.lodge.desktop.rights.PersonRightsViewModel;
import app.lodge.desktop.rights.RightsViewModel;
import app.lodge.desktop.shell.Appearance;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import app.lodge.desktop.shell.WorkstationSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Rights from a moment and until one, and a change taken out of a draft again.
@Tag("ID-36")
@Tag("ID-37")
final class RightsScreenTest {

    private final FakeStarter starter = new FakeStarter();
    private final FakeSite site = starter.site;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @AfterAll
    static void closeWindows() {
        Toolkit.closeAll();
    }

    private Session session() {
        var actor = new Actor(1, "Clara", Role.ADMINISTRATOR, "desk-1");
        return new Session(
                site.doors(),
                actor,
                site.settings,
                new InlineBackground(),
                new ViewModelsTest.NoDialogs(),
                new HeardNotices(new ArrayList<>()),
                new ShellViewModel(actor),
                InstantSource.fixed(FakePeople.NOW));
    }

    @Test
    void aRightOfAPersonHoldsFromAMomentThroughAWholeDay() {
        var model = new PersonRightsViewModel(session(), session().site().zone());
        model.begin(new PersonId(2), "Anna");
        model.resource().set(model.resources().getFirst());
        model.span().from().set("2027-01-04 07:30");
        model.span().until().set("2027-01-31");
        model.grant();
        assertThat(model.problems()).isEmpty();
        var zone = session().site().zone();
        assertThat(site.rights.about(null, model.resources().getFirst().id()).getLast())
                .extracting(Rule::from, Rule::until)
                .containsExactly(
                        LocalDateTime.parse("2027-01-04T07:30").atZone(zone).toInstant(),
                        LocalDateTime.parse("2027-02-01T00:00").atZone(zone).toInstant());
    }

    @Test
    void whatIsNoMomentAndWhatRunsBackwardsIsSaidUnderItsField() {
        var model = new PersonRightsViewModel(session(), session().site().zone());
        model.begin(new PersonId(2), "Anna");
        model.resource().set(model.resources().getFirst());
        model.span().from().set("next week");
        model.span().until().set("2027-02-30");
        model.refuse();
        assertThat(model.problems())
                .extracting(Problem::field, Problem::key)
                .containsExactly(
                        tuple("from", "rights.moment-malformed"),
                        tuple("until", "rights.moment-malformed"));
        model.span().from().set("2027-02-01");
        model.span().until().set("2027-01-01");
        model.refuse();
        assertThat(model.problems()).extracting(Problem::field).containsExactly("until");
        model.begin(new PersonId(3), "Ben");
        assertThat(model.span().from().get() + model.span().until().get()).isEmpty();
    }

    @Test
    void aRuleForAGroupHasItsTimesToo() {
        var model = new RightsViewModel(session(), () -> {});
        model.refresh();
        model.choose(model.resources().getFirst());
        model.beginRule();
        model.group().set(model.groups().getFirst());
        model.span().from().set("2027-01-04");
        model.putRule();
        assertThat(model.problems()).isEmpty();
        assertThat(site.rights.about(null, model.resources().getFirst().id()).getLast().from())
                .isEqualTo(
                        LocalDateTime.parse("2027-01-04T00:00")
                                .atZone(session().site().zone())
                                .toInstant());
        model.beginRule();
        assertThat(model.span().from().get()).isEmpty();
    }

    @Test
    void aChangeIsTakenOutOfADraftAndTheOthersStay() {
        var model = new DraftsViewModel(session());
        model.refresh();
        model.choose(model.drafts().getFirst());
        assertThat(model.changes())
                .extracting(DraftChange::position, DraftChange::resource, DraftChange::holder)
                .containsExactly(
                        tuple(1, "Archive", model.changes().getFirst().holder()),
                        tuple(2, "Store", model.changes().getLast().holder()));
        assertThat(model.changes()).allMatch(change -> !change.holder().isEmpty());
        model.drop(model.drafts().getFirst(), model.drafts().getFirst().changes().getFirst());
        assertThat(model.changes())
                .extracting(DraftChange::position, DraftChange::resource)
                .containsExactly(tuple(1, "Store"));
    }

    @Test
    void byKeysAloneAChangeGoesOutOfTheDraft(@TempDir Path folder) throws Exception {
        var robot = new FxRobot();
        var settings = WorkstationSettings.read(folder.resolve("workstation.properties"));
        settings.keep(new WorkstationSettings.Values("en", Appearance.Theme.LIGHT, "", ""));
        var screen =
                new OnScreen(
                        Toolkit.call(() -> {
                            var made = new Stage();
                            new LodgeDesktop(
                                            made,
                                            settings,
                                            starter,
                                            _ -> site.station,
                                            InstantSource.fixed(FakePeople.NOW))
                                    .open();
                            made.requestFocus();
                            return made;
                        }));
        screen.keyboardIn("#sign-in-name");
        robot.type(KeyCode.TAB);
        screen.keyboardIn("#sign-in-password");
        robot.write(FakeSite.PASSWORD);
        robot.type(KeyCode.ENTER);
        screen.shows("#start-devices");
        Toolkit.run(() -> ((ToggleButton) screen.node("#go-rights")).fire());
        screen.shows("#resources-table");
        Toolkit.run(() -> ((TabPane) screen.node("#rights-tabs")).getSelectionModel().select(1));
        screen.shows("#drafts-table");
        Toolkit.run(() -> screen.node("#drafts-table").requestFocus());
        Toolkit.run(
                () -> ((TableView<?>) screen.node("#drafts-table")).getSelectionModel().select(0));
        screen.shows("#draft-drop-2");
        screen.tabTo("#draft-drop-2");
        robot.type(KeyCode.SPACE);
        OnScreen.until(() -> ((Pane) screen.node("#draft-changes")).getChildren().size() == 1);
        Toolkit.run(screen.stage()::close);
    }
}
