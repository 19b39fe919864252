package app.lodge.desktop.designer;

import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Wording;
import app.lodge.personalization.layouts.model.Box;
import app.lodge.personalization.layouts.model.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Fields that change the one chosen element as they are typed, and follow it when it changes
/// otherwise. What cannot be read stays typed, with a sentence below it, and changes nothing.
final class Fields {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Kit kit;
    private final DesignViewModel model;
    private final VBox rows = new VBox(10);
    private final List<Runnable> followers = new ArrayList<>();
    private boolean following;

    Fields(Kit kit, DesignViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        return rows;
    }

    /// Shows the element as it is now.
    void follow() {
        following = true;
        followers.forEach(Runnable::run);
        following = false;
    }

    void heading(String words) {
        rows.getChildren().add(Kit.line(words, Look.PANEL_TITLE));
    }

    void add(Node node) {
        rows.getChildren().add(node);
    }

    /// Two fields side by side.
    void pair(Control left, Control right) {
        var one = (Region) left.getParent();
        var other = (Region) right.getParent();
        rows.getChildren().removeAll(one, other);
        var row = new HBox(10, one, other);
        HBox.setHgrow(one, Priority.ALWAYS);
        HBox.setHgrow(other, Priority.ALWAYS);
        one.setPrefWidth(100);
        other.setPrefWidth(100);
        rows.getChildren().add(row);
    }

    /// What a field's change answers when it cannot be read.
    Element refuse(String key, Object... arguments) {
        throw new Refused(kit.text(key, arguments));
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String words) {
            super(words, null, false, false);
        }
    }

    TextField text(
            String name,
            Function<Element, String> read,
            BiFunction<Element, String, Element> write) {
        var field = new TextField();
        var problem = labelled(name, field);
        field.textProperty()
                .addListener((_, _, typed) -> {
                    if (!following) {
                        apply(name, field, problem, each -> write.apply(each, typed));
                    }
                });
        followers.add(() ->
                model.only()
                        .map(read)
                        .filter(now -> !field.isFocused())
                        .filter(now -> !now.equals(field.getText()))
                        .ifPresent(now -> {
                            field.setText(now);
                            well(field, problem);
                        }));
        return field;
    }

    private void apply(
            String name, Control field, Label problem, Function<Element, Element> change) {
        try {
            model.change(name, change::apply);
            well(field, problem);
        } catch (Refused refused) {
            problem.setText(refused.getMessage());
            field.pseudoClassStateChanged(WRONG, true);
            field.setAccessibleHelp(refused.getMessage());
        }
    }

    private static void well(Control field, Label problem) {
        problem.setText("");
        field.pseudoClassStateChanged(WRONG, false);
        field.setAccessibleHelp(null);
    }

    /// Micrometres, typed in millimetres.
    TextField millimetres(
            String name,
            int least,
            int most,
            ToIntFunction<Element> read,
            BiFunction<Box, Integer, Box> write) {
        return number(
                name,
                least,
                most,
                3,
                read,
                (each, micrometres) ->
                        each.in(each.frame().at(write.apply(each.frame().box(), micrometres))));
    }

    /// @param decimals of the typed number, whose last place is one unit
    TextField whole(
            String name,
            int least,
            int most,
            ToIntFunction<Element> read,
            BiFunction<Element, Integer, Element> write,
            int decimals) {
        return number(name, least, most, decimals, read, write);
    }

    private TextField number(
            String name,
            int least,
            int most,
            int decimals,
            ToIntFunction<Element> read,
            BiFunction<Element, Integer, Element> write) {
        var number = new TypedNumber(decimals);
        var language = kit.texts().locale();
        return text(
                name,
                each -> number.shown(read.applyAsInt(each), language),
                (each, typed) -> {
                    var units = number.units(typed);
                    return units == null || units < least || units > most
                            ? refuse(
                                    "layouts.number-wrong",
                                    typed,
                                    number.shown(least, language),
                                    number.shown(most, language))
                            : write.apply(each, units);
                });
    }

    <E extends Enum<E>> void choice(
            String name,
            Class<E> of,
            Function<Element, E> read,
            BiFunction<Element, E, Element> write) {
        combo(
                name,
                List.of(of.getEnumConstants()),
                each -> Wording.of(kit.texts(), "designer." + name, each),
                read,
                write);
    }

    void among(
            String name,
            List<String> choices,
            Function<Element, String> read,
            BiFunction<Element, String, Element> write) {
        combo(name, choices, each -> each, read, write);
    }

    private <T> void combo(
            String name,
            List<T> choices,
            Function<T, String> words,
            Function<Element, T> read,
            BiFunction<Element, T, Element> write) {
        var box = new ComboBox<T>();
        box.getItems().setAll(choices);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T item) {
                        return item == null ? "" : words.apply(item);
                    }

                    @Override
                    public T fromString(String text) {
                        throw new UnsupportedOperationException(text);
                    }
                });
        var problem = labelled(name, box);
        box.valueProperty()
                .addListener((_, _, now) -> {
                    if (!following && now != null) {
                        apply("", box, problem, each -> write.apply(each, now));
                    }
                });
        followers.add(() -> model.only().map(read).ifPresent(box::setValue));
    }

    void colour(
            String name, ToIntFunction<Element> read, BiFunction<Element, Integer, Element> write) {
        var picker = new ColorPicker();
        picker.setAccessibleRole(AccessibleRole.COMBO_BOX); // it says nothing itself
        var problem = labelled(name, picker);
        picker.valueProperty()
                .addListener((_, _, now) -> {
                    if (!following) {
                        apply(name, picker, problem, each -> write.apply(each, argb(now)));
                    }
                });
        followers.add(() ->
                model.only().ifPresent(each -> picker.setValue(colour(read.applyAsInt(each)))));
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
    }

    private static int argb(Color colour) {
        return part(colour.getOpacity()) << 24
                | part(colour.getRed()) << 16
                | part(colour.getGreen()) << 8
                | part(colour.getBlue());
    }

    private static int part(double share) {
        return (int) Math.round(share * 255);
    }

    void toggle(
            String name,
            Function<Element, Boolean> read,
            BiFunction<Element, Boolean, Element> write) {
        var box = new CheckBox(kit.text("designer.field." + name));
        box.setId("designer-" + name);
        box.setWrapText(true);
        box.selectedProperty()
                .addListener((_, _, now) -> {
                    if (!following) {
                        model.change("", each -> write.apply(each, now));
                    }
                });
        followers.add(() -> model.only().map(read).ifPresent(box::setSelected));
        rows.getChildren().add(box);
    }

    private Label labelled(String name, Control control) {
        var words = kit.text("designer.field." + name);
        var label = new Label(words);
        label.setLabelFor(control);
        label.getStyleClass().add(Look.FIELD_LABEL);
        label.setMinWidth(Region.USE_PREF_SIZE);
        control.setId("designer-" + name);
        control.setAccessibleText(words);
        control.setMaxWidth(Double.MAX_VALUE);
        var problem = Kit.paragraph("", Look.PROBLEM);
        Kit.showWhen(problem.textProperty().isNotEmpty(), problem);
        rows.getChildren().add(new VBox(4, label, control, problem));
        return problem;
    }
}
