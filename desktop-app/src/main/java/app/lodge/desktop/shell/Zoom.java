package app.lodge.desktop.shell;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;

/// How large everything is drawn, in steps, in per cent.
public final class Zoom {

    public static final List<Integer> STEPS = List.of(80, 90, 100, 110, 125, 150, 175, 200);

    /// As it was designed.
    public static final int NORMAL = 100;

    private final ObjectProperty<Integer> percent = new SimpleObjectProperty<>(NORMAL);

    /// Always one of the steps.
    public ObjectProperty<Integer> percent() {
        return percent;
    }

    double factor() {
        return percent.get() / 100.0;
    }

    public void larger() {
        step(1);
    }

    public void smaller() {
        step(-1);
    }

    public void normal() {
        percent.set(NORMAL);
    }

    Keys keys() {
        return Keys.of("keys.everywhere")
                .on(
                        List.of(
                                Keys.ctrlSign(KeyCode.PLUS),
                                Keys.ctrlSign(KeyCode.EQUALS),
                                Keys.ctrl(KeyCode.ADD)),
                        "keys.larger",
                        this::larger)
                .on(
                        List.of(Keys.ctrl(KeyCode.MINUS), Keys.ctrl(KeyCode.SUBTRACT)),
                        "keys.smaller",
                        this::smaller)
                .on(
                        List.of(Keys.ctrl(KeyCode.DIGIT0), Keys.ctrl(KeyCode.NUMPAD0)),
                        "keys.normal",
                        this::normal);
    }

    private void step(int by) {
        int at = STEPS.indexOf(percent.get()) + by;
        percent.set(STEPS.get(Math.clamp(at, 0, STEPS.size() - 1)));
    }
}
