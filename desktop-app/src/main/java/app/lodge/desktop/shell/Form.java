package app.lodge.desktop.shell;

import app.lodge.core.books.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The form kit: every field gets its label with a mnemonic, its problem line, its id and the text
/// that a screen reader speaks. Ids are `<prefix>-<field>`; the problem line's is
/// `<prefix>-<field>-problem`.
public final class Form {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Kit kit;
    private final String prefix;
    private final ObservableList<Problem> problems;
    private final Map<String, Control> controls = new LinkedHashMap<>();

    /// The problems are the view-model's, which outlives this form: it hears of them only for as long
    /// as somebody sees it.
    private final ListChangeListener<Problem> refused =
            _ -> javafx.application.Platform.runLater(this::focusFirstProblem);

    /// @param prefix of ids and of the labels' keys: field `email` is labelled
    ///     `<prefix>.field.email`
    public Form(Kit kit, String prefix, ObservableList<Problem> problems) {
        this.kit = kit;
        this.prefix = prefix;
        this.problems = problems;
        problems.addListener(new WeakListChangeListener<>(refused));
    }

    public VBox text(String field, StringProperty value) {
        return text(field, value, "");
    }

    /// @param prompt an example of what to write, in words; empty for none
    public VBox text(String field, StringProperty value, String prompt) {
        var control = new TextField();
        control.setPromptText(prompt);
        control.textProperty().bindBidirectional(value);
        return labelled(field, control);
    }

    /// A text that counts with Enter, or as the field is left: not with each letter.
    public VBox entered(String field, StringProperty value, String prompt) {
        var control = new TextField();
        value.subscribe(control::setText);
        control.setOnAction(_ -> value.set(control.getText()));
        control.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        value.set(control.getText());
                    }
                });
        control.setPromptText(prompt);
        return labelled(field, control);
    }

    public VBox password(String field, StringProperty value) {
        var control = new PasswordField();
        control.textProperty().bindBidirectional(value);
        return labelled(field, control);
    }

    public <T> VBox choice(
            String field, List<T> items, Property<T> value, Function<T, String> words) {
        return choiceOf(field, FXCollections.observableArrayList(items), value, words);
    }

    /// A choice of what may still come and go.
    public <T> VBox choiceOf(
            String field, ObservableList<T> items, Property<T> value, Function<T, String> words) {
        var control = new ComboBox<>(items);
        control.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T item) {
                        return item == null ? "" : words.apply(item);
                    }

                    @Override
                    public T fromString(String text) {
                        throw new UnsupportedOperationException("Choices are not typed: " + text);
                    }
                });
        control.valueProperty().bindBidirectional(value);
        control.setMaxWidth(Double.MAX_VALUE);
        return labelled(field, control);
    }

    /// A choice of which nothing may be chosen yet.
    @SuppressWarnings("NullAway") // a combo box shows null as empty
    public <T> VBox optionalChoice(
            String field, List<T> items, Property<@Nullable T> value, Function<T, String> words) {
        return choice(field, items, (Property<T>) value, words);
    }

    public VBox toggle(String field, BooleanProperty value) {
        var control = new CheckBox(kit.text(prefix + ".field." + kebab(field)));
        control.setMnemonicParsing(true);
        control.setWrapText(true);
        control.selectedProperty().bindBidirectional(value);
        control.setId(prefix + "-" + kebab(field));
        controls.put(field, control);
        return new VBox(4, control, problemLine(field, control));
    }

    /// Any other control, such as a date or money field.
    public VBox labelled(String field, Control control) {
        return labelledAs(field, kit.text(prefix + ".field." + kebab(field)), control);
    }

    /// A control whose label is known only at run time.
    public VBox labelledAs(String field, String labelText, Control control) {
        control.setMaxWidth(Double.MAX_VALUE);
        control.setAccessibleText(Kit.plain(labelText));
        return labelled(field, labelText, control, control);
    }

    /// A field of several controls, of which one can always be reached.
    public VBox labelledBy(String field, Control reached, Region all) {
        return labelled(field, kit.text(prefix + ".field." + kebab(field)), reached, all);
    }

    private VBox labelled(String field, String labelText, Control control, Region shown) {
        var label = new Label(labelText);
        label.setMnemonicParsing(true);
        label.setLabelFor(control);
        label.getStyleClass().add(Look.FIELD_LABEL);
        label.setMinWidth(Region.USE_PREF_SIZE);
        control.setId(prefix + "-" + kebab(field));
        controls.put(field, control);
        return new VBox(5, label, shown, problemLine(field, control));
    }

    /// Fields side by side, of equal width.
    public static HBox row(Region... fields) {
        var row = new HBox(16, fields);
        for (var field : fields) {
            HBox.setHgrow(field, Priority.ALWAYS);
            field.setPrefWidth(120);
        }
        return row;
    }

    private Label problemLine(String field, Control control) {
        var line = Kit.paragraph("", Look.PROBLEM);
        line.setId(prefix + "-" + kebab(field) + "-problem");
        var text =
                javafx.beans.binding.Bindings.createStringBinding(
                        () -> wrong(field), (Observable) problems);
        line.textProperty().bind(text);
        Kit.showWhen(line.textProperty().isNotEmpty(), line);
        line.visibleProperty()
                .subscribe(wrong -> {
                    control.pseudoClassStateChanged(WRONG, wrong);
                    control.setAccessibleHelp(wrong ? line.getText() : null);
                });
        return line;
    }

    private String wrong(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(problem -> Wording.of(kit.texts(), problem))
                .collect(Collectors.joining("\n"));
    }

    /// Problems of fields that this form does not show, for a line of their own.
    public Label otherProblems() {
        var line = Kit.paragraph("", Look.PROBLEM);
        line.textProperty()
                .bind(
                        javafx.beans.binding.Bindings.createStringBinding(
                                () ->
                                        problems.stream()
                                                .filter(p -> !controls.containsKey(p.field()))
                                                .map(p -> Wording.of(kit.texts(), p))
                                                .collect(Collectors.joining("\n")),
                                problems));
        return Kit.showWhen(line.textProperty().isNotEmpty(), line);
    }

    private static String kebab(String field) {
        return field.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }

    private void focusFirstProblem() {
        controls.entrySet().stream()
                .filter(entry -> !wrong(entry.getKey()).isEmpty())
                .findFirst()
                .ifPresent(entry -> entry.getValue().requestFocus());
    }

    /// Puts the keyboard into a field.
    public void focus(String field) {
        var control = controls.get(field);
        if (control != null) {
            javafx.application.Platform.runLater(control::requestFocus);
        }
    }

    /// Puts the keyboard into the first field as soon as the form is on the screen.
    public void focusFirst() {
        controls.values().stream()
                .findFirst()
                .ifPresent(control -> javafx.application.Platform.runLater(control::requestFocus));
    }
}
