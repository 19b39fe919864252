package app.lodge.desktop.people;

import app.lodge.core.batches.CardBatches.BatchOutcome;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.groups.GroupId;
import app.lodge.core.groups.Groups.Group;
import app.lodge.core.groups.Groups.GroupOutcome;
import app.lodge.core.people.Person;
import app.lodge.desktop.shell.ManyActs;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is done with several people at once: into a group, into the queue of the card desk (ID-13, ID-48).
public final class ChosenPeopleViewModel {

    private final Session session;
    private final Runnable changed;
    private final ManyActs acts;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObservableList<Group> groups = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Group> group = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private List<Person> people = List.of();

    ChosenPeopleViewModel(Session session, Runnable changed) {
        this.session = session;
        this.changed = changed;
        this.acts = new ManyActs(session);
    }

    public ManyActs acts() {
        return acts;
    }

    /// The sheet that asks for the group.
    public BooleanProperty open() {
        return open;
    }

    public ObservableList<Group> groups() {
        return groups;
    }

    public ObjectProperty<@Nullable Group> group() {
        return group;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    /// How many there are to be entered.
    public int count() {
        return people.size();
    }

    public boolean mayGroup() {
        return session.actor().may(Permission.CHANGE_GROUPS);
    }

    public boolean mayQueue() {
        return session.actor().may(Permission.ISSUE_CARDS);
    }

    public void beginGroup(List<Person> chosen) {
        session.background()
                .run(
                        "people.reading",
                        acts.busy(),
                        () -> session.doors().groups().list(session.actor()),
                        found -> {
                            people = List.copyOf(chosen);
                            groups.setAll(found);
                            group.set(null);
                            problems.clear();
                            open.set(true);
                        });
    }

    public void enter() {
        var into = group.get();
        if (into == null) {
            problems.setAll(List.of(Problem.of("group", "", "people.group-missing")));
            return;
        }
        open.set(false);
        acts.run(
                new ManyActs.Order<>(
                        "people.entering",
                        "people.entered",
                        person -> person.details().fullName(),
                        person -> enter(into, person),
                        person -> leave(into.id(), person)),
                people,
                changed);
    }

    /// Who is a member already is left alone, so that the way back takes out none but those who came now.
    private Optional<Message> enter(Group into, Person person) {
        var doors = session.doors().groups();
        boolean member =
                doors.ofPerson(session.actor(), person.id()).stream()
                        .anyMatch(one -> one.id().equals(into.id()));
        return member
                ? Optional.of(Message.of("people.member-already", into.name()))
                : refusal(doors.enter(session.actor(), RequestId.fresh(), into.id(), person.id()));
    }

    private Optional<Message> leave(GroupId group, Person person) {
        return refusal(
                session.doors()
                        .groups()
                        .leave(session.actor(), RequestId.fresh(), group, person.id()));
    }

    private static Optional<Message> refusal(GroupOutcome outcome) {
        return switch (outcome) {
            case GroupOutcome.Done _ -> Optional.empty();
            case GroupOutcome.Rejected(var found) -> Optional.of(Message.of(found.getFirst()));
        };
    }

    public void queueUp(List<Person> chosen) {
        acts.run(
                new ManyActs.Order<>(
                        "queue.queueing",
                        "people.queued",
                        person -> person.details().fullName(),
                        this::queueUp,
                        null),
                chosen,
                changed);
    }

    private Optional<Message> queueUp(Person person) {
        return switch (session.doors()
                .cardBatches()
                .queueUp(session.actor(), RequestId.fresh(), person.id())) {
            case BatchOutcome.Done _ -> Optional.empty();
            case BatchOutcome.Rejected(var found) -> Optional.of(Message.of(found.getFirst()));
        };
    }
}
