package app.lodge.reports.export;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A report's data, apart from how it looks.
///
/// @param about where it comes from
/// @param figures what it sums to, such as the closing balance
/// @param rows each as long as `columns`
public record Table(
        About about, List<Column> columns, List<Figure> figures, List<List<Cell>> rows) {

    public Table {
        columns = List.copyOf(columns);
        figures = List.copyOf(figures);
        rows = List.copyOf(rows);
        for (var row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "A row of %s has %d cells for %d columns"
                                .formatted(about.kind(), row.size(), columns.size()));
            }
        }
    }

    /// @param kind such as `account-statement`
    /// @param title in the reader's language; for workbooks
    /// @param zone in which a workbook shows times
    /// @param parameters as ordered, in the order of the form
    public record About(
            String kind,
            String title,
            String site,
            ZoneId zone,
            Instant generatedAt,
            Map<String, String> parameters) {
        public About {
            parameters = new LinkedHashMap<>(parameters);
        }
    }

    /// @param name for programs, the same in every language: `booked_at`
    /// @param label for people, in their language
    public record Column(String name, String label) {}

    public record Figure(String name, String label, Cell value) {}
}
