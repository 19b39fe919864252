package app.lodge.desktop.plans;

import app.lodge.core.encodingplans.Finding;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import com.fasterxml.jackson.core.JsonPointer;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.jspecify.annotations.Nullable;

/// The plan as a tree; a mark stands at each node that something is wrong or weak in.
final class PlanTree {

    private final Kit kit;
    private final PlanBoard board;
    private final TreeView<PlanNode> view = new TreeView<>();
    private final Set<JsonPointer> closed = new HashSet<>();
    private boolean filling;

    PlanTree(Kit kit, PlanBoard board) {
        this.kit = kit;
        this.board = board;
        view.setId("plan-tree");
        view.setAccessibleText(kit.text("plans.tree"));
        view.setCellFactory(_ -> new NodeCell());
        view.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, item) -> {
                    if (!filling && item != null) {
                        board.chosen().set(item.getValue().at());
                    }
                });
    }

    TreeView<PlanNode> view() {
        return view;
    }

    void fill() {
        filling = true;
        view.setRoot(item(board.outline()));
        choose();
        filling = false;
    }

    void choose() {
        var wanted = board.node().at();
        var item = find(view.getRoot(), wanted);
        if (item != null && view.getSelectionModel().getSelectedItem() != item) {
            boolean before = filling;
            filling = true;
            for (var above = item.getParent(); above != null; above = above.getParent()) {
                above.setExpanded(true);
            }
            view.getSelectionModel().select(item);
            filling = before;
        }
    }

    private TreeItem<PlanNode> item(PlanNode node) {
        var item = new TreeItem<>(node);
        item.setExpanded(!closed.contains(node.at()));
        item.expandedProperty()
                .addListener((_, _, open) -> {
                    if (open) {
                        closed.remove(node.at());
                    } else {
                        closed.add(node.at());
                    }
                });
        node.children().forEach(child -> item.getChildren().add(item(child)));
        return item;
    }

    private static @Nullable TreeItem<PlanNode> find(
            @Nullable TreeItem<PlanNode> item, JsonPointer at) {
        if (item == null || item.getValue().at().equals(at)) {
            return item;
        }
        for (var child : item.getChildren()) {
            var found = find(child, at);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private final class NodeCell extends TreeCell<PlanNode> {

        @Override
        protected void updateItem(@Nullable PlanNode node, boolean empty) {
            super.updateItem(node, empty);
            if (node == null || empty) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(NodeForm.title(kit, board, node));
            var own =
                    board.findings().stream()
                            .filter(one -> board.subject(one).equals(node))
                            .toList();
            boolean wrong = own.stream().anyMatch(Finding::blocks);
            setGraphic(
                    own.isEmpty()
                            ? null
                            : Kit.line(
                                    wrong ? "✕" : "!",
                                    Look.STRONG,
                                    (wrong ? Look.Tone.BAD : Look.Tone.CAUTION).styleClass()));
        }
    }
}
