package app.lodge.desktop.designer;

import app.lodge.desktop.shell.Keys;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.personalization.layouts.CardFace;
import app.lodge.personalization.layouts.model.Element;
import java.util.List;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The drawing board: what there is at the left, the card in the middle, what the chosen element is
/// at the right, and below what the card's printer would stumble over.
final class BoardView {

    private static final Duration KEPT_AFTER = Duration.seconds(3);
    private static final double REMARKS = 66;

    private final Kit kit;
    private final LayoutsViewModel shelf;
    private final DesignViewModel model;
    private final CardCanvas canvas;
    private final BoardKeys keys;
    private final ListView<Element> layers = new ListView<>();
    private final StackPane properties = new StackPane();
    private final VBox remarks = new VBox(4);
    private final VBox root;
    private final PauseTransition resting = new PauseTransition(KEPT_AFTER);
    private @Nullable Fields fields;
    private boolean listing;

    BoardView(Kit kit, LayoutsViewModel shelf, DesignViewModel model) {
        this.kit = kit;
        this.shelf = shelf;
        this.model = model;
        this.canvas = new CardCanvas(kit, model);
        this.keys = new BoardKeys(model, canvas.zoom());
        resting.setOnFinished(_ -> shelf.keep());
        var middle = new HBox(16, layers(), card(), properties());
        VBox.setVgrow(middle, Priority.ALWAYS);
        root = new VBox(12, new BoardBar(kit, shelf, model, canvas).node(), middle, remarks());
        root.getStyleClass().add(Look.PAGE);
        model.history().now().subscribe(_ -> changed());
        model.chosen().subscribe(_ -> chosen());
        model.front().subscribe(_ -> changed());
        model.drawing().language().subscribe(_ -> chosen());
        model.remarks().addListener((InvalidationListener) _ -> fillRemarks());
    }

    Node node() {
        return root;
    }

    void begin() {
        canvas.requestFocus();
    }

    void close() {
        resting.stop();
    }

    /// Whether Esc would mean nothing here.
    boolean idle() {
        return model.chosen().get().isEmpty();
    }

    /// Keys of the card go before those of a list, but never before those of a text.
    Keys keys() {
        return keys.all();
    }

    private void changed() {
        resting.playFromStart();
        listing = true;
        layers.getItems().setAll(model.side().elements().reversed());
        listing = false;
        showChosen();
        if (fields != null) {
            fields.follow();
        }
    }

    private void chosen() {
        showChosen();
        var only = model.only();
        fields = only.map(each -> new ElementForm(kit, model).of(each)).orElse(null);
        if (fields != null) {
            fields.follow();
            properties.getChildren().setAll(fields.node());
        } else if (model.chosen().get().isEmpty()) {
            properties.getChildren().setAll(new LayoutForm(kit, model).node());
        } else {
            properties
                    .getChildren()
                    .setAll(
                            Kit.paragraph(
                                    kit.text("designer.several", model.chosen().get().size()),
                                    Look.MUTED));
        }
    }

    private void showChosen() {
        listing = true;
        layers.getSelectionModel().clearSelection();
        for (var each : layers.getItems()) {
            if (model.chosen().get().contains(each.frame().id())) {
                layers.getSelectionModel().select(each);
            }
        }
        listing = false;
    }

    private Node layers() {
        layers.setId("designer-layers");
        layers.setAccessibleText(kit.text("designer.layers"));
        layers.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        layers.setCellFactory(_ -> new LayerCell());
        layers.setPlaceholder(Kit.paragraph(kit.text("designer.no-layers"), Look.MUTED));
        layers.getSelectionModel()
                .getSelectedItems()
                .addListener(
                        (ListChangeListener<Element>)
                                _ -> {
                                    if (!listing) {
                                        model.choose(
                                                layers
                                                        .getSelectionModel()
                                                        .getSelectedItems()
                                                        .stream()
                                                        .map(each -> each.frame().id())
                                                        .collect(
                                                                java.util.stream.Collectors
                                                                        .toSet()));
                                    }
                                });
        VBox.setVgrow(layers, Priority.ALWAYS);
        var column = Kit.column(8, Kit.line(kit.text("designer.layers"), Look.PANEL_TITLE), layers);
        column.getStyleClass().add(Look.PANEL);
        column.setMinWidth(204);
        column.setPrefWidth(204);
        return column;
    }

    private static final class LayerCell extends ListCell<Element> {

        private LayerCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Element element, boolean empty) {
            super.updateItem(element, empty);
            if (element == null || empty) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(element.frame().id());
            setGraphic(Kit.icon(element.frame().locked() ? Feather.LOCK : icon(element)));
        }

        private static Ikon icon(Element element) {
            return switch (element) {
                case Element.Text _ -> Feather.TYPE;
                case Element.Photo _ -> Feather.USER;
                case Element.Signature _ -> Feather.EDIT_3;
                case Element.Picture _ -> Feather.IMAGE;
                case Element.Shape _ -> Feather.SQUARE;
                case Element.Barcode _ -> Feather.GRID;
            };
        }
    }

    private Node card() {
        var middle = new StackPane(canvas);
        var scroll = new ScrollPane(middle);
        scroll.setId("designer-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setPannable(false);
        scroll.getStyleClass().addAll(Look.PANEL, "canvas-ground");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        scroll.widthProperty()
                .subscribe(width -> {
                    double fits = (width.doubleValue() - 90) / CardFace.WIDTH;
                    if (fits > 0.2) {
                        canvas.zoom().set(Math.min(1.25, fits));
                    }
                });
        return scroll;
    }

    private Node properties() {
        var scroll = new ScrollPane(properties);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        properties.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        properties.getStyleClass().add(Look.PANEL);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinWidth(280);
        scroll.setPrefWidth(280);
        return scroll;
    }

    private Node remarks() {
        remarks.setId("designer-remarks");
        var scroll = new ScrollPane(remarks);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setMinHeight(REMARKS);
        scroll.setMaxHeight(REMARKS);
        fillRemarks();
        return scroll;
    }

    private void fillRemarks() {
        var lines = model.remarks().stream().map(this::line).toList();
        remarks.getChildren()
                .setAll(
                        lines.isEmpty()
                                ? List.of(
                                        Kit.row(
                                                8,
                                                Kit.badge("✓", Look.Tone.GOOD),
                                                Kit.line(kit.text("designer.sound"), Look.MUTED)))
                                : lines);
    }

    private Node line(Remark remark) {
        var words = new Label(remark.element() + " · " + kit.say(remark.words()));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row =
                Kit.row(
                        8,
                        Kit.badge(
                                kit.text(remark.blocks() ? "designer.blocks" : "designer.note"),
                                remark.blocks() ? Look.Tone.BAD : Look.Tone.CAUTION),
                        words);
        row.setOnMouseClicked(_ -> find(remark.element()));
        return row;
    }

    private void find(String id) {
        for (boolean front : new boolean[] {true, false}) {
            var side = front ? model.layout().front() : model.layout().back();
            if (side != null
                    && side.elements().stream().anyMatch(each -> each.frame().id().equals(id))) {
                model.front().set(front);
                model.choose(Set.of(id));
            }
        }
    }
}
