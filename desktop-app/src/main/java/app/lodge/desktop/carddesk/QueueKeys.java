package app.lodge.desktop.carddesk;

import app.lodge.core.media.CardJobs.Resolution;
import app.lodge.desktop.shell.Keys;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;

/// The keys of queue mode. All but the one that switches it mean something only in it, and then come before those of the
/// desk.
final class QueueKeys {

    private final QueueViewModel model;
    private final QueueView view;

    QueueKeys(QueueViewModel model, QueueView view) {
        this.model = model;
        this.view = view;
    }

    /// Those of the desk may be added.
    Keys keys() {
        BooleanSupplier on = () -> model.on().get() && !model.enrolment().open().get();
        return Keys.ofScreen()
                .on(Keys.key(KeyCode.F11), "keys.queue.mode", model::toggle)
                .on(Keys.ctrl(KeyCode.I), "keys.queue.enrol", on, model::enrol)
                .on(Keys.ctrl(KeyCode.J), "keys.queue.again", on, view::again)
                .on(Keys.ctrl(KeyCode.D), "keys.queue.aside", on, view::takeOut)
                .on(Keys.ctrl(KeyCode.P), "keys.queue.pause", on, model.changes()::pause)
                .on(Keys.key(KeyCode.F12), "keys.queue.list", on, view::enterList)
                .on(
                        Keys.alt(KeyCode.UP),
                        "keys.queue.earlier",
                        on,
                        () -> model.changes().move(true))
                .on(
                        Keys.alt(KeyCode.DOWN),
                        "keys.queue.later",
                        on,
                        () -> model.changes().move(false))
                .on(Keys.ctrl(KeyCode.O), "keys.queue.good", on, () -> resolve(Resolution.GOOD))
                .on(
                        Keys.ctrl(KeyCode.S),
                        "keys.queue.spoiled",
                        on,
                        () -> resolve(Resolution.SPOILED))
                .on(
                        Keys.ctrl(KeyCode.T),
                        "keys.queue.not-there",
                        on,
                        () -> resolve(Resolution.NOT_THERE));
    }

    private void resolve(Resolution resolution) {
        model.changes().resolve(resolution);
    }
}
