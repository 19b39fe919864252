package app.lodge.desktop.shell;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Neighbours behind tabs, which stay open.
public final class Tabs {

    private static final Insets ABOVE = new Insets(12, 0, 0, 0);

    private final Kit kit;
    private final TabPane pane = new TabPane();

    /// @param titleKey what they are together, for a screen reader
    public Tabs(Kit kit, String id, String titleKey) {
        this.kit = kit;
        pane.setId(id);
        pane.setAccessibleText(kit.text(titleKey));
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        pane.getStyleClass().addAll(Look.PANEL, "panel-tabs");
        VBox.setVgrow(pane, Priority.ALWAYS);
    }

    public Tabs add(String titleKey, Node content) {
        var padded = new StackPane(content);
        padded.setPadding(ABOVE);
        pane.getTabs().add(new Tab(kit.text(titleKey), padded));
        return this;
    }

    public TabPane pane() {
        return pane;
    }
}
