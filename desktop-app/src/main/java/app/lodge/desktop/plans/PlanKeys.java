package app.lodge.desktop.plans;

import static app.lodge.desktop.shell.Keys.alt;
import static app.lodge.desktop.shell.Keys.ctrl;
import static app.lodge.desktop.shell.Keys.ctrlShift;
import static app.lodge.desktop.shell.Keys.key;

import app.lodge.desktop.shell.Keys;
import java.util.List;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of the editor. Undo, too, goes before that of a text field, which knows nothing of the rest of
/// the plan.
final class PlanKeys {

    private final PlansViewModel model;

    PlanKeys(PlansViewModel model) {
        this.model = model;
    }

    Keys all() {
        var board = model.board();
        return Keys.ofScreen()
                .on(ctrl(KeyCode.Z), "keys.undo", board::undo)
                .on(List.of(ctrl(KeyCode.Y), ctrlShift(KeyCode.Z)), "keys.redo", board::redo)
                .on(ctrl(KeyCode.S), "keys.plans.save", model::save)
                .on(ctrl(KeyCode.D), "keys.duplicate", board::copy)
                .on(alt(KeyCode.UP), "keys.plans.up", () -> board.move(-1))
                .on(alt(KeyCode.DOWN), "keys.plans.down", () -> board.move(1))
                .on(
                        List.of(key(KeyCode.DELETE)),
                        "keys.remove",
                        PlanKeys::outsideText,
                        board::remove)
                .on(key(KeyCode.F5), "keys.plans.try", model::tryOut)
                .on(key(KeyCode.ESCAPE), "keys.plans.leave", () -> model.open().set(false));
    }

    private static boolean outsideText(KeyEvent event) {
        return !(event.getTarget() instanceof TextInputControl);
    }
}
