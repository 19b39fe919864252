package app.lodge.desktop.shell;

import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The frame of a destination: its title, one line about it, its actions at the right, and below the
/// content.
public final class PageFrame extends VBox {

    public PageFrame(Kit kit, String titleKey, String subtitleKey, Node content, Node... actions) {
        super(20);
        getStyleClass().add(Look.PAGE);
        var title = Kit.line(kit.text(titleKey), Look.PAGE_TITLE);
        title.setMinWidth(Region.USE_PREF_SIZE);
        var words = Kit.column(3, title, Kit.line(kit.text(subtitleKey), Look.MUTED));
        var head = Kit.row(10, words, Kit.spacer());
        head.getChildren().addAll(actions);
        head.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(head, content);
    }
}
