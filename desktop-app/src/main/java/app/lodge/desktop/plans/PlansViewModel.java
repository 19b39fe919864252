package app.lodge.desktop.plans;

import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.encodingplans.EncodingPlans.Line;
import app.lodge.core.encodingplans.EncodingPlans.PublishOutcome;
import app.lodge.core.encodingplans.EncodingPlans.SaveOutcome;
import app.lodge.core.encodingplans.EncodingPlans.State;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The editor of encoding plans: a document with checks while it is written, tried out on a virtual
/// blank, kept as a draft, published (ID-47).
public final class PlansViewModel {

    private final Session session;
    private final Trial trial;
    private final ObservableList<Line> plans = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Line> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Line> other = new SimpleObjectProperty<>();
    private final PlanBoard board = new PlanBoard();
    private final ObservableList<Message> told = FXCollections.observableArrayList();
    private final ObjectProperty<Trial.@Nullable Told> tried = new SimpleObjectProperty<>();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final PlanFiles files;
    private final PlanStanding standing;

    public PlansViewModel(Session session, Trial trial) {
        this.session = session;
        this.trial = trial;
        files = new PlanFiles(session, busy);
        standing = new PlanStanding(session, busy, told::setAll, this::reread);
        chosen.subscribe(line -> {
            if (line != null) {
                board.begin(PlanDocument.of(line.plan()));
            }
        });
        board.text().subscribe(_ -> check());
        other.subscribe(_ -> compare());
    }

    PlanBoard board() {
        return board;
    }

    /// Whether the editor has the screen.
    public BooleanProperty open() {
        return open;
    }

    /// Begins another plan; the list has it as soon as it is saved.
    void begin(PlanNode.Kind medium) {
        chosen.set(null);
        board.begin(NewNodes.plan(medium));
    }

    public ObservableList<Line> plans() {
        return plans;
    }

    public ObjectProperty<@Nullable Line> chosen() {
        return chosen;
    }

    /// What the chosen one is compared with.
    public ObjectProperty<@Nullable Line> other() {
        return other;
    }

    public StringProperty document() {
        return board.text();
    }

    /// The last dry run.
    public ObjectProperty<Trial.@Nullable Told> tried() {
        return tried;
    }

    /// Findings of the last check, or what a comparison or the site said.
    public ObservableList<Message> told() {
        return told;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_SETTINGS);
    }

    private EncodingPlans door() {
        return session.doors().encodingPlans();
    }

    public void refresh() {
        if (mayChange()) {
            session.background()
                    .run(
                            "plans.reading",
                            busy,
                            () -> door().list(session.actor()),
                            all -> shown(all, reference()));
        }
    }

    private String reference() {
        var line = chosen.get();
        return line == null ? "" : line.plan().reference();
    }

    private void shown(List<Line> all, String reference) {
        plans.setAll(all);
        var again =
                all.stream().filter(line -> line.plan().reference().equals(reference)).findFirst();
        chosen.set(again.or(() -> all.stream().findFirst()).orElse(null));
    }

    private Optional<EncodingPlan> written() {
        var plan = board.plan().get();
        if (plan.isEmpty()) {
            told.setAll(unreadable(board.text().get()));
        }
        return plan;
    }

    private static Message unreadable(String text) {
        return Message.of("plans.not-a-plan", PlanDocument.fault(text));
    }

    private void check() {
        tried.set(null);
        written()
                .ifPresent(_ -> {
                    var found =
                            board.findings().stream()
                                    .map(one ->
                                            Message.of(
                                                    "plans.place",
                                                    one.problem().field(),
                                                    Message.of(one.problem())))
                                    .toList();
                    told.setAll(found.isEmpty() ? List.of(Message.of("plans.sound")) : found);
                });
    }

    private void compare() {
        var with = other.get();
        if (with != null) {
            told.setAll(PlanComparison.of(PlanDocument.of(with.plan()), board.document()));
        }
    }

    /// Keeps the document as the draft of its name.
    public void save() {
        var text = board.text().get();
        session.background()
                .run(
                        "plans.working",
                        busy,
                        () -> door().take(session.actor(), RequestId.fresh(), text),
                        this::saved);
    }

    private void saved(SaveOutcome outcome) {
        switch (outcome) {
            case SaveOutcome.Saved(var draft, var _) -> {
                session.notices().done(Message.of("plans.drafted", draft.reference()));
                reread(draft.reference());
            }
            case SaveOutcome.NotSaved(var problems) ->
                    told.setAll(problems.stream().map(Message::of).toList());
        }
    }

    private void reread(String reference) {
        session.background()
                .run(
                        "plans.reading",
                        busy,
                        () -> door().list(session.actor()),
                        all -> shown(all, reference));
    }

    public void tryOut() {
        written()
                .ifPresent(plan ->
                        session.background()
                                .run("plans.working", busy, () -> trial.run(plan), tried::set));
    }

    /// Asks once more, then signs the draft: under the site's signature it never changes again.
    public void publish() {
        var line = chosen.get();
        boolean saved =
                line != null
                        && line.state() == State.DRAFT
                        && board.plan().get().equals(Optional.of(line.plan()));
        if (line == null || !saved) {
            told.setAll(Message.of("plans.not-saved"));
            return;
        }
        session.dialogs()
                .confirm(
                        Message.of("plans.confirm-title", line.plan().reference()),
                        Message.of("plans.confirm", line.plan().reference()),
                        "plans.confirm-action",
                        () -> publish(line.plan().name()));
    }

    private void publish(String name) {
        var request = RequestId.fresh();
        session.background()
                .run(
                        "plans.working",
                        busy,
                        () -> door().publish(session.actor(), request, name),
                        this::published);
    }

    private void published(PublishOutcome outcome) {
        switch (outcome) {
            case PublishOutcome.Published(var plan) -> {
                session.notices().done(Message.of("plans.published", plan.reference()));
                reread(plan.reference());
            }
            case PublishOutcome.NoDraft(var name) ->
                    told.setAll(Message.of("plans.no-draft", name));
            case PublishOutcome.Unsound(var findings) ->
                    told.setAll(findings.stream().map(one -> Message.of(one.problem())).toList());
        }
    }

    /// New cards get the chosen plan.
    public void use() {
        var line = chosen.get();
        if (line != null) {
            standing.use(line.plan());
        }
    }

    /// No new medium gets the chosen plan any more, after a question.
    public void retire() {
        var line = chosen.get();
        if (line != null) {
            standing.retire(line.plan());
        }
    }

    boolean mayRetire(Line line) {
        return line.state() == State.PUBLISHED;
    }

    /// Takes a file's text into the editor; saving makes it a draft.
    public void takeFile() {
        files.read(this::taken);
    }

    private void taken(String text) {
        PlanDocument.read(text).ifPresentOrElse(board::begin, () -> told.setAll(unreadable(text)));
    }

    public void writeFile() {
        var line = chosen.get();
        if (line != null) {
            files.write(line.plan());
        }
    }
}
