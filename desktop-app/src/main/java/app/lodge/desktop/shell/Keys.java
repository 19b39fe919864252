package app.lodge.desktop.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Keys and what they do, in words. What is bound here is what the map of keys (F1) shows: there is no
/// second list.
public final class Keys {

    private final String titleKey;
    private final List<Key> bound = new ArrayList<>();
    private boolean inTexts = true;

    private Keys(String titleKey) {
        this.titleKey = titleKey;
    }

    /// One line of the map.
    ///
    /// @param any each of them does it
    /// @param when whether it means something just now; it is shown all the same
    public record Key(
            List<KeyCodeCombination> any,
            String textKey,
            Predicate<KeyEvent> when,
            Runnable action) {}

    /// @param titleKey what they belong to
    public static Keys of(String titleKey) {
        return new Keys(titleKey);
    }

    /// Those of a screen that has none of its own.
    public static Keys none() {
        return ofScreen();
    }

    /// Those of one screen.
    public static Keys ofScreen() {
        return new Keys("keys.screen");
    }

    /// Leaves the keys of a text to the text while somebody writes.
    public Keys outsideTexts() {
        inTexts = false;
        return this;
    }

    public Keys on(KeyCodeCombination key, String textKey, Runnable action) {
        return on(List.of(key), textKey, action);
    }

    public Keys on(List<KeyCodeCombination> any, String textKey, Runnable action) {
        return on(any, textKey, _ -> true, action);
    }

    /// @param when asked at the stroke; false leaves the key to others
    public Keys on(KeyCodeCombination key, String textKey, BooleanSupplier when, Runnable action) {
        return on(List.of(key), textKey, _ -> when.getAsBoolean(), action);
    }

    public Keys on(
            List<KeyCodeCombination> any,
            String textKey,
            Predicate<KeyEvent> when,
            Runnable action) {
        bound.add(new Key(any, textKey, when, action));
        return this;
    }

    /// @return whether the key was one of these, and has done what it does
    public boolean pressed(KeyEvent event) {
        if (!inTexts && event.getTarget() instanceof TextInputControl) {
            return false;
        }
        var first = bound.stream().filter(key -> takes(key, event)).findFirst();
        first.ifPresent(key -> key.action().run());
        return first.isPresent();
    }

    /// Binds them to a control: they work while the keyboard is in it, after its own.
    public void bindTo(Node control) {
        keep(control);
        control.addEventHandler(KeyEvent.KEY_PRESSED, this::use);
    }

    /// Binds them to a control, before its own.
    public void bindBefore(Node control) {
        keep(control);
        control.addEventFilter(KeyEvent.KEY_PRESSED, this::use);
    }

    private void keep(Node control) {
        var all = new ArrayList<>(at(control));
        all.add(this);
        control.getProperties().put(Keys.class, new AtControl(List.copyOf(all)));
    }

    private void use(KeyEvent event) {
        if (pressed(event)) {
            event.consume();
        }
    }

    /// Those that are bound to a control.
    public static List<Keys> at(Node control) {
        return control.hasProperties()
                        && control.getProperties().get(Keys.class) instanceof AtControl here
                ? here.keys()
                : List.of();
    }

    private record AtControl(List<Keys> keys) {}

    private static boolean takes(Key key, KeyEvent event) {
        return key.any().stream().anyMatch(one -> one.match(event)) && key.when().test(event);
    }

    public String titleKey() {
        return titleKey;
    }

    /// In the order in which they were bound.
    public List<Key> all() {
        return List.copyOf(bound);
    }

    public static KeyCodeCombination key(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    public static KeyCodeCombination ctrl(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    /// With shift or without: where a sign stands differs between keyboards.
    static KeyCodeCombination ctrlSign(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY);
    }

    public static KeyCodeCombination ctrlShift(KeyCode code) {
        return new KeyCodeCombination(
                code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    public static KeyCodeCombination shift(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN);
    }

    public static KeyCodeCombination alt(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.ALT_DOWN);
    }
}
