package app.lodge.desktop.shell;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The column at the left of a screen: what to look for, and the list of what was found.
public final class Finder extends VBox {

    private static final double WIDTH = 300;

    private final HBox above;

    private Finder(HBox above, ListView<?> list) {
        super(12, above, list);
        this.above = above;
        getStyleClass().addAll(Look.PANEL, "panel-table");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        VBox.setVgrow(list, Priority.ALWAYS);
    }

    /// @param chosen gets what was chosen in the list
    public static <T> Finder of(QueryField query, ListView<T> list, Consumer<T> chosen) {
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe((@Nullable T one) -> {
                    if (one != null) {
                        chosen.accept(one);
                    }
                });
        Tables.leadInto(query, list, list.getSelectionModel());
        HBox.setHgrow(query, Priority.ALWAYS);
        return new Finder(Kit.row(4, query), list);
    }

    /// Other ways to find somebody, beside what is typed.
    public Finder beside(Node... ways) {
        above.getChildren().addAll(ways);
        return this;
    }

    /// What is done without finding anybody.
    public Finder below(Node... lines) {
        getChildren().addAll(lines);
        return this;
    }
}
