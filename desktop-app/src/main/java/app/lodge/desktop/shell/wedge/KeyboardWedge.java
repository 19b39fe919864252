package app.lodge.desktop.shell.wedge;

import app.lodge.desktop.shell.wedge.WedgeKeys.Verdict;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Stands between a window's keyboard and its controls: numbers that a reader types go to their
/// listener, everything else goes on to where it was meant for, in its order.
public final class KeyboardWedge {

    private final WedgeKeys keys = new WedgeKeys();
    private final PauseTransition patience =
            new PauseTransition(Duration.millis(WedgeKeys.LONGEST_GAP.toMillis() + 1.0));
    private final Scene scene;
    private final Consumer<String> listener;
    private @Nullable EventTarget meantFor;
    private boolean replaying;
    private boolean enterUsed;

    private KeyboardWedge(Scene scene, Consumer<String> listener) {
        this.scene = scene;
        this.listener = listener;
        patience.setOnFinished(_ -> late());
    }

    /// @param listener hears a number as it was typed, on the screen's thread
    public static void on(Scene scene, Consumer<String> listener) {
        var wedge = new KeyboardWedge(scene, listener);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, wedge::pressed);
        scene.addEventFilter(KeyEvent.KEY_TYPED, wedge::typed);
    }

    private void pressed(KeyEvent event) {
        enterUsed = false;
        char end = end(event);
        if (replaying || end == 0) {
            boolean goesElsewhere =
                    keys.holding() && event.getCode() != KeyCode.SHIFT && !writes(event.getCode());
            if (!replaying && goesElsewhere) {
                replay(keys.release());
            }
            return;
        }
        switch (keys.typed(end, System.nanoTime())) {
            case Verdict.Number(var text) -> {
                event.consume();
                enterUsed = true;
                patience.stop();
                listener.accept(text);
            }
            case Verdict.Typed(var before) -> replay(before);
            case Verdict.Held _ -> throw new IllegalStateException("Enter is no figure");
        }
    }

    /// Enter and Tab are pressed; what follows of them is a character that nobody wants.
    private static char end(KeyEvent event) {
        return switch (event.getCode()) {
            case ENTER -> '\r';
            case TAB -> '\t';
            default -> (char) 0;
        };
    }

    /// Keys of which a character follows.
    private static boolean writes(KeyCode code) {
        return code.isLetterKey()
                || code.isDigitKey()
                || code.isKeypadKey()
                || code == KeyCode.COMMA
                || code == KeyCode.PERIOD
                || code == KeyCode.MINUS
                || code == KeyCode.COLON
                || code == KeyCode.SEMICOLON
                || code == KeyCode.UNDEFINED;
    }

    private void typed(KeyEvent event) {
        if (replaying) {
            return;
        }
        var text = event.getCharacter();
        boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
        boolean ends = text.equals("\r") || text.equals("\n") || text.equals("\t");
        if (ends) {
            if (enterUsed) {
                event.consume();
            }
            return;
        }
        if (text.length() != 1 || !plain) {
            replay(keys.release());
            return;
        }
        switch (keys.typed(text.charAt(0), System.nanoTime())) {
            case Verdict.Held _ -> {
                event.consume();
                meantFor = event.getTarget();
                patience.playFromStart();
            }
            case Verdict.Typed(var before) -> replay(before);
            case Verdict.Number _ -> throw new IllegalStateException("No figure ends a number");
        }
    }

    private void late() {
        replay(keys.late(System.nanoTime()));
        if (keys.holding()) {
            patience.playFromStart();
        }
    }

    /// Types to the control that had the keyboard what a person typed there.
    private void replay(String text) {
        var target = meantFor == null ? scene.getFocusOwner() : meantFor;
        if (text.isEmpty() || target == null) {
            return;
        }
        patience.stop();
        replaying = true;
        try {
            for (char each : text.toCharArray()) {
                Event.fireEvent(
                        target,
                        new KeyEvent(
                                KeyEvent.KEY_TYPED,
                                String.valueOf(each),
                                "",
                                KeyCode.UNDEFINED,
                                false,
                                false,
                                false,
                                false));
            }
        } finally {
            replaying = false;
        }
    }
}
