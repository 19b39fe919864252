package app.lodge.desktop.settings;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What forms of the site's rules do alike: they read the rules for whoever may change them, a field typed
/// into takes back what was wrong before, and saving is one request until something is changed.
///
/// @param <R> the rules
abstract class RulesViewModel<R> {

    final Session session;
    private final String readingKey;
    private final Permission beside;
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Once once = new Once();

    /// @param beside needed beside the right to change settings
    RulesViewModel(Session session, String readingKey, Permission beside) {
        this.session = session;
        this.readingKey = readingKey;
        this.beside = beside;
    }

    abstract R read();

    abstract void show(R now);

    public final ObservableList<Problem> problems() {
        return problems;
    }

    public final BooleanProperty busy() {
        return busy;
    }

    public final boolean mayChange() {
        return session.actor().may(Permission.CHANGE_SETTINGS) && session.actor().may(beside);
    }

    public final void refresh() {
        if (mayChange()) {
            session.background().run(readingKey, busy, this::read, this::show);
        }
    }

    /// A field of words: what was wrong may be right now.
    final void typed(StringProperty field) {
        field.subscribe((_, _) -> {
            problems.clear();
            once.answered();
        });
    }

    final void chosen(ObservableValue<?> field) {
        field.subscribe((_, _) -> once.answered());
    }

    final <A> void save(String savingKey, Function<RequestId, A> change, Consumer<A> answered) {
        var request = once.request();
        session.background()
                .run(
                        savingKey,
                        busy,
                        () -> change.apply(request),
                        answer -> {
                            once.answered();
                            answered.accept(answer);
                        });
    }
}
