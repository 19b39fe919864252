package app.lodge.desktop.plans;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of the editor.
///
/// | Key | Does |
/// |---|---|
/// | Ctrl+Z, Ctrl+Y | undo, redo |
/// | Ctrl+S | save the draft |
/// | Ctrl+D | copy the chosen node |
/// | Alt+Up, Alt+Down | move it |
/// | Delete | remove it |
/// | F5 | dry run |
///
/// Undo, too, goes before that of a text field, which knows nothing of the rest of the plan.
final class PlanKeys {

    private final PlansViewModel model;

    PlanKeys(PlansViewModel model) {
        this.model = model;
    }

    boolean pressed(KeyEvent event) {
        var board = model.board();
        boolean inText = event.getTarget() instanceof TextInputControl;
        if (event.isShortcutDown()) {
            switch (event.getCode()) {
                case Z -> {
                    if (event.isShiftDown()) {
                        board.redo();
                    } else {
                        board.undo();
                    }
                }
                case Y -> board.redo();
                case S -> model.save();
                case D -> board.copy();
                default -> {
                    return false;
                }
            }
            return true;
        }
        if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            board.move(-1);
            return true;
        }
        if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            board.move(1);
            return true;
        }
        if (event.getCode() == KeyCode.F5) {
            model.tryOut();
            return true;
        }
        if (event.getCode() == KeyCode.DELETE && !inText) {
            board.remove();
            return true;
        }
        return false;
    }
}
