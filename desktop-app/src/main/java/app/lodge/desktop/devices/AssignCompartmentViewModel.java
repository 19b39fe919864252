package app.lodge.desktop.devices;

import app.lodge.core.books.Problem;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.Devices.AssignOutcome;
import app.lodge.core.devices.Devices.Assignment;
import app.lodge.core.people.Person;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.PagedList;
import app.lodge.desktop.shell.Session;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Gives a compartment to one person for good, and takes it back (LOCK-40).
public final class AssignCompartmentViewModel {

    private final Session session;
    private final Runnable changed;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty compartment = new SimpleStringProperty("");
    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Person> person = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final PagedList<Person> people;
    private final Once once = new Once();
    private @Nullable DeviceId cabinet;
    private volatile String wanted = "";

    AssignCompartmentViewModel(Session session, Runnable changed) {
        this.session = session;
        this.changed = changed;
        people =
                new PagedList<>(
                        session.background(),
                        "people.reading",
                        (after, limit) ->
                                session.doors()
                                        .people()
                                        .list(session.actor(), wanted, after, limit));
        query.subscribe(typed -> {
            wanted = typed.strip();
            if (open.get()) {
                people.reload();
            }
        });
        compartment.subscribe(_ -> problems.clear());
    }

    BooleanProperty open() {
        return open;
    }

    BooleanProperty busy() {
        return busy;
    }

    StringProperty compartment() {
        return compartment;
    }

    StringProperty query() {
        return query;
    }

    ObjectProperty<@Nullable Person> person() {
        return person;
    }

    PagedList<Person> people() {
        return people;
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    ObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    void begin(DeviceId of) {
        cabinet = of;
        compartment.set("");
        query.set("");
        person.set(null);
        problems.clear();
        refusal.set(null);
        open.set(true);
        people.reload();
    }

    void assign() {
        var where = cabinet;
        var who = person.get();
        var typed = compartment.get().strip();
        refusal.set(null);
        if (!typed.matches("\\d{1,4}")) {
            problems.setAll(
                    List.of(Problem.of("compartment", typed, "assign.compartment-malformed")));
        } else if (who == null) {
            problems.setAll(List.of(Problem.of("person", "", "assign.no-person")));
        } else if (where != null) {
            int number = Integer.parseInt(typed);
            var request = once.request();
            session.background()
                    .run(
                            "devices.assigning",
                            busy,
                            () ->
                                    session.doors()
                                            .devices()
                                            .assign(
                                                    session.actor(),
                                                    request,
                                                    where,
                                                    number,
                                                    who.id()),
                            this::answered);
        }
    }

    void release(Assignment assignment) {
        var request = once.request();
        session.background()
                .run(
                        "devices.assigning",
                        busy,
                        () ->
                                session.doors()
                                        .devices()
                                        .release(
                                                session.actor(),
                                                request,
                                                assignment.cabinet(),
                                                assignment.compartment()),
                        this::answered);
    }

    private void answered(AssignOutcome outcome) {
        once.answered();
        switch (outcome) {
            case AssignOutcome.Assigned(var now) -> {
                open.set(false);
                session.notices()
                        .done(Message.of("devices.assigned", now.compartment(), now.personName()));
                changed.run();
            }
            case AssignOutcome.Released(int number) -> {
                session.notices().done(Message.of("devices.released", number));
                changed.run();
            }
            case AssignOutcome.Occupied(var by) ->
                    refusal.set(Message.of("assign.occupied", by.compartment(), by.personName()));
            case AssignOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
