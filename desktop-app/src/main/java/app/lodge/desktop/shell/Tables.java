package app.lodge.desktop.shell;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SelectionModel;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Tables as all screens have them: full width, no editing, the next page read on reaching the end, columns
/// to be arranged; {@link TableWork} copies and exports what they show.
public final class Tables {

    private static final double TIME_WIDTH = 172;

    private Tables() {}

    public static <T> TableView<T> paged(
            String id, String accessibleText, PagedList<T> list, Node placeholder) {
        TableView<T> table = table(id, accessibleText, list.rows(), placeholder);
        table.getProperties().put(PagedList.class, list);
        table.skinProperty().subscribe(_ -> watchEnd(table, list));
        list.arrivals().subscribe(_ -> arrived(table));
        Keys.of("keys.list")
                .on(Keys.ctrl(KeyCode.END), "tables.to-end", () -> list.toEnd(() -> toLast(table)))
                .bindBefore(table);
        return table;
    }

    private static <T> void toLast(TableView<T> table) {
        int last = table.getItems().size() - 1;
        table.getSelectionModel().clearAndSelect(last);
        table.scrollTo(last);
    }

    /// Rows that were null are there; the chosen one may be among them.
    private static <T> void arrived(TableView<T> table) {
        table.refresh();
        var selection = table.getSelectionModel();
        int row = selection.getSelectedIndex();
        if (selection.getSelectedItem() == null
                && selection.getSelectedIndices().size() == 1
                && row < table.getItems().size()
                && table.getItems().get(row) != null) {
            selection.clearAndSelect(row);
        }
    }

    /// Chooses one row in place of all others, unless it is the one at hand already.
    public static <T> void choose(TableView<T> table, @Nullable T row) {
        var selection = table.getSelectionModel();
        if (row != null && !row.equals(selection.getSelectedItem())) {
            int at = table.getItems().indexOf(row);
            if (at >= 0) {
                selection.clearAndSelect(at);
            }
        }
    }

    public static <T> TableView<T> table(
            String id,
            String accessibleText,
            javafx.collections.ObservableList<T> rows,
            Node placeholder) {
        var table = new TableView<>(rows);
        table.setId(id);
        table.setAccessibleText(accessibleText);
        table.setPlaceholder(placeholder);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.sceneProperty().subscribe(scene -> TableWork.arrange(table, scene));
        return table;
    }

    private static <T> void watchEnd(TableView<T> table, PagedList<T> list) {
        for (var node : table.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                bar.valueProperty()
                        .subscribe(value -> {
                            if (value.doubleValue() > 0.9) {
                                list.more();
                            }
                        });
            }
        }
        table.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(index -> {
                    if (index.intValue() >= list.rows().size() - 5) {
                        list.more();
                    }
                });
    }

    /// How many rows are chosen.
    public static ObservableValue<Number> count(TableView<?> table) {
        return Bindings.size(table.getSelectionModel().getSelectedIndices());
    }

    /// Gives all chosen rows in their order; those of a long list that were put away are read again first.
    public static <T> void chosen(TableView<T> table, Consumer<List<T>> then) {
        var rows = table.getSelectionModel().getSelectedIndices().stream().sorted().toList();
        TableWork.rows(table, rows, then);
    }

    /// A button that acts on all chosen rows and says how many there are.
    ///
    /// @param severalKey its words for two and more
    public static Button several(Kit kit, TableView<?> table, Button button, String severalKey) {
        var one = button.getText();
        button.textProperty()
                .bind(
                        count(table)
                                .map(count ->
                                        count.intValue() < 2
                                                ? one
                                                : kit.text(severalKey, count.intValue())));
        return button;
    }

    /// The views of a table that are kept by name have the screen's filters in them.
    public static void filtered(TableView<?> table, KeptFilters filters) {
        table.getProperties().put(KeptFilters.class, filters);
    }

    /// From a search field the down arrow leads into what it found, Enter chooses the first.
    public static void leadInto(TextField query, Control found, SelectionModel<?> selection) {
        Keys.of("keys.search-field")
                .on(
                        Keys.key(KeyCode.DOWN),
                        "keys.into-list",
                        () -> {
                            first(selection);
                            found.requestFocus();
                        })
                .on(Keys.key(KeyCode.ENTER), "keys.first-found", () -> first(selection))
                .bindTo(query);
    }

    private static void first(SelectionModel<?> selection) {
        if (selection.getSelectedIndex() != 0) {
            selection.clearAndSelect(0);
        }
    }

    /// Enter opens the chosen row.
    public static <T> void openedBy(TableView<T> table, Consumer<T> open) {
        Keys.of("keys.list")
                .on(
                        Keys.key(KeyCode.ENTER),
                        "keys.open-row",
                        () -> table.getSelectionModel().getSelectedItem() != null,
                        () -> open.accept(table.getSelectionModel().getSelectedItem()))
                .bindTo(table);
    }

    /// A column of text; it is cut where it is too long, and then shows itself whole as a tip.
    public static <T> TableColumn<T, String> text(
            String title, double width, Function<T, String> words) {
        var column = new TableColumn<T, String>(title);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 60));
        column.setSortable(false);
        column.setCellValueFactory(row ->
                new ReadOnlyObjectWrapper<>(
                        row.getValue() == null ? "" : words.apply(row.getValue())));
        column.setCellFactory(_ -> new WordsCell<>());
        return column;
    }

    /// A column of sentences, never cut: the row grows with them.
    public static <T> TableColumn<T, String> sentences(
            String title, double width, Function<T, String> words) {
        var column = text(title, width, words);
        column.setCellFactory(_ -> new SentenceCell<>(column));
        return column;
    }

    /// A column of times, never cut.
    public static <T> TableColumn<T, String> time(String title, Function<T, String> words) {
        var column = text(title, TIME_WIDTH, words);
        column.setMinWidth(TIME_WIDTH);
        return column;
    }

    /// A column of figures: right-aligned, digits of one width.
    public static <T> TableColumn<T, String> number(
            String title, double width, Function<T, String> words) {
        var column = text(title, width, words);
        column.setMinWidth(width);
        column.getStyleClass().add(Look.NUMERIC);
        return column;
    }

    /// A column whose cells are a node made from the row, such as a badge.
    public static <T> TableColumn<T, T> node(
            String title, double width, Function<T, @Nullable Node> content) {
        var column = new TableColumn<T, T>(title);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 60));
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new NodeCell<>(content));
        TableText.say(column, content);
        return column;
    }

    private static final class WordsCell<T> extends TableCell<T, String> {

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            boolean blank = empty || item == null || item.isEmpty();
            setText(blank ? null : item);
            setTooltip(blank ? null : new Tooltip(item));
        }
    }

    private static final class SentenceCell<T> extends TableCell<T, String> {

        private static final double BESIDE = 24;

        private final Text words = new Text();

        private SentenceCell(TableColumn<T, String> column) {
            words.wrappingWidthProperty().bind(column.widthProperty().subtract(BESIDE));
            words.fontProperty().bind(fontProperty());
            words.fillProperty().bind(textFillProperty());
            setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            boolean blank = empty || item == null || item.isEmpty();
            words.setText(blank ? "" : item);
            setGraphic(blank ? null : words);
            setAccessibleText(blank ? null : item);
        }
    }

    private static final class NodeCell<T> extends TableCell<T, T> {

        private final Function<T, @Nullable Node> content;

        private NodeCell(Function<T, @Nullable Node> content) {
            this.content = content;
            setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            var node = content.apply(item);
            setGraphic(node);
            if (node instanceof Label label) {
                setAccessibleText(label.getText());
            }
        }
    }
}
