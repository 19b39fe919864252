package app.lodge.desktop.rights;

import app.lodge.core.books.Problem;
import app.lodge.core.rights.Resource;
import app.lodge.core.rights.Rights.ResourceOutcome;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Something to use that rules may be about, which no device brings along (ID-35).
public final class NewResourceViewModel {

    private final Session session;
    private final BooleanProperty busy;
    private final Consumer<Resource> added;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<Resource.Kind> kind =
            new SimpleObjectProperty<>(Resource.Kind.DOOR);
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();

    /// @param added gets what is there now
    NewResourceViewModel(Session session, BooleanProperty busy, Consumer<Resource> added) {
        this.session = session;
        this.busy = busy;
        this.added = added;
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public StringProperty name() {
        return name;
    }

    public ObjectProperty<Resource.Kind> kind() {
        return kind;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public void begin() {
        name.set("");
        problems.clear();
        once.answered();
        open.set(true);
    }

    public void add() {
        var request = once.request();
        var wanted = name.get().strip();
        var which = kind.get();
        session.background()
                .run(
                        "rights.saving",
                        busy,
                        () ->
                                session.doors()
                                        .rights()
                                        .addResource(session.actor(), request, which, wanted, null),
                        this::answered);
    }

    private void answered(ResourceOutcome outcome) {
        once.answered();
        switch (outcome) {
            case ResourceOutcome.Done(var resource) -> {
                open.set(false);
                added.accept(resource);
            }
            case ResourceOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
