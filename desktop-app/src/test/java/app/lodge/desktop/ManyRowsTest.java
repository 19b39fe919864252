package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Role;
import app.lodge.core.groups.GroupId;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonId;
import app.lodge.core.watch.Alert;
import app.lodge.desktop.people.ChosenPeopleViewModel;
import app.lodge.desktop.people.PeopleViewModel;
import app.lodge.desktop.shell.ManyActs;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import app.lodge.desktop.watch.AlertsViewModel;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several rows are chosen: the act is on all of them, with one summary of what went and what did not.
@Tag("ID-49")
class ManyRowsTest {

    @TempDir Path folder;

    private final FakeStarter starter = new FakeStarter();
    private final List<Message> notices = new ArrayList<>();

    private Session session() {
        var actor = new Actor(1, "Clara", Role.ADMINISTRATOR, "desk-1");
        return new Session(
                starter.site.doors(),
                actor,
                starter.site.settings,
                new InlineBackground(),
                new ViewModelsTest.NoDialogs(),
                new HeardNotices(notices),
                new ShellViewModel(actor),
                InstantSource.fixed(FakePeople.NOW));
    }

    @Test
    void oneThatIsRefusedHoldsUpNoOther() {
        var acts = new ManyActs(session());
        var done = new ArrayList<Integer>();
        var after = new ArrayList<Integer>();
        acts.run(
                new ManyActs.Order<Integer>(
                        "people.reading",
                        "people.entered",
                        row -> "row " + row,
                        row -> {
                            if (row == 2) {
                                return Optional.of(Message.of("people.group-missing"));
                            }
                            done.add(row);
                            return Optional.empty();
                        },
                        null),
                List.of(1, 2, 3),
                () -> after.add(done.size()));
        assertThat(done).containsExactly(1, 3);
        assertThat(after).containsExactly(2);
        assertThat(acts.open().get()).isTrue();
        var summary = acts.summary().get();
        assertThat(summary.done()).isEqualTo(Message.of("people.entered", 2));
        assertThat(summary.refused())
                .containsExactly(new ManyActs.Refused("row 2", Message.of("people.group-missing")));
        assertThat(summary.undo()).isNull();
        assertThat(notices).isEmpty();
    }

    @Test
    void whereAllWentANoticeIsEnough() {
        var acts = new ManyActs(session());
        acts.run(
                new ManyActs.Order<Integer>(
                        "people.reading",
                        "people.entered",
                        String::valueOf,
                        _ -> Optional.empty(),
                        null),
                List.of(1, 2),
                () -> {});
        assertThat(acts.open().get()).isFalse();
        assertThat(notices).containsExactly(Message.of("people.entered", 2));
    }

    @Test
    @Tag("ID-13")
    void peopleGoIntoAGroupTogetherAndTheWayBackTakesOutOnlyThem() {
        var model = new PeopleViewModel(session(), NoPhotoDesk.desk()).several();
        var before = caretakers();
        model.beginGroup(people(4, 5, 6)); // 5 is a member already
        model.enter();
        assertThat(model.problems()).as("no group is chosen").hasSize(1);
        model.group().set(model.groups().getFirst());
        model.enter();
        assertThat(model.open().get()).isFalse();
        assertThat(caretakers()).containsExactlyInAnyOrder(id(2), id(5), id(4), id(6));
        var summary = model.acts().summary().get();
        assertThat(summary.done()).isEqualTo(Message.of("people.entered", 2));
        assertThat(summary.refused().stream().map(ManyActs.Refused::why))
                .containsExactly(Message.of("people.member-already", "Caretakers"));
        summary.undo().run();
        assertThat(caretakers()).isEqualTo(before);
        assertThat(model.acts().open().get()).isFalse();
        assertThat(notices).containsExactly(Message.of("many.undone", 2));
    }

    @Test
    @Tag("ID-48")
    void severalPeopleStandInTheQueueAndWhoStoodThereIsNamed() {
        ChosenPeopleViewModel model = new PeopleViewModel(session(), NoPhotoDesk.desk()).several();
        model.queueUp(people(4));
        model.queueUp(people(3, 4, 6));
        assertThat(notices).containsExactly(Message.of("people.queued", 1));
        var summary = model.acts().summary().get();
        assertThat(summary.done()).isEqualTo(Message.of("people.queued", 2));
        assertThat(summary.refused().stream().map(one -> one.why().key()))
                .containsExactly("batches.queued-already");
    }

    @Test
    void alertsAreAcknowledgedTogether() {
        var model = new AlertsViewModel(session());
        model.refresh();
        model.acknowledge(List.copyOf(model.alerts()), Alert::what);
        assertThat(model.alerts()).noneMatch(Alert::waits);
        var summary = model.acts().summary().get();
        assertThat(summary.done()).isEqualTo(Message.of("watch.acknowledged-several", 1));
        assertThat(summary.refused())
                .containsExactly(
                        new ManyActs.Refused(
                                "Lockers, gym", Message.of("watch.acknowledged-before")),
                        new ManyActs.Refused("Drinks machine", Message.of("watch.over-already")));
    }

    @Test
    void theButtonsSayHowManyAndTheSheetSaysWhatBecameOfThem() throws Exception {
        Toolkit.start();
        var desktop = SignedIn.inEnglish(folder.resolve("w"));
        desktop.go("people");
        desktop.select("#people-table", 3);
        assertThat(Toolkit.call(() -> desktop.root().lookup("#people-chosen").isVisible()))
                .isFalse();
        Toolkit.run(() ->
                ((TableView<?>) desktop.find("#people-table"))
                        .getSelectionModel()
                        .selectRange(3, 6));
        assertThat(Toolkit.call(() -> desktop.root().lookup("#people-chosen").isVisible()))
                .isTrue();
        assertThat(Toolkit.call(() -> ((Button) desktop.find("#people-group")).getText()))
                .contains("Add 3 people");
        desktop.press("#people-group");
        desktop.select("#people-group-form-group", 0);
        desktop.press("#people-group-save");
        assertThat(Toolkit.call(() -> ((Label) desktop.find("#many-done")).getText()))
                .contains("in the group now");
        var entered = desktop.site().centres.groups.members(null, new GroupId(1), null, 100);
        assertThat(entered.rows()).hasSizeGreaterThan(2);
        desktop.press("#many-undo");
        assertThat(desktop.site().centres.groups.members(null, new GroupId(1), null, 100).rows())
                .containsExactly(id(2), id(5));
        desktop.close();
    }

    private List<Person> people(long... numbers) {
        return LongStream.of(numbers)
                .mapToObj(number -> starter.site.people.find(null, id(number)).orElseThrow())
                .toList();
    }

    private List<PersonId> caretakers() {
        return starter.site.centres.groups.members(null, new GroupId(1), null, 100).rows();
    }

    private static PersonId id(long number) {
        return new PersonId(number);
    }
}
