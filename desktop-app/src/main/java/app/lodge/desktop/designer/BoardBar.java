package app.lodge.desktop.designer;

import app.lodge.desktop.designer.Arrangement.Edge;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Wording;
import app.lodge.personalization.layouts.model.Element;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.Property;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// What is done on the drawing board, over it: the way back and publishing, then adding, changing,
/// and with whose data the card is drawn.
final class BoardBar {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "hr", "pl", "zh");

    private static final double PREVIEW_WIDTH = 240;

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
        return Kit.row(
                2,
                add(),
                enabledBy(
                        model.history().undoable(),
                        icon("undo", Feather.CORNER_UP_LEFT, model.history()::undo)),
                enabledBy(
                        model.history().redoable(),
                        icon("redo", Feather.CORNER_UP_RIGHT, model.history()::redo)),
                new Separator(Orientation.VERTICAL),
                align(),
                icon("raise", Feather.CHEVRON_UP, model::raise),
                icon("lower", Feather.CHEVRON_DOWN, model::lower),
                icon("duplicate", Feather.COPY, model::duplicate),
                icon("remove", Feather.TRASH_2, model::remove),
                new Separator(Orientation.VERTICAL),
                icon("turn-over", Feather.REPEAT, model::turnOver),
                side(),
                Kit.spacer(),
                preview(),
                icon("smaller", Feather.ZOOM_OUT, () -> larger(0.8)),
                icon("larger", Feather.ZOOM_IN, () -> larger(1.25)));
    }

    private static Button enabledBy(BooleanExpression possible, Button button) {
        button.disableProperty().bind(possible.not());
        return button;
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
        addition(menu, "text", () -> put(new NewElements(model.side().inks()).text()));
        addition(menu, "photo", () -> put(new NewElements(model.side().inks()).photo()));
        addition(menu, "signature", () -> put(new NewElements(model.side().inks()).signature()));
        addition(menu, "picture", model::insertPicture);
        addition(menu, "barcode", () -> put(new NewElements(model.side().inks()).code()));
        addition(menu, "rectangle", () -> put(new NewElements(model.side().inks()).rectangle()));
        addition(menu, "ellipse", () -> put(new NewElements(model.side().inks()).ellipse()));
        addition(menu, "line", () -> put(new NewElements(model.side().inks()).line()));
        return menu;
    }

    private void addition(MenuButton menu, String kind, Runnable action) {
        item(menu, "add-" + kind, kit.text("designer.kind." + kind), action);
    }

    private void item(MenuButton menu, String name, Runnable action) {
        item(menu, name, kit.text("designer." + name), action);
    }

    private static void item(MenuButton menu, String name, String words, Runnable action) {
        var item = new MenuItem(words);
        item.setId("designer-" + name);
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
        menu.getItems().add(new SeparatorMenuItem());
        item(menu, "group", model::group);
        item(menu, "ungroup", model::ungroup);
        menu.getItems().add(new SeparatorMenuItem());
        item(menu, "guide-upright", () -> guide(true));
        item(menu, "guide-level", () -> guide(false));
        item(menu, "no-guides", () -> model.guides().removeAll());
        return menu;
    }

    /// The keyboard has it at once.
    private void guide(boolean upright) {
        model.guides().add(upright);
        canvas.requestFocus();
    }

    /// Whose data the card is drawn with, and in which language.
    private MenuButton preview() {
        var whose = model.drawing().preview();
        var language = model.drawing().language();
        var menu = new MenuButton("", Kit.icon(Feather.EYE));
        menu.setId("designer-preview");
        menu.setPrefWidth(PREVIEW_WIDTH);
        menu.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> whose(whose.get()) + " · " + language(language.get()),
                                whose,
                                language));
        menu.tooltipProperty().bind(menu.textProperty().map(Tooltip::new));
        menu.getItems().add(heading("designer.choose-preview"));
        choices(
                menu,
                List.of(Preview.USUAL, Preview.LONGEST, Preview.BAREST, Preview.CHINESE),
                whose,
                this::whose);
        menu.getItems().addAll(new SeparatorMenuItem(), heading("designer.choose-language"));
        choices(menu, LANGUAGES, language, this::language);
        return menu;
    }

    private String whose(Preview preview) {
        return Wording.of(kit.texts(), "designer.preview", preview);
    }

    private String language(String language) {
        return kit.text("designer.language." + language);
    }

    private MenuItem heading(String key) {
        var heading = new MenuItem(kit.text(key));
        heading.setDisable(true);
        return heading;
    }

    private static <T> void choices(
            MenuButton menu, List<T> choices, Property<T> value, Function<T, String> words) {
        var group = new ToggleGroup();
        for (T choice : choices) {
            var item = new RadioMenuItem(words.apply(choice));
            item.setToggleGroup(group);
            item.setOnAction(_ -> value.setValue(choice));
            value.subscribe(now -> item.setSelected(choice.equals(now)));
            menu.getItems().add(item);
        }
    }
}
