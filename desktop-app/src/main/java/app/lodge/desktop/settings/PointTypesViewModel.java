package app.lodge.desktop.settings;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.points.PointType;
import app.lodge.core.points.PointTypes.PutOutcome;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The types of payment points: the site's own are added, any can be renamed and retired (ID-14).
public final class PointTypesViewModel {

    private final Session session;
    private final ObservableList<PointType> types = FXCollections.observableArrayList();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty code = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");
    private final BooleanProperty retired = new SimpleBooleanProperty();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();
    private boolean addsNew;

    public PointTypesViewModel(Session session) {
        this.session = session;
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CONFIGURE_DEVICES);
    }

    public ObservableList<PointType> types() {
        return types;
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public StringProperty code() {
        return code;
    }

    /// Empty for a shipped one that is called as in the bundles.
    public StringProperty name() {
        return name;
    }

    public BooleanProperty retired() {
        return retired;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public boolean addsNew() {
        return addsNew;
    }

    public void refresh() {
        if (mayChange()) {
            session.background()
                    .run(
                            "point-types.reading",
                            new SimpleBooleanProperty(),
                            () -> session.doors().pointTypes().list(session.actor()),
                            types::setAll);
        }
    }

    public void beginAdd() {
        begin(new PointType("", "", false));
        addsNew = true;
        open.set(true);
    }

    public void edit(PointType type) {
        begin(type);
        addsNew = false;
        open.set(true);
    }

    private void begin(PointType type) {
        code.set(type.code());
        name.set(type.name());
        retired.set(type.retired());
        problems.clear();
        once.answered();
    }

    public void save() {
        var asked = new PointType(code.get().strip(), name.get().strip(), retired.get());
        if (addsNew && types.stream().anyMatch(type -> type.code().equals(asked.code()))) {
            problems.setAll(List.of(Problem.of("code", asked.code(), "point-types.code-taken")));
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "point-types.saving",
                        busy,
                        () -> session.doors().pointTypes().put(session.actor(), request, asked),
                        this::answered);
    }

    private void answered(PutOutcome outcome) {
        once.answered();
        switch (outcome) {
            case PutOutcome.Done(var type) -> {
                open.set(false);
                session.notices().done(Message.of("point-types.saved", type.code()));
                refresh();
            }
            case PutOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
