package app.lodge.desktop.people;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.people.ChangeOutcome;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.EnrolOutcome.Duplicates;
import app.lodge.core.people.EnrolOutcome.Likeness;
import app.lodge.core.people.Person;
import app.lodge.core.stock.Place;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Enters a new person, or changes one (ID-01); warns of likely duplicates (ID-03).
public final class EnrolPersonViewModel {

    private final Session session;
    private final Consumer<Person> saved;
    private final PersonFields fields = new PersonFields();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObservableList<Likeness> likenesses = FXCollections.observableArrayList();
    private final ObservableList<String> branches = FXCollections.observableArrayList();
    private final BooleanProperty asking = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Message> warning = new SimpleObjectProperty<>();
    private final Once once = new Once();

    /// Null while a new person is entered.
    private @Nullable Person changed;

    /// @param saved hears of the person after it was written
    public EnrolPersonViewModel(Session session, Consumer<Person> saved) {
        this.session = session;
        this.saved = saved;
        PersonFields.NAMES.forEach(name ->
                fields.value(name)
                        .subscribe(_ -> {
                            problems.removeIf(p -> p.field().equals(name));
                            likenesses.clear();
                            once.answered();
                        }));
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public StringProperty value(String field) {
        return fields.value(field);
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    /// People who are very like the one entered; empty while none are known.
    public ObservableList<Likeness> likenesses() {
        return likenesses;
    }

    /// The site's branches by name: places of that kind where blanks lie. Others may be typed (CHAIN-21).
    public ObservableList<String> branches() {
        return branches;
    }

    public ObjectProperty<@Nullable Message> warning() {
        return warning;
    }

    public boolean entersNew() {
        return changed == null;
    }

    /// Begins with an empty form.
    public void beginNew() {
        begin(null);
        fields.clear();
        open.set(true);
    }

    public void beginChange(Person person) {
        begin(person);
        fields.show(person.details());
        open.set(true);
    }

    private void begin(@Nullable Person person) {
        changed = person;
        problems.clear();
        likenesses.clear();
        warning.set(null);
        once.answered();
        if (session.actor().may(Permission.SEE_MEDIA)) {
            session.background()
                    .run(
                            "people.branches-reading",
                            asking,
                            () -> session.doors().stock().places(session.actor()),
                            places -> branches.setAll(names(places)));
        }
    }

    private static List<String> names(List<Place> places) {
        return places.stream()
                .filter(place -> place.kind() == Place.Kind.BRANCH)
                .map(Place::name)
                .sorted()
                .toList();
    }

    /// Saves; the second time after a duplicate warning means that it is another person.
    public void save() {
        var malformed = fields.problem();
        if (malformed.isPresent()) {
            problems.setAll(List.of(malformed.get()));
            return;
        }
        var person = changed;
        if (person == null) {
            enrol(likenesses.isEmpty() ? Duplicates.REFUSED : Duplicates.ACCEPTED);
        } else {
            change(person);
        }
    }

    private void enrol(Duplicates duplicates) {
        var details = fields.details();
        var request = once.request();
        session.background()
                .run(
                        "people.saving",
                        busy,
                        () ->
                                session.doors()
                                        .people()
                                        .enrol(session.actor(), request, details, duplicates),
                        this::enrolled);
    }

    private void enrolled(EnrolOutcome outcome) {
        once.answered();
        switch (outcome) {
            case EnrolOutcome.Enrolled(Person person, var _) -> {
                open.set(false);
                session.notices().done(Message.of("people.enrolled", person.details().fullName()));
                saved.accept(person);
            }
            case EnrolOutcome.PossibleDuplicate(var found) -> likenesses.setAll(found);
            case EnrolOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }

    private void change(Person person) {
        var details = fields.details();
        var request = once.request();
        session.background()
                .run(
                        "people.saving",
                        busy,
                        () ->
                                session.doors()
                                        .people()
                                        .change(
                                                session.actor(),
                                                request,
                                                person.id(),
                                                person.revision(),
                                                details),
                        this::changed);
    }

    private void changed(ChangeOutcome outcome) {
        once.answered();
        switch (outcome) {
            case ChangeOutcome.Changed(Person person) -> {
                open.set(false);
                session.notices().done(Message.of("people.changed", person.details().fullName()));
                saved.accept(person);
            }
            case ChangeOutcome.Overtaken(Person now) -> {
                changed = now;
                warning.set(Message.of("people.overtaken"));
                saved.accept(now);
            }
            case ChangeOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
