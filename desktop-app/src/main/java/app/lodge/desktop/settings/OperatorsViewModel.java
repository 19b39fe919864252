package app.lodge.desktop.settings;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.Role;
import app.lodge.core.operators.Operator;
import app.lodge.core.operators.Operators.AddOutcome;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
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

/// Who may work with Lodge; adds, gives new passwords, lets go.
public final class OperatorsViewModel {

    static final List<Role> ROLES = List.of(Role.CLERK, Role.AUDITOR, Role.ADMINISTRATOR);

    private final Session session;
    private final ObservableList<Operator> operators = FXCollections.observableArrayList();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty repeated = new SimpleStringProperty("");
    private final ObjectProperty<Role> role = new SimpleObjectProperty<>(Role.CLERK);
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();

    /// Whose password is changed; null while a new operator is added.
    private @Nullable Operator changed;

    OperatorsViewModel(Session session) {
        this.session = session;
    }

    ObservableList<Operator> operators() {
        return operators;
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

    StringProperty password() {
        return password;
    }

    StringProperty repeated() {
        return repeated;
    }

    ObjectProperty<Role> role() {
        return role;
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    boolean addsNew() {
        return changed == null;
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_OPERATORS);
    }

    boolean isSelf(Operator operator) {
        return operator.id() == session.actor().operatorId();
    }

    void refresh() {
        if (mayChange()) {
            session.background()
                    .run(
                            "operators.reading",
                            new SimpleBooleanProperty(),
                            () -> session.doors().operators().list(session.actor()),
                            operators::setAll);
        }
    }

    void beginAdd() {
        begin(null);
        name.set("");
    }

    void beginChange(Operator operator) {
        begin(operator);
        name.set(operator.name());
    }

    private void begin(@Nullable Operator operator) {
        changed = operator;
        password.set("");
        repeated.set("");
        problems.clear();
        once.answered();
        open.set(true);
    }

    void save() {
        if (!password.get().equals(repeated.get())) {
            problems.setAll(List.of(Problem.of("repeated", "", "operators.not-the-same")));
            return;
        }
        var operator = changed;
        var typedName = name.get().strip();
        var chosen = role.get();
        var typed = password.get().toCharArray();
        var request = once.request();
        session.background()
                .run(
                        "operators.saving",
                        busy,
                        () ->
                                operator == null
                                        ? session.doors()
                                                .operators()
                                                .add(
                                                        session.actor(),
                                                        request,
                                                        typedName,
                                                        chosen,
                                                        typed)
                                        : session.doors()
                                                .operators()
                                                .changePassword(
                                                        session.actor(),
                                                        request,
                                                        operator.id(),
                                                        typed),
                        this::answered);
    }

    private void answered(AddOutcome outcome) {
        once.answered();
        switch (outcome) {
            case AddOutcome.Done(var operator) -> {
                open.set(false);
                password.set("");
                repeated.set("");
                session.notices().done(Message.of("operators.saved", operator.name()));
                refresh();
            }
            case AddOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }

    /// At once: whoever was let go by mistake is let in again just so.
    void deactivate(Operator operator) {
        var request = once.request();
        session.background()
                .run(
                        "operators.saving",
                        busy,
                        () ->
                                session.doors()
                                        .operators()
                                        .deactivate(session.actor(), request, operator.id()),
                        this::deactivated);
    }

    private void deactivated(AddOutcome outcome) {
        once.answered();
        switch (outcome) {
            case AddOutcome.Done(var operator) -> {
                session.notices()
                        .done(
                                Message.of("operators.deactivated", operator.name()),
                                () -> reactivate(operator));
                refresh();
            }
            case AddOutcome.Rejected(var found) -> warn(found);
        }
    }

    void reactivate(Operator operator) {
        var request = once.request();
        session.background()
                .run(
                        "operators.saving",
                        busy,
                        () ->
                                session.doors()
                                        .operators()
                                        .reactivate(session.actor(), request, operator.id()),
                        this::reactivated);
    }

    private void reactivated(AddOutcome outcome) {
        once.answered();
        switch (outcome) {
            case AddOutcome.Done(var operator) ->
                    session.notices().done(Message.of("operators.reactivated", operator.name()));
            case AddOutcome.Rejected(var found) -> warn(found);
        }
        refresh();
    }

    private void warn(List<Problem> found) {
        found.forEach(problem -> session.notices().warn(Message.of(problem)));
    }
}
