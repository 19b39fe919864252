package app.lodge.desktop.settings;

import app.lodge.core.books.Problem;
import app.lodge.core.books.Scope;
import app.lodge.core.operators.Operator;
import app.lodge.core.operators.Operators.AddOutcome;
import app.lodge.core.operators.StaffRole;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Which role an operator has, and whose data they work with (ID-55).
public final class AssignmentViewModel {

    private final Session session;
    private final Runnable afterwards;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable StaffRole> role = new SimpleObjectProperty<>();
    private final StringProperty departments = new SimpleStringProperty("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();
    private @Nullable Operator operator;

    AssignmentViewModel(Session session, Runnable afterwards) {
        this.session = session;
        this.afterwards = afterwards;
    }

    BooleanProperty open() {
        return open;
    }

    BooleanProperty busy() {
        return busy;
    }

    ObjectProperty<@Nullable StaffRole> role() {
        return role;
    }

    /// Names between commas; empty for the whole site.
    StringProperty departments() {
        return departments;
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    String name() {
        return operator == null ? "" : operator.name();
    }

    void begin(Operator whose, List<StaffRole> roles) {
        operator = whose;
        var own = whose.ownRole();
        role.set(
                roles.stream()
                        .filter(one ->
                                own == null
                                        ? one.id() == 0 && one.template() == whose.role()
                                        : one.id() == own.id())
                        .findFirst()
                        .orElse(null));
        departments.set(
                switch (whose.scope()) {
                    case Scope.Site() -> "";
                    case Scope.Departments(var names) -> String.join(", ", names);
                });
        problems.clear();
        once.answered();
        open.set(true);
    }

    void save() {
        var whose = operator;
        var chosen = role.get();
        if (whose == null || chosen == null) {
            return;
        }
        var names =
                Arrays.stream(departments.get().split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toSet());
        var scope = names.isEmpty() ? Scope.SITE : new Scope.Departments(names);
        var request = once.request();
        session.background()
                .run(
                        "operators.saving",
                        busy,
                        () ->
                                session.doors()
                                        .operators()
                                        .assign(
                                                session.actor(),
                                                request,
                                                whose.id(),
                                                chosen,
                                                scope),
                        this::answered);
    }

    private void answered(AddOutcome outcome) {
        once.answered();
        switch (outcome) {
            case AddOutcome.Done(var changed) -> {
                open.set(false);
                session.notices().done(Message.of("operators.saved", changed.name()));
                afterwards.run();
            }
            case AddOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
