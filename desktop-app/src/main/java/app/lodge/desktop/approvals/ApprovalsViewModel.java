package app.lodge.desktop.approvals;

import app.lodge.core.approvals.Approval;
import app.lodge.core.approvals.Approvals.DecideOutcome;
import app.lodge.core.approvals.Approvals.Decision;
import app.lodge.core.approvals.Remark;
import app.lodge.core.books.Problem;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What waits for this operator's decision (ID-27).
public final class ApprovalsViewModel {

    private final Session session;
    private final ObservableList<Approval> waiting = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Approval> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<Remark> remark = new SimpleObjectProperty<>(Remark.NONE);
    private final StringProperty reference = new SimpleStringProperty("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Once once = new Once();

    public ApprovalsViewModel(Session session) {
        this.session = session;
        chosen.subscribe(_ -> {
            remark.set(Remark.NONE);
            reference.set("");
            changed();
        });
        remark.subscribe(_ -> changed());
        reference.subscribe(_ -> changed());
    }

    private void changed() {
        problems.clear();
        refusal.set(null);
        once.answered();
    }

    /// The oldest first.
    public ObservableList<Approval> waiting() {
        return waiting;
    }

    public ObjectProperty<@Nullable Approval> chosen() {
        return chosen;
    }

    public ObjectProperty<Remark> remark() {
        return remark;
    }

    public StringProperty reference() {
        return reference;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public ObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    public BooleanProperty busy() {
        return busy;
    }

    /// Whether it is the operator's own, on which somebody else decides.
    public boolean own(Approval approval) {
        return approval.askedBy() == session.actor().operatorId();
    }

    public void refresh() {
        session.background()
                .run(
                        "approvals.reading",
                        busy,
                        () -> session.doors().approvals().open(session.actor()),
                        found -> {
                            var before = chosen.get();
                            waiting.setAll(found);
                            if (before != null
                                    && found.stream()
                                            .noneMatch(one -> one.number() == before.number())) {
                                chosen.set(null);
                            }
                        });
    }

    public void decide(boolean approved) {
        var about = chosen.get();
        if (about == null) {
            return;
        }
        var decision = new Decision(approved, remark.get(), reference.get().strip());
        var request = once.request();
        session.background()
                .run(
                        "approvals.deciding",
                        busy,
                        () ->
                                session.doors()
                                        .approvals()
                                        .decide(session.actor(), request, about.number(), decision),
                        this::answered);
    }

    private void answered(DecideOutcome outcome) {
        once.answered();
        switch (outcome) {
            case DecideOutcome.Decided(var approval) -> {
                session.notices()
                        .done(
                                Message.of(
                                        switch (approval.state()) {
                                            case REFUSED -> "approvals.refused";
                                            case OPEN, APPROVED, WITHDRAWN, USED, EXPIRED ->
                                                    "approvals.approved";
                                        },
                                        approval.matter().amount()));
                chosen.set(null);
                refresh();
            }
            case DecideOutcome.Yourself _ -> refusal.set(Message.of("approvals.yourself"));
            case DecideOutcome.NotOpen _ -> refusal.set(Message.of("approvals.not-open"));
            case DecideOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
