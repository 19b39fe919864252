package app.lodge.desktop.designer;

import static app.lodge.desktop.shell.Keys.ctrl;
import static app.lodge.desktop.shell.Keys.ctrlShift;
import static app.lodge.desktop.shell.Keys.key;
import static app.lodge.desktop.shell.Keys.shift;

import app.lodge.desktop.shell.Keys;
import java.util.List;
import java.util.Set;
import javafx.beans.property.DoubleProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of the drawing board. Without anything chosen most are those of what has the keyboard.
final class BoardKeys {

    private static final int STEP = 100;
    private static final int LEAP = 1_000;

    private final DesignViewModel model;
    private final DoubleProperty zoom;

    BoardKeys(DesignViewModel model, DoubleProperty zoom) {
        this.model = model;
        this.zoom = zoom;
    }

    Keys all() {
        var keys = Keys.ofScreen().outsideTexts();
        moves(keys);
        whole(keys);
        groups(keys);
        keys.on(
                        List.of(key(KeyCode.TAB)),
                        "keys.board.next",
                        BoardKeys::onCard,
                        () -> model.chooseNext(1))
                .on(
                        List.of(shift(KeyCode.TAB)),
                        "keys.board.before",
                        BoardKeys::onCard,
                        () -> model.chooseNext(-1));
        return keys.on(
                        List.of(key(KeyCode.PLUS), key(KeyCode.ADD), key(KeyCode.EQUALS)),
                        "keys.board.larger",
                        () -> larger(1.25))
                .on(
                        List.of(key(KeyCode.MINUS), key(KeyCode.SUBTRACT)),
                        "keys.board.smaller",
                        () -> larger(0.8));
    }

    private void moves(Keys keys) {
        move(keys, KeyCode.LEFT, "left", -1, 0);
        move(keys, KeyCode.RIGHT, "right", 1, 0);
        move(keys, KeyCode.UP, "up", 0, -1);
        move(keys, KeyCode.DOWN, "down", 0, 1);
    }

    private void move(Keys keys, KeyCode code, String way, int right, int down) {
        keys.on(key(code), "keys.board." + way, this::some, () -> nudge(STEP * right, STEP * down))
                .on(
                        shift(code),
                        "keys.board." + way + "-far",
                        this::some,
                        () -> nudge(LEAP * right, LEAP * down));
    }

    private void nudge(int dx, int dy) {
        if (model.guides().some()) {
            model.guides().nudge(dx, dy);
        } else {
            model.move(dx, dy, "nudge");
        }
    }

    private void remove() {
        if (model.guides().some()) {
            model.guides().remove();
        } else {
            model.remove();
        }
    }

    private void groups(Keys keys) {
        keys.on(ctrl(KeyCode.G), "keys.board.group", model::group)
                .on(ctrlShift(KeyCode.G), "keys.board.ungroup", model::ungroup)
                .on(
                        List.of(key(KeyCode.V)),
                        "keys.board.guide-upright",
                        BoardKeys::onCard,
                        () -> model.guides().add(true))
                .on(
                        List.of(key(KeyCode.H)),
                        "keys.board.guide-level",
                        BoardKeys::onCard,
                        () -> model.guides().add(false));
    }

    private void whole(Keys keys) {
        var history = model.history();
        keys.on(ctrl(KeyCode.Z), "keys.undo", history::undo)
                .on(List.of(ctrl(KeyCode.Y), ctrlShift(KeyCode.Z)), "keys.redo", history::redo)
                .on(ctrl(KeyCode.X), "keys.cut", model::cut)
                .on(ctrl(KeyCode.C), "keys.copy", model::copy)
                .on(ctrl(KeyCode.V), "keys.paste", model::paste)
                .on(ctrl(KeyCode.D), "keys.duplicate", model::duplicate)
                .on(ctrl(KeyCode.A), "keys.choose-all", model::chooseAll)
                .on(ctrl(KeyCode.T), "keys.board.turn", model::turnOver)
                .on(
                        List.of(key(KeyCode.DELETE), key(KeyCode.BACK_SPACE)),
                        "keys.remove",
                        _ -> some(),
                        this::remove)
                .on(key(KeyCode.PAGE_UP), "keys.board.raise", this::some, model::raise)
                .on(key(KeyCode.PAGE_DOWN), "keys.board.lower", this::some, model::lower)
                .on(
                        key(KeyCode.ESCAPE),
                        "keys.board.none",
                        this::some,
                        () -> model.choose(Set.of()));
    }

    private boolean some() {
        return !model.chosen().get().isEmpty() || model.guides().some();
    }

    private static boolean onCard(KeyEvent event) {
        return event.getTarget() instanceof CardCanvas;
    }

    private void larger(double times) {
        zoom.set(Math.clamp(zoom.get() * times, 0.3, 4));
    }
}
