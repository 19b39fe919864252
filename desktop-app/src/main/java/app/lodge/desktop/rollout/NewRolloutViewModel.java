package app.lodge.desktop.rollout;

import app.lodge.core.books.Problem;
import app.lodge.core.rollout.FieldPackage;
import app.lodge.core.rollout.Rollouts.Install;
import app.lodge.core.rollout.Rollouts.OnDevice;
import app.lodge.core.rollout.Rollouts.Order;
import app.lodge.core.rollout.Rollouts.PreviewOutcome;
import app.lodge.core.rollout.Rollouts.Rollout;
import app.lodge.core.rollout.Rollouts.Stages;
import app.lodge.core.rollout.Rollouts.StartOutcome;
import app.lodge.desktop.shell.Background;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
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

/// A roll-out before it is one: what goes to whom, by which stages, and who would get it when.
public final class NewRolloutViewModel {

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Session session;
    private final BooleanProperty busy;
    private final Consumer<Rollout> started;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObservableList<FieldPackage> packages = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable FieldPackage> what = new SimpleObjectProperty<>();
    private final ObservableList<Target> targets = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Target> target = new SimpleObjectProperty<>();
    private final StringProperty canaries = new SimpleStringProperty();
    private final StringProperty share = new SimpleStringProperty();
    private final StringProperty stop = new SimpleStringProperty();
    private final BooleanProperty onRequest = new SimpleBooleanProperty();
    private final StringProperty from = new SimpleStringProperty("");
    private final StringProperty until = new SimpleStringProperty("");
    private final ObservableList<OnDevice> preview = FXCollections.observableArrayList();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();

    /// @param started gets what goes out now
    NewRolloutViewModel(Session session, BooleanProperty busy, Consumer<Rollout> started) {
        this.session = session;
        this.busy = busy;
        this.started = started;
        List.of(canaries, share, stop, from, until)
                .forEach(typed -> typed.subscribe(_ -> preview.clear()));
        target.subscribe(_ -> preview.clear());
        what.subscribe(_ -> preview.clear());
    }

    BooleanProperty busy() {
        return busy;
    }

    BooleanProperty open() {
        return open;
    }

    ObservableList<FieldPackage> packages() {
        return packages;
    }

    ObjectProperty<@Nullable FieldPackage> what() {
        return what;
    }

    ObservableList<Target> targets() {
        return targets;
    }

    ObjectProperty<@Nullable Target> target() {
        return target;
    }

    StringProperty canaries() {
        return canaries;
    }

    StringProperty share() {
        return share;
    }

    StringProperty stop() {
        return stop;
    }

    BooleanProperty onRequest() {
        return onRequest;
    }

    StringProperty from() {
        return from;
    }

    StringProperty until() {
        return until;
    }

    ObservableList<OnDevice> preview() {
        return preview;
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    void begin() {
        problems.clear();
        preview.clear();
        once.answered();
        canaries.set(String.valueOf(Stages.CAREFUL.canaries()));
        share.set(String.valueOf(Stages.CAREFUL.sharePercent()));
        stop.set(String.valueOf(Stages.CAREFUL.stopAtFailedPercent()));
        onRequest.set(false);
        from.set("");
        until.set("");
        read(
                () -> session.doors().packages().list(session.actor()),
                found -> {
                    packages.setAll(found);
                    what.set(found.isEmpty() ? null : found.getFirst());
                });
        read(
                () -> Target.all(session),
                found -> {
                    targets.setAll(found);
                    target.set(found.isEmpty() ? null : found.getFirst());
                    open.set(true);
                });
    }

    void look() {
        var order = order();
        if (order == null) {
            return;
        }
        read(
                () -> session.doors().rollouts().preview(session.actor(), order),
                outcome -> {
                    switch (outcome) {
                        case PreviewOutcome.Shown(var found, var _) -> preview.setAll(found);
                        case PreviewOutcome.Rejected(var found) -> problems.setAll(found);
                    }
                });
    }

    void start() {
        var order = order();
        if (order == null) {
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "rollouts.starting",
                        busy,
                        () -> session.doors().rollouts().start(session.actor(), request, order),
                        this::answered);
    }

    private void answered(StartOutcome outcome) {
        once.answered();
        switch (outcome) {
            case StartOutcome.Started(var rollout) -> {
                open.set(false);
                session.notices().done(Message.of("rollouts.started", rollout.what().title()));
                started.accept(rollout);
            }
            case StartOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }

    private @Nullable Order order() {
        problems.clear();
        var chosenPackage = what.get();
        var to = target.get();
        var stages =
                new Stages(
                        number("canaries", canaries, 1_000),
                        number("share", share, 100),
                        number("stop", stop, 100));
        var begins = time("from", from);
        var ends = time("until", until);
        return chosenPackage == null || to == null || !problems.isEmpty()
                ? null
                : new Order(
                        chosenPackage.number(),
                        to.aim(),
                        stages,
                        onRequest.get() ? Install.ON_REQUEST : Install.AT_ONCE,
                        begins,
                        ends);
    }

    private int number(String field, StringProperty typed, int highest) {
        var text = typed.get().strip();
        if (text.matches("[0-9]{1,4}") && Integer.parseInt(text) <= highest) {
            return Integer.parseInt(text);
        }
        problems.add(Problem.of(field, text, "rollouts.range", highest));
        return 0;
    }

    private @Nullable Instant time(String field, StringProperty typed) {
        var text = typed.get().strip();
        try {
            return text.isEmpty()
                    ? null
                    : LocalDateTime.parse(text, TIME).atZone(session.site().zone()).toInstant();
        } catch (DateTimeParseException e) {
            problems.add(Problem.of(field, text, "rollouts.time"));
            return null;
        }
    }

    private <R> void read(Background.Call<R> call, Consumer<R> done) {
        session.background().run("rollouts.reading", new SimpleBooleanProperty(), call, done);
    }
}
