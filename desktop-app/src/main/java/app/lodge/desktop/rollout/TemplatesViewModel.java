package app.lodge.desktop.rollout;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.DeviceTemplates.Draft;
import app.lodge.core.devices.DeviceTemplates.MakeOutcome;
import app.lodge.core.devices.DeviceTemplates.Template;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Templates; their settings change by a push, which shows whom it reaches.
public final class TemplatesViewModel {

    private final Session session;
    private final ObservableList<Template> templates = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Template> chosen = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty group = new SimpleStringProperty("");
    private final ObjectProperty<DeviceKind> kind =
            new SimpleObjectProperty<>(DeviceKind.PAYMENT_POINT);
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();

    public TemplatesViewModel(Session session) {
        this.session = session;
    }

    ObservableList<Template> templates() {
        return templates;
    }

    ObjectProperty<@Nullable Template> chosen() {
        return chosen;
    }

    BooleanProperty busy() {
        return busy;
    }

    BooleanProperty open() {
        return open;
    }

    StringProperty name() {
        return name;
    }

    StringProperty group() {
        return group;
    }

    ObjectProperty<DeviceKind> kind() {
        return kind;
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    boolean mayMake() {
        return session.actor().may(Permission.CONFIGURE_DEVICES);
    }

    public void refresh() {
        session.background()
                .run(
                        "templates.reading",
                        new SimpleBooleanProperty(),
                        () -> session.doors().templates().list(session.actor()),
                        found -> {
                            if (!templates.equals(found)) {
                                templates.setAll(found);
                            }
                        });
    }

    void begin() {
        name.set("");
        group.set("");
        problems.clear();
        once.answered();
        open.set(true);
    }

    void make() {
        var draft =
                new Draft(name.get().strip(), kind.get(), group.get().strip(), List.of(), Map.of());
        var request = once.request();
        session.background()
                .run(
                        "templates.making",
                        busy,
                        () -> session.doors().templates().make(session.actor(), request, draft),
                        outcome -> {
                            once.answered();
                            switch (outcome) {
                                case MakeOutcome.Made(var template) -> {
                                    open.set(false);
                                    session.notices()
                                            .done(Message.of("templates.made", template.name()));
                                    refresh();
                                }
                                case MakeOutcome.Rejected(var found) -> problems.setAll(found);
                            }
                        });
    }
}
