package app.lodge.desktop.devices;

import app.lodge.core.books.Problem;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.DeviceTemplates.Template;
import app.lodge.core.devices.Devices.AddOutcome;
import app.lodge.core.devices.Devices.JoinCode;
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
import org.jspecify.annotations.Nullable;

/// Adds a device and gets the code with which it joins.
public final class AddDeviceViewModel {

    private final Session session;
    private final Consumer<JoinCode> added;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty label = new SimpleStringProperty("");
    private final StringProperty place = new SimpleStringProperty("");
    private final ObjectProperty<DeviceKind> kind =
            new SimpleObjectProperty<>(DeviceKind.LOCKER_CABINET);
    private final ObservableList<Template> templates = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Template> template = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();

    AddDeviceViewModel(Session session, Consumer<JoinCode> added) {
        this.session = session;
        this.added = added;
    }

    BooleanProperty open() {
        return open;
    }

    BooleanProperty busy() {
        return busy;
    }

    StringProperty name() {
        return name;
    }

    StringProperty label() {
        return label;
    }

    StringProperty place() {
        return place;
    }

    ObjectProperty<DeviceKind> kind() {
        return kind;
    }

    ObservableList<Template> templates() {
        return templates;
    }

    /// That the device is added from; null for none, and then its kind counts.
    ObjectProperty<@Nullable Template> template() {
        return template;
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    public void begin() {
        name.set("");
        label.set("");
        place.set("");
        problems.clear();
        once.answered();
        template.set(null);
        session.background()
                .run(
                        "templates.reading",
                        new SimpleBooleanProperty(),
                        () -> session.doors().templates().list(session.actor()),
                        templates::setAll);
        open.set(true);
    }

    void add() {
        var request = once.request();
        var typedName = name.get().strip();
        var typedLabel = label.get().strip();
        var typedPlace = place.get().strip();
        var chosen = kind.get();
        var from = template.get();
        var doors = session.doors();
        session.background()
                .run(
                        "devices.adding",
                        busy,
                        () ->
                                from == null
                                        ? doors.devices()
                                                .add(
                                                        session.actor(),
                                                        request,
                                                        typedName,
                                                        chosen,
                                                        typedLabel,
                                                        typedPlace)
                                        : doors.templates()
                                                .add(
                                                        session.actor(),
                                                        request,
                                                        from.number(),
                                                        typedName,
                                                        typedLabel,
                                                        typedPlace),
                        this::answered);
    }

    private void answered(AddOutcome outcome) {
        once.answered();
        switch (outcome) {
            case AddOutcome.Added(var _, var code) -> {
                open.set(false);
                added.accept(code);
            }
            case AddOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
