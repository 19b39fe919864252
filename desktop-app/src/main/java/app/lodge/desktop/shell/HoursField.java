package app.lodge.desktop.shell;

import app.lodge.core.rights.Day;
import app.lodge.core.texts.Texts;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Days to be pressed and times to be typed, a line for each window.
public final class HoursField {

    /// Of a sheet that has one, in the longest language.
    public static final double SHEET_WIDTH = 760;

    private static final double TIME_WIDTH = 64;

    private final Kit kit;
    private final String id;
    private final HoursFields hours;
    private final VBox lines = new VBox(8);

    /// The hours outlive what shows them: it hears of them only for as long as somebody sees it.
    private final ListChangeListener<HoursFields.Row> heard = _ -> changed();

    private HoursField(Kit kit, String id, HoursFields hours) {
        this.kit = kit;
        this.id = id;
        this.hours = hours;
    }

    /// @param id of the button that adds a line; the parts of the lines are `<id>-0-monday`, `<id>-0-from`
    public static VBox in(Kit kit, Form form, String field, String id, HoursFields hours) {
        var made = new HoursField(kit, id, hours);
        var add = kit.button(id, "hours.add", Feather.PLUS, hours::add);
        made.draw();
        made.lines.getProperties().put(HoursField.class, made);
        hours.rows().addListener(new WeakListChangeListener<>(made.heard));
        return form.labelledBy(field, add, new VBox(8, made.lines, add));
    }

    private void changed() {
        boolean more = hours.rows().size() > lines.getChildren().size();
        draw();
        if (more && lines.getChildren().getLast() instanceof HBox line) {
            line.lookup("#" + id + "-" + (hours.rows().size() - 1) + "-from").requestFocus();
        }
    }

    private void draw() {
        lines.getChildren().clear();
        for (int number = 0; number < hours.rows().size(); number++) {
            lines.getChildren().add(line(number, hours.rows().get(number)));
        }
        lines.setVisible(!lines.getChildren().isEmpty());
        lines.setManaged(lines.isVisible());
    }

    private HBox line(int number, HoursFields.Row row) {
        var prefix = id + "-" + number + "-";
        var line = Kit.row(3);
        for (var day : Day.values()) {
            var button = new ToggleButton(HoursWords.day(kit, day));
            button.setId(prefix + Texts.kebab(day));
            button.setAccessibleText(HoursWords.wholeDay(kit, day));
            button.selectedProperty().bindBidirectional(row.on(day));
            button.getStyleClass().add("small");
            button.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(button);
        }
        line.getChildren()
                .addAll(
                        time(prefix + "from", "hours.from", row.from()),
                        Kit.line("–"),
                        time(prefix + "to", "hours.to", row.to()));
        var remove =
                kit.iconButton(
                        prefix + "remove", "hours.remove", Feather.X, () -> hours.remove(row));
        remove.getStyleClass().add("small");
        line.getChildren().add(remove);
        return line;
    }

    private TextField time(String timeId, String key, StringProperty value) {
        var field = new TextField();
        field.setId(timeId);
        field.setPrefWidth(TIME_WIDTH);
        field.setMinWidth(TIME_WIDTH);
        field.setAccessibleText(kit.text(key));
        field.setPromptText(kit.text(key));
        field.textProperty().bindBidirectional(value);
        return field;
    }
}
