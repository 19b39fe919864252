package app.lodge.desktop.rollout;

import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.rollout.Rollouts.ChangeOutcome;
import app.lodge.core.rollout.Rollouts.OnDevice;
import app.lodge.core.rollout.Rollouts.Progress;
import app.lodge.core.rollout.Rollouts.Rollout;
import app.lodge.desktop.shell.Background;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Roll-outs: begun after a look at who gets what when, watched device by device, stopped, taken back.
public final class RolloutsViewModel {

    private final Session session;
    private final ObservableList<Rollout> rollouts = FXCollections.observableArrayList();
    private final ObservableList<OnDevice> devices = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Rollout> chosen = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final NewRolloutViewModel fresh;
    private final Once once = new Once();

    public RolloutsViewModel(Session session) {
        this.session = session;
        fresh = new NewRolloutViewModel(session, busy, this::started);
        chosen.subscribe(this::readDevices);
    }

    ObservableList<Rollout> rollouts() {
        return rollouts;
    }

    ObservableList<OnDevice> devices() {
        return devices;
    }

    ObjectProperty<@Nullable Rollout> chosen() {
        return chosen;
    }

    BooleanProperty busy() {
        return busy;
    }

    NewRolloutViewModel fresh() {
        return fresh;
    }

    boolean mayRollOut() {
        return session.actor().may(Permission.CONFIGURE_DEVICES);
    }

    public void refresh() {
        read(() -> session.doors().rollouts().list(session.actor()), this::show);
    }

    private void started(Rollout rollout) {
        chosen.set(rollout);
        refresh();
    }

    private void show(List<Rollout> found) {
        var before = chosen.get();
        if (!rollouts.equals(found)) {
            rollouts.setAll(found);
        }
        chosen.set(
                found.stream()
                        .filter(one -> before != null && one.number() == before.number())
                        .findFirst()
                        .orElse(null));
    }

    private void readDevices(@Nullable Rollout rollout) {
        if (rollout == null) {
            devices.clear();
            return;
        }
        read(
                () -> session.doors().rollouts().find(session.actor(), rollout.number()),
                found -> devices.setAll(found.map(Progress::devices).orElseGet(List::of)));
    }

    void halt() {
        steer(number ->
                request -> session.doors().rollouts().stop(session.actor(), request, number));
    }

    void goOn() {
        steer(number ->
                request -> session.doors().rollouts().goOn(session.actor(), request, number));
    }

    void back() {
        steer(number ->
                request -> session.doors().rollouts().rollBack(session.actor(), request, number));
    }

    private void steer(Function<Long, Function<RequestId, ChangeOutcome>> way) {
        var rollout = chosen.get();
        if (rollout == null) {
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "rollouts.starting",
                        busy,
                        () -> way.apply(rollout.number()).apply(request),
                        outcome -> {
                            once.answered();
                            if (outcome instanceof ChangeOutcome.Rejected) {
                                session.notices().warn(Message.of("rollouts.not-now"));
                            }
                            refresh();
                        });
    }

    private <R> void read(Background.Call<R> call, Consumer<R> done) {
        session.background().run("rollouts.reading", new SimpleBooleanProperty(), call, done);
    }
}
