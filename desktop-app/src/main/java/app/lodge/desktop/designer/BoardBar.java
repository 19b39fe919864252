package app.lodge.desktop.designer;

import app.lodge.desktop.designer.Arrangement.Edge;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Wording;
import app.lodge.personalization.layouts.model.Element;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// What is done on the drawing board, over it: the way back and publishing, then adding, changing,
/// and with whose data the card is drawn.
final class BoardBar {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "hr", "pl", "zh");

    private final Kit kit;
    private final LayoutsViewModel shelf;
    private final DesignViewModel model;
    private final CardCanvas canvas;

    BoardBar(Kit kit, LayoutsViewModel shelf, DesignViewModel model, CardCanvas canvas) {
        this.kit = kit;
        this.shelf = shelf;
        this.model = model;
        this.canvas = canvas;
    }

    Node node() {
        var back = kit.button("designer-back", "designer.back", Feather.ARROW_LEFT, shelf::leave);
        var name = Kit.line("", Look.PAGE_TITLE);
        name.textProperty().bind(model.history().now().map(layout -> layout.name()));
        name.setMinWidth(0);
        var reference =
                Kit.badge(
                        model.after() == 0
                                ? kit.text("designer.new")
                                : kit.text("designer.after", model.after()),
                        Look.Tone.NEUTRAL);
        var publish =
                kit.primary("designer-publish", "designer.publish", Feather.CHECK, shelf::publish);
        publish.disableProperty()
                .bind(
                        shelf.busy()
                                .or(
                                        Bindings.createBooleanBinding(
                                                () ->
                                                        model.remarks().stream()
                                                                .anyMatch(each -> each.blocks()),
                                                model.remarks())));
        var head = Kit.row(12, back, name, reference, Kit.spacer(), publish);
        head.setMinHeight(Region.USE_PREF_SIZE);
        return Kit.column(12, head, tools());
    }

    private Node tools() {
        var tools = new FlowPane(2, 6);
        tools.getChildren()
                .addAll(
                        add(),
                        icon("undo", Feather.CORNER_UP_LEFT, model.history()::undo),
                        icon("redo", Feather.CORNER_UP_RIGHT, model.history()::redo),
                        new Separator(javafx.geometry.Orientation.VERTICAL),
                        align(),
                        icon("raise", Feather.CHEVRON_UP, model::raise),
                        icon("lower", Feather.CHEVRON_DOWN, model::lower),
                        icon("duplicate", Feather.COPY, model::duplicate),
                        icon("remove", Feather.TRASH_2, model::remove),
                        new Separator(javafx.geometry.Orientation.VERTICAL),
                        icon("turn-over", Feather.REPEAT, model::turnOver),
                        side(),
                        new Separator(javafx.geometry.Orientation.VERTICAL),
                        choice(
                                "preview",
                                List.of(
                                        Preview.USUAL,
                                        Preview.LONGEST,
                                        Preview.BAREST,
                                        Preview.CHINESE),
                                model.drawing().preview(),
                                each -> Wording.of(kit.texts(), "designer.preview", each)),
                        choice(
                                "language",
                                LANGUAGES,
                                model.drawing().language(),
                                each -> kit.text("designer.language." + each)),
                        icon("smaller", Feather.ZOOM_OUT, () -> larger(0.8)),
                        icon("larger", Feather.ZOOM_IN, () -> larger(1.25)));
        disable(tools, "undo", model.history().undoable().not());
        disable(tools, "redo", model.history().redoable().not());
        return tools;
    }

    private static void disable(
            FlowPane tools,
            String name,
            javafx.beans.value.ObservableValue<? extends Boolean> when) {
        tools.getChildren().stream()
                .filter(each -> ("designer-" + name).equals(each.getId()))
                .forEach(each -> each.disableProperty().bind(when));
    }

    private void larger(double times) {
        canvas.zoom().set(Math.clamp(canvas.zoom().get() * times, 0.3, 4));
    }

    private Button icon(String name, Ikon icon, Runnable action) {
        var button = kit.iconButton("designer-" + name, "designer." + name, icon, action);
        button.setFocusTraversable(true);
        return button;
    }

    private Node side() {
        var label = new Label();
        label.textProperty()
                .bind(
                        model.front()
                                .map(front ->
                                        kit.text(front ? "designer.front" : "designer.back-side")));
        label.setMinHeight(32);
        return label;
    }

    private MenuButton add() {
        var menu = new MenuButton(kit.text("designer.add"), Kit.icon(Feather.PLUS));
        menu.setId("designer-add");
        menu.getStyleClass().add("accent");
        item(menu, "text", () -> put(new NewElements(model.side().inks()).text()));
        item(menu, "photo", () -> put(new NewElements(model.side().inks()).photo()));
        item(menu, "picture", model::insertPicture);
        item(menu, "barcode", () -> put(new NewElements(model.side().inks()).code()));
        item(menu, "rectangle", () -> put(new NewElements(model.side().inks()).rectangle()));
        item(menu, "ellipse", () -> put(new NewElements(model.side().inks()).ellipse()));
        item(menu, "line", () -> put(new NewElements(model.side().inks()).line()));
        return menu;
    }

    private void item(MenuButton menu, String kind, Runnable action) {
        var item = new MenuItem(kit.text("designer.kind." + kind));
        item.setId("designer-add-" + kind);
        item.setOnAction(_ -> action.run());
        menu.getItems().add(item);
    }

    private void put(Element element) {
        model.put(List.of(element), 0);
        canvas.requestFocus();
    }

    private MenuButton align() {
        var menu = new MenuButton(kit.text("designer.align-menu"), Kit.icon(Feather.ALIGN_LEFT));
        menu.setId("designer-align-menu");
        for (var edge : Edge.values()) {
            var item = new MenuItem(Wording.of(kit.texts(), "designer.edge", edge));
            item.setOnAction(_ -> model.align(edge));
            menu.getItems().add(item);
        }
        return menu;
    }

    private <T> ComboBox<T> choice(
            String name, List<T> choices, Property<T> value, Function<T, String> words) {
        var box = new ComboBox<T>();
        box.setId("designer-" + name);
        box.setAccessibleText(kit.text("designer.choose-" + name));
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
        box.valueProperty().bindBidirectional(value);
        return box;
    }
}
