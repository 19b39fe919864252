package app.lodge.desktop.shell;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/// What a list is filtered by now, a button for each, which takes it away with a click, Enter, the space
/// bar, Delete or Backspace.
public final class Chips {

    private final Kit kit;
    private final String prefix;
    private final FlowPane flow = new FlowPane(6, 6);

    /// @param prefix of the chips' ids and of the labels' keys: `prefix.field.name`
    public Chips(Kit kit, String prefix) {
        this.kit = kit;
        this.prefix = prefix;
        flow.setId(prefix + "-chips");
    }

    /// Takes no room while there are none.
    public Node node() {
        return Kit.showWhen(Bindings.isNotEmpty(flow.getChildren()), flow);
    }

    public void clear() {
        flow.getChildren().clear();
    }

    /// Adds one, unless the value is the one that filters nothing.
    public <T> void add(String field, Property<T> value, T none, Function<T, String> inWords) {
        var now = value.getValue();
        if (now.equals(none)) {
            return;
        }
        add(field, inWords.apply(now), () -> value.setValue(none));
    }

    /// @param words what it filters by
    public void add(String field, String words, Runnable remove) {
        var text = kit.text("filter.chip", Kit.plain(kit.text(prefix + ".field." + field)), words);
        var chip = new Button(text, Kit.icon(Feather.X));
        chip.setId(prefix + "-chip-" + field);
        chip.setMnemonicParsing(false);
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.setAccessibleText(kit.text("filter.chip-remove", text));
        chip.getStyleClass().add("small");
        chip.setOnAction(_ -> remove.run());
        Keys.ofScreen()
                .on(
                        List.of(
                                Keys.key(KeyCode.DELETE),
                                Keys.key(KeyCode.BACK_SPACE),
                                Keys.key(KeyCode.ENTER)),
                        "keys.filter.take-away",
                        chip::fire)
                .bindTo(chip);
        flow.getChildren().add(chip);
    }
}
