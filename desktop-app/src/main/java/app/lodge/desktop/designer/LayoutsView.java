package app.lodge.desktop.designer;

import app.lodge.core.groups.Groups.Group;
import app.lodge.desktop.designer.LayoutsViewModel.Entry;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Keys;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.Screen;
import app.lodge.desktop.shell.Sheet;
import app.lodge.personalization.layouts.model.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The shelf of layouts, each as it will be printed; and in its place the drawing board while one is
/// being changed.
public final class LayoutsView implements Screen {

    private static final double PICTURE = 266;

    private final Kit kit;
    private final LayoutsViewModel model;
    private final FlowPane shelf = new FlowPane(20, 20);
    private final StackPane both = new StackPane();
    private final PageFrame frame;
    private @Nullable BoardView board;

    public LayoutsView(Kit kit, LayoutsViewModel model) {
        this.kit = kit;
        this.model = model;
        kit.sheets().showWhile(model.fresh().open(), this::naming);
        kit.sheets().showWhile(model.using(), this::using);
        model.entries().addListener((InvalidationListener) _ -> fill());
        model.uses().addListener((InvalidationListener) _ -> fill());
        fill();
        var scroll = new ScrollPane(shelf);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("plain-scroll");
        var use =
                kit.button(
                        "layouts-use",
                        "designer.use",
                        Feather.USERS,
                        () -> model.using().set(true));
        var take = kit.button("layouts-import", "designer.import", Feather.UPLOAD, model::takeFile);
        use.setVisible(model.mayChange());
        take.setVisible(model.mayChange());
        frame = new PageFrame(kit, "designer.title", "designer.subtitle", scroll, use, take);
        model.board().subscribe(on -> show(on));
    }

    private void show(@Nullable DesignViewModel on) {
        if (board != null) {
            board.close();
        }
        board = on == null ? null : new BoardView(kit, model, on);
        both.getChildren().setAll(board == null ? frame : board.node());
        if (board != null) {
            board.begin();
        }
    }

    private void fill() {
        shelf.getChildren().setAll(model.entries().stream().map(this::tile).toList());
    }

    private Node tile(Entry entry) {
        var layout = entry.layout();
        var picture = new ImageView(FaceImage.of(entry.picture().faces().front()));
        picture.setFitWidth(PICTURE);
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        var face = new StackPane(picture);
        face.getStyleClass().add(Look.CARD_FACE);
        var head =
                Kit.row(
                        8,
                        Kit.line(layout.name(), Look.STRONG),
                        Kit.spacer(),
                        entry.published()
                                ? Kit.badge(layout.reference(), Look.Tone.NEUTRAL)
                                : Kit.badge(kit.text("designer.new"), Look.Tone.ACCENT));
        var tile = Kit.column(10, face, head, usedBy(layout), actions(entry));
        tile.getStyleClass().add(Look.PANEL);
        tile.setMaxWidth(PICTURE + 40);
        tile.setPrefWidth(PICTURE + 40);
        return tile;
    }

    private Node usedBy(Layout layout) {
        var names =
                model.usedBy(layout).stream()
                        .map(name -> name.orElse(kit.text("designer.everybody")))
                        .collect(Collectors.joining(", "));
        return Kit.paragraph(
                names.isEmpty() ? kit.text("designer.unused") : kit.text("designer.used-by", names),
                Look.SMALL,
                Look.MUTED);
    }

    private Node actions(Entry entry) {
        var id = entry.layout().id();
        var export =
                kit.iconButton(
                        "layout-export-" + id,
                        "designer.export",
                        Feather.DOWNLOAD,
                        () -> model.writeFile(entry));
        var row = new HBox(8);
        if (model.mayChange()) {
            row.getChildren()
                    .add(
                            kit.primary(
                                    "layout-edit-" + id,
                                    entry.draft().isPresent() ? "designer.go-on" : "designer.edit",
                                    Feather.EDIT_2,
                                    () -> model.edit(entry)));
            row.getChildren()
                    .add(
                            kit.button(
                                    "layout-copy-" + id,
                                    "designer.copy",
                                    Feather.COPY,
                                    () -> model.fresh().ask(entry.layout())));
        }
        row.getChildren().addAll(Kit.spacer(), export);
        if (model.mayChange() && entry.draft().isPresent()) {
            row.getChildren()
                    .add(
                            kit.iconButton(
                                    "layout-discard-" + id,
                                    "designer.discard",
                                    Feather.TRASH_2,
                                    () -> model.discard(entry)));
        }
        return row;
    }

    private Node naming() {
        var form = new Form(kit, "designer", model.fresh().problems());
        var body =
                Kit.column(
                        14,
                        form.text("name", model.fresh().name()),
                        form.text("id", model.fresh().id(), kit.text("designer.id-prompt")),
                        form.otherProblems());
        form.focusFirst();
        return new Sheet(kit, kit.text("designer.copy-title"), 460, body, model.fresh().open())
                .primary(kit.primary("layout-begin", "designer.begin", null, model.fresh()::begin));
    }

    private Node using() {
        var form = new Form(kit, "designer", FXCollections.observableArrayList());
        var body = new VBox(12, Kit.paragraph(kit.text("designer.use-advice"), Look.MUTED));
        body.getChildren()
                .add(form.labelledAs("everybody", kit.text("designer.everybody"), choice(null)));
        for (var group : model.groups()) {
            body.getChildren()
                    .add(
                            form.labelledAs(
                                    "group" + group.id().number(), group.name(), choice(group)));
        }
        return new Sheet(kit, kit.text("designer.use-title"), 520, body, model.using()).informing();
    }

    private ComboBox<String> choice(@Nullable Group group) {
        var choices = new ArrayList<>(List.of(""));
        model.entries().stream()
                .filter(Entry::published)
                .forEach(each -> choices.add(each.layout().id()));
        var box = new ComboBox<String>();
        box.getItems().setAll(choices);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable String id) {
                        return id == null || id.isEmpty()
                                ? kit.text(group == null ? "designer.usual" : "designer.as-all")
                                : name(id);
                    }

                    @Override
                    public String fromString(String text) {
                        return text;
                    }
                });
        var id = group == null ? null : group.id();
        box.setValue(
                model.uses().stream()
                        .filter(use -> java.util.Objects.equals(use.group(), id))
                        .map(use -> use.layout())
                        .findFirst()
                        .orElse(""));
        box.valueProperty().addListener((_, _, now) -> model.use(id, now));
        return box;
    }

    private String name(String id) {
        return model.entries().stream()
                .filter(each -> each.layout().id().equals(id))
                .map(each -> each.layout().name())
                .findFirst()
                .orElse(id);
    }

    @Override
    public Node node() {
        return both;
    }

    @Override
    public void shown() {
        if (model.board().get() == null) {
            model.refresh();
        }
    }

    /// Esc leaves the board; everything else is the board's.
    @Override
    public Keys keys() {
        return board == null
                ? Keys.none()
                : board.keys()
                        .on(
                                Keys.key(KeyCode.ESCAPE),
                                "keys.board.leave",
                                board::idle,
                                model::leave);
    }
}
