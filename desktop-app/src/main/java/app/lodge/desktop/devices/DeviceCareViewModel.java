package app.lodge.desktop.devices;

import app.lodge.core.devices.Device;
import app.lodge.core.devices.DeviceCare.Command;
import app.lodge.core.devices.DeviceCare.Refusal;
import app.lodge.core.devices.DeviceCare.Revocation;
import app.lodge.core.devices.DeviceCare.Verb;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Orders to the chosen device, its revocation, and what the network refused.
public final class DeviceCareViewModel {

    private static final int SHOWN = 100;

    private final Session session;
    private final Runnable changed;
    private final ObjectProperty<@Nullable Device> device = new SimpleObjectProperty<>();
    private final ObservableList<Command> commands = FXCollections.observableArrayList();
    private final ObservableList<Refusal> refusals = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty revoking = new SimpleBooleanProperty();
    private final BooleanProperty showingRefusals = new SimpleBooleanProperty();
    private final Once once = new Once();

    DeviceCareViewModel(Session session, Runnable changed) {
        this.session = session;
        this.changed = changed;
    }

    ObservableList<Command> commands() {
        return commands;
    }

    ObservableList<Refusal> refusals() {
        return refusals;
    }

    ObjectProperty<@Nullable Device> device() {
        return device;
    }

    BooleanProperty busy() {
        return busy;
    }

    BooleanProperty revoking() {
        return revoking;
    }

    BooleanProperty showingRefusals() {
        return showingRefusals;
    }

    void show(@Nullable Device chosen) {
        device.set(chosen);
        if (chosen == null) {
            commands.clear();
            return;
        }
        session.background()
                .run(
                        "devices.reading",
                        new SimpleBooleanProperty(),
                        () -> session.doors().care().commands(session.actor(), chosen.id()),
                        found -> {
                            var shown = device.get();
                            if (shown != null && shown.id().equals(chosen.id())) {
                                commands.setAll(found);
                            }
                        });
    }

    void order(Verb verb) {
        var chosen = device.get();
        if (chosen == null) {
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "devices.ordering",
                        busy,
                        () ->
                                session.doors()
                                        .care()
                                        .order(session.actor(), request, chosen.id(), verb),
                        _ -> {
                            once.answered();
                            show(chosen);
                        });
    }

    /// As the second person.
    void confirm(Command command) {
        var request = once.request();
        session.background()
                .run(
                        "devices.ordering",
                        busy,
                        () ->
                                session.doors()
                                        .care()
                                        .confirm(session.actor(), request, command.number()),
                        outcome -> {
                            once.answered();
                            switch (outcome) {
                                case SENT ->
                                        session.notices().done(Message.of("devices.order-sent"));
                                case YOURSELF ->
                                        session.notices().warn(Message.of("devices.order-yours"));
                                case NOT_ASKED ->
                                        session.notices().warn(Message.of("devices.order-over"));
                            }
                            show(device.get());
                        });
    }

    void revoke() {
        var chosen = device.get();
        if (chosen == null) {
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "devices.ordering",
                        busy,
                        () -> session.doors().care().revoke(session.actor(), request, chosen.id()),
                        outcome -> {
                            once.answered();
                            revoking.set(false);
                            session.notices()
                                    .done(
                                            Message.of(
                                                    outcome == Revocation.REVOKED
                                                            ? "devices.revoked"
                                                            : "devices.nothing-to-revoke",
                                                    chosen.label()));
                            changed.run();
                        });
    }

    void lookAtRefusals() {
        session.background()
                .run(
                        "devices.reading",
                        busy,
                        () -> session.doors().care().refusals(session.actor(), SHOWN),
                        found -> {
                            refusals.setAll(found);
                            showingRefusals.set(true);
                        });
    }
}
