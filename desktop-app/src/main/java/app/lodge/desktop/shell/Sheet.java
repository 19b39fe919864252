package app.lodge.desktop.shell;

import javafx.beans.property.BooleanProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A form or wizard over the screen: title, body, and the buttons that end it. Enter presses the
/// primary button, Esc the cancel button.
public final class Sheet extends VBox {

    private final HBox actions = new HBox(10);
    private final Button cancel;

    public Sheet(Kit kit, String titleText, double width, Node body, BooleanProperty open) {
        getStyleClass().add("floating-sheet");
        setMaxWidth(width);
        setPrefWidth(width);
        setMaxHeight(USE_PREF_SIZE);
        var close =
                kit.iconButton(
                        "sheet-close",
                        "action.close",
                        org.kordamp.ikonli.feather.Feather.X,
                        () -> open.set(false));
        close.setFocusTraversable(false);
        var title = Kit.line(titleText, "sheet-title");
        var head = Kit.row(10, title, Kit.spacer(), close);
        head.getStyleClass().add("sheet-head");
        var scroll = new WholeBody(body, width);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("sheet-body");
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        actions.setAlignment(Pos.CENTER_RIGHT);
        actions.getStyleClass().add("sheet-actions");
        getChildren().addAll(head, scroll, actions);
        cancel = kit.button("sheet-cancel", "action.cancel", null, () -> open.set(false));
        cancel.setCancelButton(true);
        actions.getChildren().addAll(Kit.spacer(), cancel);
    }

    /// Adds the button that does what the sheet is for.
    public Sheet primary(Button button) {
        button.setDefaultButton(true);
        return action(button);
    }

    public Sheet action(Button button) {
        actions.getChildren().add(button);
        return this;
    }

    /// Leaves out the cancel button: there is nothing to call off, Esc closes.
    public Sheet informing() {
        actions.getChildren().remove(cancel);
        return this;
    }

    /// Puts a node at the left of the buttons, such as a hint or a progress bar.
    public Sheet aside(Node node) {
        actions.getChildren().addFirst(node);
        return this;
    }

    /// Asks for the height of its body at the sheet's width, so that texts that wrap need no scroll
    /// bar while the window has room. A scroll pane of its own asks for the height at any width.
    private static final class WholeBody extends ScrollPane {

        private final Node body;
        private final double width;

        WholeBody(Node body, double width) {
            super(body);
            this.body = body;
            this.width = width;
            // The viewport keeps to itself that its content has grown.
            body.layoutBoundsProperty().subscribe(this::requestLayout);
        }

        /// Its height follows from the width; that of a pane without a bias is kept from before the
        /// style sheet gave the body its padding.
        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double across) {
            double room = across > 0 ? across : width;
            double needed = Math.max(body.minHeight(room), body.prefHeight(room));
            return Math.ceil(needed) + snappedTopInset() + snappedBottomInset() + 1;
        }

        /// A bar that was shown once narrows the texts, which then need the bar.
        @Override
        protected void layoutChildren() {
            boolean fits = getHeight() >= computePrefHeight(getWidth()) - 1;
            setVbarPolicy(fits ? ScrollBarPolicy.NEVER : ScrollBarPolicy.AS_NEEDED);
            super.layoutChildren();
        }
    }
}
