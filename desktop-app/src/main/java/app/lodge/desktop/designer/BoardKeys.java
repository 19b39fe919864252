package app.lodge.desktop.designer;

import javafx.beans.property.DoubleProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of the drawing board.
///
/// | Key | Does |
/// |---|---|
/// | arrows, with Shift | move by 0.1 mm, 1 mm |
/// | Ctrl+Z, Ctrl+Y | undo, redo |
/// | Ctrl+X, C, V, D | cut, copy, paste, duplicate |
/// | Ctrl+A, Tab, Shift+Tab, Esc | choose all, the next, the one before, none |
/// | Delete | remove |
/// | Page Up, Page Down | one step up, down |
/// | plus, minus | larger, smaller |
/// | Ctrl+T | the other side |
final class BoardKeys {

    private static final int STEP = 100;
    private static final int LEAP = 1_000;

    private final DesignViewModel model;
    private final DoubleProperty zoom;

    BoardKeys(DesignViewModel model, DoubleProperty zoom) {
        this.model = model;
        this.zoom = zoom;
    }

    boolean pressed(KeyEvent event) {
        return event.isShortcutDown() ? withControl(event.getCode(), event) : alone(event);
    }

    private boolean withControl(KeyCode code, KeyEvent event) {
        switch (code) {
            case Z -> {
                if (event.isShiftDown()) {
                    model.history().redo();
                } else {
                    model.history().undo();
                }
            }
            case Y -> model.history().redo();
            case X -> model.cut();
            case C -> model.copy();
            case V -> model.paste();
            case D -> model.duplicate();
            case A -> model.chooseAll();
            case T -> model.turnOver();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void larger(double times) {
        zoom.set(Math.clamp(zoom.get() * times, 0.3, 4));
    }

    private boolean alone(KeyEvent event) {
        int step = event.isShiftDown() ? LEAP : STEP;
        if (event.getCode() == KeyCode.TAB && event.getTarget() instanceof CardCanvas) {
            model.chooseNext(event.isShiftDown() ? -1 : 1);
            return true;
        }
        boolean some = !model.chosen().get().isEmpty();
        switch (event.getCode()) {
            case LEFT -> model.move(-step, 0, "nudge");
            case RIGHT -> model.move(step, 0, "nudge");
            case UP -> model.move(0, -step, "nudge");
            case DOWN -> model.move(0, step, "nudge");
            case DELETE, BACK_SPACE -> model.remove();
            case PAGE_UP -> model.raise();
            case PAGE_DOWN -> model.lower();
            case PLUS, ADD, EQUALS -> larger(1.25);
            case SUBTRACT, MINUS -> larger(0.8);
            case ESCAPE -> model.choose(java.util.Set.of());
            default -> {
                return false;
            }
        }
        // Without anything chosen the keys are those of what has the keyboard.
        return some;
    }
}
