package app.lodge.desktop.designer;

import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.PersonField;
import app.lodge.desktop.shell.Wording;
import app.lodge.personalization.layouts.model.Layout;
import app.lodge.personalization.layouts.model.LayoutSide;
import app.lodge.personalization.layouts.model.LayoutSide.Inks;
import app.lodge.personalization.layouts.model.Zone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The layout as a whole, while no element is chosen: its name, sides and zones, and its own words in
/// the language of the preview.
final class LayoutForm {

    private final Kit kit;
    private final DesignViewModel model;

    LayoutForm(Kit kit, DesignViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        var layout = model.layout();
        var rows = new VBox(10, Kit.line(kit.text("designer.whole"), Look.PANEL_TITLE));
        var name = new TextField(layout.name());
        name.textProperty()
                .addListener((_, _, typed) -> {
                    if (!typed.isBlank() && typed.length() <= 80) {
                        model.become(model.layout().named(typed.strip()), "name");
                    }
                });
        rows.getChildren().add(labelled("name", kit.text("designer.field.name"), name));
        rows.getChildren()
                .add(
                        switched(
                                "has-back",
                                kit.text("designer.has-back"),
                                layout.back() != null,
                                this::back));
        rows.getChildren()
                .add(
                        switched(
                                "black-only",
                                kit.text("designer.black-only"),
                                model.side().inks() == Inks.BLACK,
                                this::blackOnly));
        rows.getChildren().add(plan(layout));
        rows.getChildren().add(Kit.line(kit.text("designer.zones"), Look.FIELD_LABEL));
        for (var zone : Zone.values()) {
            rows.getChildren()
                    .add(
                            switched(
                                    "zone-" + zone.name(),
                                    Wording.of(kit.texts(), "designer.zone", zone),
                                    layout.zones().contains(zone),
                                    on -> zone(zone, on)));
        }
        var form = new Form(kit, "designer", FXCollections.observableArrayList());
        rows.getChildren().add(PersonField.in(kit, form, "person", model.drawing().person()));
        words(rows, layout);
        return rows;
    }

    /// Which plan its cards are encoded by; also one that it names and nobody offers any more.
    private Node plan(Layout layout) {
        var box = new ComboBox<String>();
        box.setId("designer-plan");
        box.getItems().add("");
        box.getItems().addAll(model.plans());
        var named = layout.plan();
        if (named != null && !box.getItems().contains(named)) {
            box.getItems().add(named);
        }
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable String plan) {
                        return plan == null || plan.isEmpty()
                                ? kit.text("designer.plan-usual")
                                : plan;
                    }

                    @Override
                    public String fromString(String text) {
                        return text;
                    }
                });
        box.setValue(named == null ? "" : named);
        box.valueProperty()
                .addListener((_, _, now) ->
                        model.become(model.layout().withPlan(now.isEmpty() ? null : now), ""));
        box.setMaxWidth(Double.MAX_VALUE);
        var label = new Label(kit.text("designer.plan"));
        label.setLabelFor(box);
        label.getStyleClass().add(Look.FIELD_LABEL);
        box.setAccessibleText(label.getText());
        return new VBox(4, label, box);
    }

    private void words(VBox rows, Layout layout) {
        var language = model.drawing().language().get();
        rows.getChildren()
                .add(
                        Kit.line(
                                kit.text("designer.words", languageName(language)),
                                Look.PANEL_TITLE));
        rows.getChildren()
                .add(Kit.paragraph(kit.text("designer.words-advice"), Look.SMALL, Look.MUTED));
        var own = layout.words().getOrDefault(language, Map.of());
        for (var word : layout.wordNames()) {
            var field = new TextField(own.getOrDefault(word, ""));
            field.textProperty().addListener((_, _, typed) -> word(language, word, typed));
            rows.getChildren().add(labelled("word-" + word, word, field));
        }
        var fresh = new TextField();
        fresh.setPromptText(kit.text("designer.word-prompt"));
        fresh.setOnAction(_ -> {
            var id = NewLayout.idFor(fresh.getText());
            if (!id.isEmpty()) {
                word(language, id, fresh.getText());
                model.choose(Set.of());
            }
        });
        rows.getChildren().add(labelled("word-new", kit.text("designer.word-new"), fresh));
    }

    private String languageName(String language) {
        return kit.text("designer.language." + language);
    }

    private void word(String language, String word, String text) {
        var layout = model.layout();
        var words = new LinkedHashMap<String, Map<String, String>>();
        layout.words().forEach((each, own) -> words.put(each, new LinkedHashMap<>(own)));
        var own = new LinkedHashMap<>(words.getOrDefault(language, Map.of()));
        if (text.isBlank()) {
            own.remove(word);
        } else {
            own.put(word, text);
        }
        words.put(language, own);
        words.values().removeIf(Map::isEmpty);
        model.become(layout.withWords(words), "word-" + word);
    }

    private void zone(Zone zone, boolean on) {
        var layout = model.layout();
        var zones = new TreeSet<>(layout.zones());
        if (on) {
            zones.add(zone);
        } else {
            zones.remove(zone);
        }
        model.become(layout.withZones(zones), "");
    }

    private void back(boolean on) {
        var layout = model.layout();
        var back = on ? new LayoutSide(Inks.BLACK, List.of()) : null;
        model.become(layout.withSides(layout.front(), back), "");
        if (!on) {
            model.front().set(true);
        }
    }

    private void blackOnly(boolean on) {
        var layout = model.layout();
        var side =
                new LayoutSide(
                        on ? Inks.BLACK : Inks.COLOUR,
                        model.side().elements(),
                        model.side().guides());
        boolean front = model.front().get() || layout.back() == null;
        model.become(
                layout.withSides(front ? side : layout.front(), front ? layout.back() : side), "");
    }

    private interface Switch {
        void to(boolean on);
    }

    private static CheckBox switched(String id, String words, boolean on, Switch change) {
        var box = new CheckBox(words);
        box.setId("designer-" + id.toLowerCase(java.util.Locale.ROOT));
        box.setWrapText(true);
        box.setSelected(on);
        box.selectedProperty().addListener((_, _, now) -> change.to(now));
        return box;
    }

    private static Node labelled(String id, String words, TextField field) {
        var label = new Label(words);
        label.setLabelFor(field);
        label.getStyleClass().add(Look.FIELD_LABEL);
        field.setId("designer-" + id);
        field.setAccessibleText(words);
        return new VBox(4, label, field);
    }
}
