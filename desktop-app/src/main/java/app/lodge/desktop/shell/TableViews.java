package app.lodge.desktop.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableView;

/// Ways to look at a table that one operator has named: its columns, their order and widths, and the filter
/// if the screen keeps filters. They are kept on this workstation and tell of nobody.
final class TableViews {

    private final SavedFilters kept;
    private final long operator;

    /// @param operator whose they are
    TableViews(SavedFilters kept, long operator) {
        this.kept = kept;
        this.operator = operator;
    }

    static TableViews forNow() {
        return new TableViews(SavedFilters.forNow(), 0);
    }

    /// By name.
    List<String> names(TableView<?> table) {
        return kept.names(operator, list(table));
    }

    /// Keeps a table as it stands, in place of the view of that name.
    void keep(TableView<?> table, String name) {
        var filter = filters(table).map(KeptFilters::written);
        kept.keep(
                operator,
                list(table),
                name,
                KeptColumns.layout(table) + filter.map(written -> "\n" + written).orElse(""));
    }

    /// Shows a table as it was kept; a part that fits no more is left as it is.
    void choose(TableView<?> table, String name) {
        kept.find(operator, list(table), name)
                .map(written -> written.split("\n", 2))
                .ifPresent(parts -> {
                    KeptColumns.arrange(table, parts[0]);
                    if (parts.length == 2) {
                        filters(table).ifPresent(filters -> filters.take(parts[1]));
                    }
                });
    }

    void forget(TableView<?> table, String name) {
        kept.forget(operator, list(table), name);
    }

    private static String list(TableView<?> table) {
        return String.valueOf(table.getId());
    }

    private static Optional<KeptFilters> filters(TableView<?> table) {
        return table.getProperties().get(KeptFilters.class) instanceof KeptFilters filters
                ? Optional.of(filters)
                : Optional.empty();
    }
}
