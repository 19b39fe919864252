package app.lodge.desktop.shell;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

/// Keys as they are called in the language of the screen, such as Ctrl+N, Strg+N.
final class KeyNames {

    private static final Map<KeyCode, String> SIGNS =
            Map.ofEntries(
                    Map.entry(KeyCode.PLUS, "+"),
                    Map.entry(KeyCode.MINUS, "-"),
                    Map.entry(KeyCode.EQUALS, "="),
                    Map.entry(KeyCode.COMMA, ","),
                    Map.entry(KeyCode.PERIOD, "."),
                    Map.entry(KeyCode.UP, "↑"),
                    Map.entry(KeyCode.DOWN, "↓"),
                    Map.entry(KeyCode.LEFT, "←"),
                    Map.entry(KeyCode.RIGHT, "→"),
                    Map.entry(KeyCode.TAB, "Tab"),
                    Map.entry(KeyCode.ESCAPE, "Esc"));

    /// Those whose name is a word.
    private static final List<KeyCode> WORDS =
            List.of(
                    KeyCode.ENTER,
                    KeyCode.DELETE,
                    KeyCode.BACK_SPACE,
                    KeyCode.INSERT,
                    KeyCode.PAGE_UP,
                    KeyCode.PAGE_DOWN,
                    KeyCode.ADD,
                    KeyCode.SUBTRACT,
                    KeyCode.NUMPAD0);

    private final Kit kit;

    KeyNames(Kit kit) {
        this.kit = kit;
    }

    String of(List<KeyCodeCombination> any) {
        return any.stream().map(this::of).collect(Collectors.joining(", "));
    }

    String of(KeyCodeCombination key) {
        var name = new StringBuilder();
        if (key.getShortcut() == ModifierValue.DOWN) {
            name.append(kit.text("press.ctrl")).append('+');
        }
        if (key.getAlt() == ModifierValue.DOWN) {
            name.append(kit.text("press.alt")).append('+');
        }
        if (key.getShift() == ModifierValue.DOWN) {
            name.append(kit.text("press.shift")).append('+');
        }
        return name.append(of(key.getCode())).toString();
    }

    /// What is underlined in a label's words.
    String mnemonic(char letter) {
        return kit.text("press.alt") + '+' + Character.toUpperCase(letter);
    }

    private String of(KeyCode code) {
        if (WORDS.contains(code)) {
            return Wording.of(kit.texts(), "press", code);
        }
        return SIGNS.getOrDefault(code, code.getName());
    }
}
