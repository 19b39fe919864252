package app.lodge.desktop.shell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;

/// What keys do just now, line by line: from what is bound, and from the controls that can be seen.
final class KeyLines {

    private static final Pattern MNEMONIC = Pattern.compile("_([^_\\s])");

    private final Kit kit;
    private final KeyNames names;
    private final Set<Line> lines = new LinkedHashSet<>();

    KeyLines(Kit kit) {
        this.kit = kit;
        this.names = new KeyNames(kit);
    }

    /// @param where what they belong to
    record Line(String keys, String words, String where) {

        boolean has(String part) {
            var sought = part.strip().toLowerCase(java.util.Locale.ROOT);
            return (keys + ' ' + words + ' ' + where)
                    .toLowerCase(java.util.Locale.ROOT)
                    .contains(sought);
        }
    }

    KeyLines add(Keys keys) {
        for (var key : keys.all()) {
            add(names.of(key.any()), kit.text(key.textKey()), keys.titleKey());
        }
        return this;
    }

    /// What the controls beneath have bound, and the letters underlined in their words.
    KeyLines addShown(Node node) {
        if (!node.isVisible()) {
            return this;
        }
        Keys.at(node).forEach(this::add);
        if (node instanceof Labeled labeled) {
            addMnemonic(labeled);
        }
        if (node instanceof Button button) {
            addButton(button);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::addShown);
        }
        return this;
    }

    private void addMnemonic(Labeled labeled) {
        var text = labeled.getText();
        if (text == null || !labeled.isMnemonicParsing()) {
            return;
        }
        var letter = MNEMONIC.matcher(text);
        if (letter.find()) {
            add(names.mnemonic(letter.group(1).charAt(0)), Kit.plain(text), "keys.controls");
        }
    }

    private void addButton(Button button) {
        var text = button.getText();
        if (text != null && button.isDefaultButton()) {
            add(names.of(Keys.key(KeyCode.ENTER)), Kit.plain(text), "keys.controls");
        }
        if (text != null && button.isCancelButton()) {
            add(names.of(Keys.key(KeyCode.ESCAPE)), Kit.plain(text), "keys.controls");
        }
    }

    private void add(String keys, String words, String whereKey) {
        lines.add(new Line(keys, words, kit.text(whereKey)));
    }

    List<Line> lines() {
        return new ArrayList<>(lines);
    }
}
