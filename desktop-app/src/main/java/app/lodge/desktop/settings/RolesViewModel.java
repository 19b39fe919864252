package app.lodge.desktop.settings;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.Role;
import app.lodge.core.operators.Roles.RoleOutcome;
import app.lodge.core.operators.StaffRole;
import app.lodge.core.people.Reach;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The site's own roles: made from a shipped one, then changed permission by permission and field by field
/// (ID-55).
public final class RolesViewModel {

    private final Session session;
    private final ObservableList<StaffRole> roles = FXCollections.observableArrayList();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<Role> template = new SimpleObjectProperty<>(Role.CLERK);
    private final Map<Permission, BooleanProperty> granted = new EnumMap<>(Permission.class);
    private final Map<String, BooleanProperty> hidden = new LinkedHashMap<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();
    private long edited;

    RolesViewModel(Session session) {
        this.session = session;
        offered().forEach(permission -> granted.put(permission, new SimpleBooleanProperty()));
        Reach.hideable().forEach(field -> hidden.put(field, new SimpleBooleanProperty()));
        template.subscribe((_, chosen) -> {
            if (open.get() && edited == 0) {
                tick(StaffRole.shipped(chosen));
            }
        });
    }

    /// What the operator may hand on: no more than they have.
    List<Permission> offered() {
        return Stream.of(Permission.values())
                .filter(permission -> permission != Permission.DEVICE_TRAFFIC)
                .filter(session.actor()::may)
                .toList();
    }

    /// The shipped ones and the site's own.
    ObservableList<StaffRole> all() {
        return roles;
    }

    List<StaffRole> own() {
        return roles.stream().filter(role -> role.id() != 0).toList();
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

    ObjectProperty<Role> template() {
        return template;
    }

    Map<Permission, BooleanProperty> granted() {
        return granted;
    }

    /// By the keys of `Reach.hideable()`, in its order.
    Map<String, BooleanProperty> hidden() {
        return hidden;
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    boolean addsNew() {
        return edited == 0;
    }

    void refresh() {
        if (session.actor().may(Permission.CHANGE_OPERATORS)) {
            session.background()
                    .run(
                            "roles.reading",
                            new SimpleBooleanProperty(),
                            () -> session.doors().roles().list(session.actor()),
                            roles::setAll);
        }
    }

    void beginAdd() {
        begin(new StaffRole(0, "", Role.CLERK, Role.CLERK.permissions(), java.util.Set.of()));
    }

    void begin(StaffRole role) {
        edited = role.id();
        name.set(role.name());
        template.set(role.template());
        tick(role);
        problems.clear();
        once.answered();
        open.set(true);
    }

    private void tick(StaffRole role) {
        granted.forEach((permission, on) -> on.set(role.permissions().contains(permission)));
        hidden.forEach((field, on) -> on.set(role.hiddenFields().contains(field)));
    }

    void save() {
        var asked =
                new StaffRole(
                        edited,
                        name.get().strip(),
                        template.get(),
                        granted.entrySet().stream()
                                .filter(entry -> entry.getValue().get())
                                .map(Map.Entry::getKey)
                                .collect(Collectors.toSet()),
                        hidden.entrySet().stream()
                                .filter(entry -> entry.getValue().get())
                                .map(Map.Entry::getKey)
                                .collect(Collectors.toSet()));
        var request = once.request();
        session.background()
                .run(
                        "roles.saving",
                        busy,
                        () -> session.doors().roles().save(session.actor(), request, asked),
                        outcome -> answered(outcome, "roles.saved"));
    }

    void remove(StaffRole role) {
        var request = once.request();
        session.background()
                .run(
                        "roles.saving",
                        busy,
                        () -> session.doors().roles().remove(session.actor(), request, role.id()),
                        outcome -> answered(outcome, "roles.removed"));
    }

    private void answered(RoleOutcome outcome, String done) {
        once.answered();
        switch (outcome) {
            case RoleOutcome.Done(var role) -> {
                open.set(false);
                session.notices().done(Message.of(done, role.name()));
                refresh();
            }
            case RoleOutcome.Rejected(var found) -> {
                if (open.get()) {
                    problems.setAll(found);
                } else {
                    found.forEach(problem -> session.notices().warn(Message.of(problem)));
                }
            }
        }
    }
}
