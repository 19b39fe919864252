package app.lodge.desktop.privacy;

import app.lodge.core.books.Problem;
import app.lodge.core.people.Person;
import app.lodge.desktop.shell.Background;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the parts of the data protection sheet share: whose it is, what is under way, what went wrong.
final class PersonAtHand {

    private final Session session;
    private final ObjectProperty<@Nullable Person> person = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();

    PersonAtHand(Session session) {
        this.session = session;
    }

    Session session() {
        return session;
    }

    ObjectProperty<@Nullable Person> person() {
        return person;
    }

    BooleanProperty busy() {
        return busy;
    }

    ObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    Once once() {
        return once;
    }

    void clear() {
        refusal.set(null);
        problems.clear();
    }

    <T> void run(String titleKey, Background.Call<T> work, Consumer<T> then) {
        session.background().run(titleKey, busy, work, then);
    }
}
