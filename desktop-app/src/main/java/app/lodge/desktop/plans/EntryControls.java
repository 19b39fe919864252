package app.lodge.desktop.plans;

import app.lodge.core.encodingplans.PlannedFile.Rights;
import app.lodge.desktop.shell.Kit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The control of an entry: it writes into the document what a person chooses or types, and shows what
/// the document says when that changes elsewhere.
final class EntryControls {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Kit kit;
    private final PlanBoard board;

    EntryControls(Kit kit, PlanBoard board) {
        this.kit = kit;
        this.board = board;
    }

    /// @param node what is put into the form
    /// @param follow shows what the document says now
    record Made(Region node, Runnable follow) {

        /// The control that the label is for.
        @Nullable Control focus() {
            return node instanceof Control control ? control : null;
        }
    }

    Made of(PlanEntry entry) {
        return switch (entry.how()) {
            case WORDS -> typed(entry, new TextField(), TextNode::valueOf, JsonNode::asText);
            case LINES -> {
                var area = new TextArea();
                area.setPrefRowCount(3);
                area.setWrapText(true);
                yield typed(entry, area, TextNode::valueOf, JsonNode::asText);
            }
            case NUMBER -> typed(entry, new TextField(), EntryControls::number, JsonNode::asText);
            case SOME_NUMBER ->
                    typed(
                            entry,
                            new TextField(),
                            text -> text.isBlank() ? NullNode.instance : number(text),
                            value -> value.isNull() ? "" : value.asText());
            case NUMBERS ->
                    typed(entry, new TextField(), EntryControls::numbers, EntryControls::joined);
            case FLAG -> ticked(entry, JsonNode::asBoolean, on -> BooleanNode.valueOf(on));
            case PART ->
                    ticked(
                            entry,
                            JsonNode::isObject,
                            on -> on ? NewNodes.password() : NullNode.instance);
            case CHOICE -> chosen(entry, entry.options(), this::option);
            case NAME -> chosen(entry, entry.options(), name -> name);
            case KEY -> chosen(entry, keys(), this::key);
            case SEVERAL -> several(entry, this::option);
            case NAMES -> several(entry, name -> name);
        };
    }

    private JsonNode value(PlanEntry entry) {
        return board.document().at(entry.under(board.node().at()));
    }

    /// A number that is none is put in as it was typed, so that the checks say so.
    private static JsonNode number(String text) {
        var digits = text.strip();
        return digits.matches("-?\\d{1,9}")
                ? IntNode.valueOf(Integer.parseInt(digits))
                : TextNode.valueOf(text);
    }

    private static JsonNode numbers(String text) {
        var list = JSON.arrayNode();
        Arrays.stream(text.split("[ ,;]+", -1))
                .filter(one -> !one.isBlank())
                .forEach(one -> list.add(number(one)));
        return list;
    }

    private static String joined(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(" "));
    }

    private Made typed(
            PlanEntry entry,
            TextInputControl control,
            Function<String, JsonNode> written,
            Function<JsonNode, String> shown) {
        control.setText(shown.apply(value(entry)));
        control.textProperty()
                .addListener((_, _, text) -> {
                    if (!written.apply(text).equals(value(entry))) {
                        board.put(entry, written.apply(text));
                    }
                });
        return new Made(
                control,
                () -> {
                    var value = value(entry);
                    if (!written.apply(control.getText()).equals(value)) {
                        control.setText(shown.apply(value));
                    }
                });
    }

    private Made ticked(
            PlanEntry entry, Function<JsonNode, Boolean> on, Function<Boolean, JsonNode> written) {
        var box = new CheckBox(label(entry));
        box.setWrapText(true);
        box.setSelected(on.apply(value(entry)));
        box.selectedProperty()
                .addListener((_, _, now) -> {
                    if (!on.apply(value(entry)).equals(now)) {
                        board.put(entry, written.apply(now));
                    }
                });
        return new Made(box, () -> box.setSelected(on.apply(value(entry))));
    }

    private Made chosen(PlanEntry entry, List<String> options, Function<String, String> words) {
        var box = new ComboBox<String>();
        box.getItems().setAll(options);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable String option) {
                        return option == null || option.isEmpty() ? "" : words.apply(option);
                    }

                    @Override
                    public String fromString(String text) {
                        return text;
                    }
                });
        box.setMaxWidth(Double.MAX_VALUE);
        box.setValue(value(entry).asText());
        box.valueProperty()
                .addListener((_, _, now) -> {
                    if (now != null && !now.equals(value(entry).asText())) {
                        choose(entry, now);
                    }
                });
        return new Made(box, () -> box.setValue(value(entry).asText()));
    }

    private void choose(PlanEntry entry, String option) {
        if (entry.member().equals("content.is")) {
            board.put(PlanEntry.of("content", PlanEntry.How.WORDS), NewNodes.content(option));
        } else {
            board.put(entry, number(option));
        }
    }

    private Made several(PlanEntry entry, Function<String, String> words) {
        var boxes = new ArrayList<CheckBox>();
        var column = new VBox(6);
        for (var option : options(entry)) {
            var box = new CheckBox(words.apply(option));
            box.setId("plan-" + entry.kebab() + "-" + option.toLowerCase(Locale.ROOT));
            box.setUserData(option);
            box.setSelected(has(entry, option));
            box.selectedProperty()
                    .addListener((_, _, now) -> {
                        if (has(entry, option) != now) {
                            board.put(entry, with(entry, option, now));
                        }
                    });
            boxes.add(box);
            column.getChildren().add(box);
        }
        return new Made(
                column,
                () ->
                        boxes.forEach(
                                box -> box.setSelected(has(entry, (String) box.getUserData()))));
    }

    /// Also what the document has and nobody offers: it must be possible to take it out.
    private List<String> options(PlanEntry entry) {
        var all = new ArrayList<>(entry.options());
        value(entry)
                .forEach(one -> {
                    if (!all.contains(one.asText())) {
                        all.add(one.asText());
                    }
                });
        return all;
    }

    private boolean has(PlanEntry entry, String option) {
        return StreamSupport.stream(value(entry).spliterator(), false)
                .anyMatch(one -> one.asText().equals(option));
    }

    private ArrayNode with(PlanEntry entry, String option, boolean on) {
        var list = JSON.arrayNode();
        value(entry)
                .forEach(one -> {
                    if (!one.asText().equals(option)) {
                        list.add(one);
                    }
                });
        return on ? list.add(option) : list;
    }

    /// The application's keys, everybody, nobody.
    private List<String> keys() {
        var keys = new ArrayList<String>();
        var list = board.document().at(board.node().at().head().head().appendProperty("keys"));
        list.forEach(key -> keys.add(key.path("number").asText()));
        keys.add(Integer.toString(Rights.FREE));
        keys.add(Integer.toString(Rights.NEVER));
        return keys;
    }

    private String key(String number) {
        var keys = board.document().at(board.node().at().head().head().appendProperty("keys"));
        return kit.say(
                AccessWords.key(
                        Integer.parseInt(number),
                        index -> option(keys.path(index).path("purpose").asText())));
    }

    private String option(String option) {
        return option(kit, option);
    }

    static String option(Kit kit, String option) {
        var kebab =
                option.replaceAll("([a-z])([A-Z])", "$1-$2")
                        .replace('_', '-')
                        .toLowerCase(Locale.ROOT);
        return kit.text("plans.option." + kebab);
    }

    String label(PlanEntry entry) {
        return kit.text("plans.entry." + entry.kebab());
    }
}
