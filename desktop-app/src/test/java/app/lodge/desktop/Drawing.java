package app.lodge.desktop;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// What a hand does at a window that is drawn for the gallery: each waits until the screen has
/// followed.
class Drawing {

    final Stage stage;

    private final String name;
    private final Album album;

    /// @param name of the walk, such as `de-dark-1280`
    Drawing(Stage stage, String name, Album album) {
        this.stage = stage;
        this.name = name;
        this.album = album;
    }

    void go(String place) throws Exception {
        Toolkit.run(() -> ((ToggleButton) find("#go-" + place)).fire());
        Toolkit.settle();
    }

    void press(String id) throws Exception {
        Toolkit.run(() -> ((Button) find(id)).fire());
        Toolkit.settle();
    }

    void type(String id, String text) throws Exception {
        Toolkit.run(() -> ((TextField) find(id)).setText(text));
        Toolkit.settle();
    }

    void strike(KeyCode code) throws Exception {
        strike(code, false);
    }

    /// As if it were struck on the keyboard.
    void strike(KeyCode code, boolean ctrl) throws Exception {
        Toolkit.run(() -> {
            var owner = stage.getScene().getFocusOwner();
            Node target = owner == null ? stage.getScene().getRoot() : owner;
            target.fireEvent(
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, ctrl, false, false));
        });
        Toolkit.settle();
    }

    /// A row, a tab or a choice, by its place from 0.
    void select(String id, int index) throws Exception {
        Toolkit.run(() -> {
            switch (find(id)) {
                case TableView<?> table -> table.getSelectionModel().clearAndSelect(index);
                case ListView<?> list -> list.getSelectionModel().select(index);
                case TreeView<?> tree -> tree.getSelectionModel().select(index);
                case ComboBox<?> box -> box.getSelectionModel().select(index);
                case TabPane tabs -> tabs.getSelectionModel().select(index);
                case Node other ->
                        throw new AssertionError(id + " has nothing to select: " + other);
            }
        });
        Toolkit.settle();
    }

    void scrollDown() throws Exception {
        Toolkit.run(() -> {
            if (stage.getScene().getRoot().lookup(".sheet-body") instanceof ScrollPane body) {
                body.setVvalue(1);
            }
        });
        Toolkit.settle();
    }

    /// @param picture its number and what it shows, such as `35-device`
    void selectAll(String table) throws Exception {
        Toolkit.run(() -> ((TableView<?>) find(table)).getSelectionModel().selectAll());
        Toolkit.settle();
    }

    void shoot(String picture) throws Exception {
        var image =
                Toolkit.call(() -> {
                    var root = stage.getScene().getRoot();
                    root.applyCss();
                    root.layout();
                    album.check(root, name + "/" + picture);
                    return stage.getScene().snapshot(null);
                });
        album.keep(image, picture + "-" + name);
    }

    void close() throws Exception {
        Toolkit.run(stage::close);
    }

    Node find(String id) {
        return find(stage, id);
    }

    static Node find(Stage stage, String id) {
        var nodes = stage.getScene().getRoot().lookupAll(id);
        return nodes.stream()
                .filter(Node::isVisible)
                .reduce((_, last) -> last)
                .orElseThrow(() -> new AssertionError("No node " + id + " on the screen"));
    }

    static List<Node> all(Node node, List<Node> into) {
        into.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all(child, into));
        }
        return into;
    }

    static List<Node> all(Node node) {
        return all(node, new ArrayList<>());
    }
}
