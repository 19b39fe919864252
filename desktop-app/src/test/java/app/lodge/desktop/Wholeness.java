package app.lodge.desktop;

import java.util.EnumSet;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// Finds labels that are cut, sheets that scroll without need, and controls without a name or a role.
final class Wholeness {

    /// What a screen reader has no word for.
    private static final Set<AccessibleRole> NO_ROLES =
            EnumSet.of(AccessibleRole.NODE, AccessibleRole.PARENT);

    private final String where;
    private final Set<String> faults;

    /// @param faults gets a sentence for each
    Wholeness(String where, Set<String> faults) {
        this.where = where;
        this.faults = faults;
    }

    /// Looks at every control beneath.
    void check(Parent root) {
        for (var node : Drawing.all(root)) {
            if (node instanceof Labeled labeled && shown(node)) {
                checkWhole(labeled);
            }
            if (node.isFocusTraversable() && shown(node) && !node.isDisabled()) {
                checkNamed(node);
            }
            if (node instanceof ScrollPane pane && pane.getStyleClass().contains("sheet-body")) {
                checkRoom(pane);
            }
        }
    }

    private void checkWhole(Labeled labeled) {
        var text = labeled.getText();
        boolean data = labeled instanceof TableCell<?, ?>;
        if (text == null || text.isEmpty() || data) {
            return;
        }
        for (var child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text drawn
                    && drawn.getText().endsWith(labeled.getEllipsisString())
                    && !text.endsWith(drawn.getText())) {
                faults.add(where + " cuts “" + text.replace('\n', ' ') + "”");
            }
        }
    }

    /// A sheet scrolls only where the window has no more room for it.
    private void checkRoom(ScrollPane body) {
        double hidden =
                body.getContent().getLayoutBounds().getHeight()
                        - body.getViewportBounds().getHeight();
        var sheet = (Region) body.getParent();
        double free = ((Region) sheet.getParent()).getHeight() - 56;
        if (hidden > 1 && sheet.getHeight() < free - 1) {
            faults.add("%s scrolls a sheet that has room, by %.0f".formatted(where, hidden));
        }
    }

    private void checkNamed(Node node) {
        boolean named =
                node.getAccessibleText() != null
                        || (node instanceof Labeled labeled
                                && labeled.getText() != null
                                && !labeled.getText().isBlank());
        if (!named) {
            faults.add(where + " has a nameless " + node);
        }
        if (NO_ROLES.contains(node.getAccessibleRole())) {
            faults.add(where + " has a control of which nobody says what it is: " + node);
        }
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getLayoutBounds().getWidth() > 0;
    }
}
