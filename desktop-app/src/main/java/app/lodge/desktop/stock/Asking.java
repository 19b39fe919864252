package app.lodge.desktop.stock;

import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What each sheet over the stock has: whether it is open, whether the site is asked, what is wrong. Each
/// try of one order is the same request, so that a retry books it once.
public final class Asking {

    private final Session session;
    private final Runnable changed;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();

    /// @param changed what is done after the books changed
    Asking(Session session, Runnable changed) {
        this.session = session;
        this.changed = changed;
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    void begin() {
        problems.clear();
        once.answered();
        open.set(true);
    }

    <R> void send(Function<RequestId, R> call, Consumer<R> answered) {
        var request = once.request();
        session.background()
                .run(
                        "stock-desk.booking",
                        busy,
                        () -> call.apply(request),
                        answer -> {
                            once.answered();
                            answered.accept(answer);
                        });
    }

    void done(String key, Object... arguments) {
        open.set(false);
        session.notices().done(Message.of(key, arguments));
        changed.run();
    }

    void refused(List<Problem> found) {
        problems.setAll(found);
    }

    void refused(String field, Object value, String key, Object... arguments) {
        problems.setAll(Problem.of(field, value, key, arguments));
    }

    /// A whole number as typed, or a problem with the field and no number.
    int pieces(String field, String typed) {
        var text = typed.strip();
        if (text.matches("\\d{1,9}")) {
            return Integer.parseInt(text);
        }
        problems.add(Problem.of(field, typed, "stock-desk.no-number"));
        return -1;
    }
}
