package app.lodge.desktop.plans;

import app.lodge.desktop.shell.Keys;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Message;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The editor: the plan's tree at the left, the chosen node's form in the middle, and at the right the
/// chip's memory, the checks, the document, the last dry run and a comparison.
public final class PlanBoardView {

    private static final int MOST_LINES = 400;

    private final Kit kit;
    private final PlansViewModel model;
    private final PlanBoard board;
    private final PlanTree tree;
    private final PlanKeys keys;
    private final StackPane properties = new StackPane();
    private final StackPane memory = new StackPane();
    private final VBox checks = new VBox(6);
    private final VBox tried = new VBox(4);
    private final TabPane tabs = new TabPane();
    private final VBox root;
    private @Nullable NodeForm form;

    public PlanBoardView(Kit kit, PlansViewModel model) {
        this.kit = kit;
        this.model = model;
        this.board = model.board();
        this.tree = new PlanTree(kit, board);
        this.keys = new PlanKeys(model);
        checks.setId("plans-told");
        var middle = new HBox(16, treePanel(), formPanel(), tabs());
        VBox.setVgrow(middle, Priority.ALWAYS);
        root = new VBox(12, new PlanBar(kit, model).node(), middle);
        root.getStyleClass().add(Look.PAGE);
        board.changes().subscribe(_ -> changed());
        board.chosen().subscribe(_ -> chosen());
        model.told().addListener((InvalidationListener) _ -> lines(checks, model.told()));
        lines(checks, model.told());
        model.tried().subscribe(this::showTried);
    }

    public Node node() {
        return root;
    }

    /// Puts the keyboard into the tree.
    public void begin() {
        tree.view().requestFocus();
    }

    /// What keys do while the editor is open.
    public Keys keys() {
        return keys.all();
    }

    private void changed() {
        tree.fill();
        if (form == null || !form.follow()) {
            chosen();
        }
        board.plan()
                .get()
                .ifPresent(plan ->
                        memory.getChildren()
                                .setAll(new MemoryMapView(kit, board).of(MemoryMap.of(plan))));
    }

    private void chosen() {
        tree.choose();
        form = new NodeForm(kit, board);
        properties.getChildren().setAll(form.node());
    }

    private Node treePanel() {
        var panel = new VBox(tree.view());
        VBox.setVgrow(tree.view(), Priority.ALWAYS);
        panel.setMinWidth(250);
        panel.setPrefWidth(270);
        return panel;
    }

    private Node formPanel() {
        properties.getStyleClass().add(Look.PANEL);
        var scroll = scrolled(properties);
        scroll.setMinWidth(300);
        scroll.setPrefWidth(330);
        return scroll;
    }

    private Node tabs() {
        var document = new TextArea();
        document.setId("plans-document");
        document.setAccessibleText(kit.text("plans.tab-document"));
        document.getStyleClass().add(Look.MONO);
        document.textProperty().bindBidirectional(model.document());
        tabs.setId("plan-tabs");
        tabs.setAccessibleText(kit.text("plans.title"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs()
                .setAll(
                        tab("plans.tab-memory", scrolled(padded(memory))),
                        tab("plans.tab-checks", scrolled(padded(checks))),
                        tab("plans.tab-document", document),
                        tab("plans.tab-dry-run", scrolled(padded(tried))));
        tabs.setMinWidth(320);
        HBox.setHgrow(tabs, Priority.ALWAYS);
        return tabs;
    }

    private Tab tab(String key, Node content) {
        return new Tab(kit.text(key), content);
    }

    private static Node padded(Node node) {
        var box = new VBox(node);
        box.getStyleClass().add("tab-page");
        return box;
    }

    private static ScrollPane scrolled(Node node) {
        var scroll = new ScrollPane(node);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("plain-scroll");
        return scroll;
    }

    private void showTried(Trial.@Nullable Told told) {
        tried.getChildren().clear();
        if (told == null) {
            tried.getChildren()
                    .add(Kit.paragraph(kit.text("plans.not-tried"), Look.SMALL, Look.MUTED));
            return;
        }
        section("plans.card-then", told.card());
        section("plans.steps", told.steps());
        section("plans.commands", told.commands());
        tabs.getSelectionModel().selectLast();
    }

    private void section(String title, List<Message> messages) {
        if (!messages.isEmpty()) {
            var lines = new VBox(2);
            lines(lines, messages);
            tried.getChildren().addAll(Kit.line(kit.text(title), Look.FIELD_LABEL), lines);
        }
    }

    private void lines(VBox into, List<Message> messages) {
        into.getChildren()
                .setAll(
                        messages.stream()
                                .limit(MOST_LINES)
                                .map(one -> Kit.paragraph(kit.say(one), Look.SMALL))
                                .toList());
    }
}
