package app.lodge.desktop.plans;

import app.lodge.core.encodingplans.EncodingPlans.Line;
import app.lodge.desktop.plans.PlanNode.Kind;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Observed;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The editor's two rows of keys: which plan and what becomes of it; and the chosen node.
final class PlanBar {

    private static final List<Kind> MEDIA =
            List.of(Kind.DESFIRE, Kind.CLASSIC, Kind.PLUS, Kind.PAGES, Kind.CONTACT_KEY);

    private final Kit kit;
    private final PlansViewModel model;
    private final PlanBoard board;

    PlanBar(Kit kit, PlansViewModel model) {
        this.kit = kit;
        this.model = model;
        this.board = model.board();
    }

    Node node() {
        return new VBox(10, plan(), element());
    }

    private Node plan() {
        var back =
                kit.iconButton(
                        "plans-back",
                        "plans.back",
                        Feather.ARROW_LEFT,
                        () -> model.open().set(false));
        var row =
                new FlowPane(
                        8,
                        8,
                        back,
                        choice("plans-plan", "plans.which", model.chosen()),
                        fresh(),
                        button("plans-save", "plans.save", Feather.SAVE, model::save),
                        button("plans-dry-run", "plans.dry-run", Feather.PLAY, model::tryOut),
                        button(
                                "plans-publish",
                                "plans.publish",
                                Feather.CHECK_CIRCLE,
                                model::publish),
                        button("plans-use", "plans.use", Feather.CREDIT_CARD, model::use),
                        retire(),
                        button("plans-import", "plans.import", Feather.UPLOAD, model::takeFile),
                        button("plans-export", "plans.export", Feather.DOWNLOAD, model::writeFile));
        row.setRowValignment(javafx.geometry.VPos.CENTER);
        return row;
    }

    private Button button(String id, String key, Feather icon, Runnable action) {
        var button = kit.button(id, key, icon, action);
        button.disableProperty().bind(model.busy());
        return button;
    }

    /// Only a published plan can be retired.
    private Button retire() {
        var retire = kit.button("plans-retire", "plans.retire", Feather.ARCHIVE, model::retire);
        retire.disableProperty()
                .bind(model.busy().or(Observed.holds(model.chosen(), model::mayRetire).not()));
        return retire;
    }

    private MenuButton fresh() {
        var menu = new MenuButton(kit.text("plans.new"), Kit.icon(Feather.FILE_PLUS));
        menu.setId("plans-new");
        for (var medium : MEDIA) {
            var item = new MenuItem(Wording.of(kit.texts(), "plans.kind", medium));
            item.setOnAction(_ -> model.begin(medium));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Node element() {
        var add = new MenuButton(kit.text("plans.add"), Kit.icon(Feather.PLUS));
        add.setId("plan-add");
        add.setMnemonicParsing(true);
        var own =
                List.of(
                        kit.iconButton("plan-copy", "plans.copy", Feather.COPY, board::copy),
                        kit.iconButton(
                                "plan-remove", "plans.remove", Feather.TRASH_2, board::remove),
                        kit.iconButton(
                                "plan-up", "plans.up", Feather.ARROW_UP, () -> board.move(-1)),
                        kit.iconButton(
                                "plan-down",
                                "plans.down",
                                Feather.ARROW_DOWN,
                                () -> board.move(1)));
        var undo = kit.iconButton("plan-undo", "plans.undo", Feather.CORNER_UP_LEFT, board::undo);
        var redo = kit.iconButton("plan-redo", "plans.redo", Feather.CORNER_UP_RIGHT, board::redo);
        Runnable follow =
                () -> {
                    add.getItems().setAll(board.additions().stream().map(this::item).toList());
                    add.setDisable(add.getItems().isEmpty());
                    own.forEach(button -> button.setDisable(!board.movable()));
                    undo.setDisable(!board.undoable());
                    redo.setDisable(!board.redoable());
                };
        board.changes().subscribe(_ -> follow.run());
        board.chosen().subscribe(_ -> follow.run());
        var row = Kit.row(4, add);
        row.getChildren().addAll(own);
        row.getChildren().addAll(undo, redo, Kit.spacer(), comparison());
        return row;
    }

    private Node comparison() {
        var other = choice("plans-compare", "plans.compare", model.other());
        var label = kit.label("plans.compare");
        label.setMnemonicParsing(true);
        label.setLabelFor(other);
        return Kit.row(8, label, other);
    }

    private MenuItem item(PlanBoard.Addition addition) {
        var item = new MenuItem(Wording.of(kit.texts(), "plans.kind", addition.kind()));
        item.setOnAction(_ -> board.add(addition));
        return item;
    }

    private ComboBox<@Nullable Line> choice(
            String id, String key, ObjectProperty<@Nullable Line> value) {
        var box = new ComboBox<@Nullable Line>(model.plans());
        box.setId(id);
        box.setAccessibleText(Kit.plain(kit.text(key)));
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Line line) {
                        return line == null ? "" : words(line);
                    }

                    @Override
                    public @Nullable Line fromString(String text) {
                        return null;
                    }
                });
        box.valueProperty().bindBidirectional(value);
        box.setPrefWidth(320);
        return box;
    }

    private String words(Line line) {
        return line.plan().reference()
                + " · "
                + Wording.of(kit.texts(), "plans.state", line.state());
    }
}
