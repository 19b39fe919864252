package app.lodge.desktop.costcentres;

import app.lodge.core.books.Problem;
import app.lodge.core.costcentres.CostCentre;
import app.lodge.core.costcentres.CostCentre.OverBudget;
import app.lodge.core.costcentres.CostCentres.CentreOutcome;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.List;
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

/// Creates or changes a cost centre.
public final class CentreFormViewModel {

    private final Session session;
    private final Consumer<CostCentre> saved;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty code = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<OverBudget> overBudget =
            new SimpleObjectProperty<>(OverBudget.REFUSE);
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();
    private @Nullable CostCentre edited;

    CentreFormViewModel(Session session, Consumer<CostCentre> saved) {
        this.session = session;
        this.saved = saved;
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

    public StringProperty name() {
        return name;
    }

    public ObjectProperty<OverBudget> overBudget() {
        return overBudget;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    /// A code stays for good once the centre is there.
    public boolean isNew() {
        return edited == null;
    }

    public void beginNew() {
        begin(null, "", "", OverBudget.REFUSE);
    }

    public void begin(CostCentre centre) {
        begin(centre, centre.code(), centre.name(), centre.overBudget());
    }

    private void begin(
            @Nullable CostCentre centre, String itsCode, String itsName, OverBudget rule) {
        edited = centre;
        code.set(itsCode);
        name.set(itsName);
        overBudget.set(rule);
        problems.clear();
        once.answered();
        open.set(true);
    }

    public void save() {
        var request = once.request();
        var door = session.doors().costCentres();
        var actor = session.actor();
        var now = edited;
        var wantedCode = code.get().strip();
        var wantedName = name.get().strip();
        var rule = overBudget.get();
        session.background()
                .run(
                        "centres.saving",
                        busy,
                        () ->
                                now == null
                                        ? door.add(actor, request, wantedCode, wantedName, rule)
                                        : door.change(
                                                actor,
                                                request,
                                                new CostCentre(
                                                        now.id(),
                                                        now.code(),
                                                        wantedName,
                                                        rule,
                                                        now.active())),
                        this::answered);
    }

    private void answered(CentreOutcome outcome) {
        once.answered();
        switch (outcome) {
            case CentreOutcome.Done(var centre) -> {
                open.set(false);
                saved.accept(centre);
            }
            case CentreOutcome.Rejected(List<Problem> found) -> problems.setAll(found);
        }
    }
}
