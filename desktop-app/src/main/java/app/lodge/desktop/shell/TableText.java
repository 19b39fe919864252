package app.lodge.desktop.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// What a table shows, as text: the columns that can be seen, in their order, each cell in the words of the
/// screen. Columns without a title hold buttons and are left out.
final class TableText {

    private TableText() {}

    /// @param rows of the table, as far as they are wanted
    static <T> List<List<String>> of(TableView<T> table, List<T> rows) {
        var columns = columns(table);
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(TableColumn::getText).toList());
        lines.addAll(lines(columns, rows));
        return lines;
    }

    static <T> List<TableColumn<T, ?>> columns(TableView<T> table) {
        List<TableColumn<T, ?>> titled = new ArrayList<>(table.getVisibleLeafColumns());
        titled.removeIf(column -> column.getText().isBlank());
        return titled;
    }

    static <T> List<List<String>> lines(List<TableColumn<T, ?>> columns, List<T> rows) {
        return rows.stream()
                .map(row -> columns.stream().map(column -> cell(column, row)).toList())
                .toList();
    }

    static <T> List<TableFile.Heading> heading(List<TableColumn<T, ?>> columns) {
        return columns.stream()
                .map(column ->
                        new TableFile.Heading(
                                column.getText(),
                                column.getStyleClass().contains(Look.NUMERIC)
                                        ? TableFile.Heading.Kind.FIGURES
                                        : TableFile.Heading.Kind.WORDS))
                .toList();
    }

    /// Parted by tabs, as spreadsheets take it from the clipboard.
    static String tabbed(List<List<String>> lines) {
        return lines.stream()
                .map(line ->
                        line.stream()
                                .map(cell -> cell.replaceAll("[\\t\\r\\n]+", " "))
                                .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    /// Keeps the words of a column whose cells are nodes.
    static <T> void say(TableColumn<T, T> column, Function<T, @Nullable Node> content) {
        Function<T, String> words = row -> words(content.apply(row));
        column.getProperties().put(TableText.class, words);
    }

    @SuppressWarnings("unchecked") // put there by say, for the same column
    private static <T> String cell(TableColumn<T, ?> column, T row) {
        if (column.getProperties().get(TableText.class) instanceof Function<?, ?> words) {
            return ((Function<T, String>) words).apply(row);
        }
        var data = column.getCellData(row);
        return data == null ? "" : data.toString();
    }

    private static String words(@Nullable Node node) {
        if (node instanceof Button || node == null) {
            return "";
        }
        if (node instanceof Labeled labeled) {
            return labeled.getText() == null ? "" : labeled.getText();
        }
        if (node instanceof Parent parent) {
            return parent.getChildrenUnmodifiable().stream()
                    .map(TableText::words)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
        }
        return "";
    }
}
