package app.lodge.core.people.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects rows and holds them to the limits.
final class TableRows {

    private final String name;
    private final List<Table.Row> rows = new ArrayList<>();
    private @Nullable List<String> headings;

    TableRows(String name) {
        this.name = name;
    }

    void add(int number, List<String> cells) throws UnreadableException {
        var width = width(cells);
        if (width == 0) {
            return;
        }
        if (width > Table.MOST_COLUMNS) {
            throw new UnreadableException(
                    "file", name, "import.too-many-columns", number, Table.MOST_COLUMNS);
        }
        var kept = new ArrayList<String>(width);
        for (var cell : cells.subList(0, width)) {
            var text = cell.strip();
            if (text.length() > Table.LONGEST_CELL) {
                throw new UnreadableException(
                        "file", name, "import.cell-too-long", number, Table.LONGEST_CELL);
            }
            kept.add(text);
        }
        if (headings == null) {
            headings = headings(kept);
        } else if (rows.size() == Table.MOST_ROWS) {
            throw new UnreadableException("file", name, "import.too-many-rows", Table.MOST_ROWS);
        } else {
            rows.add(new Table.Row(number, List.copyOf(kept)));
        }
    }

    Table table() throws UnreadableException {
        var found = headings;
        if (found == null) {
            throw new UnreadableException("file", name, "import.empty");
        }
        if (rows.isEmpty()) {
            throw new UnreadableException("file", name, "import.header-only");
        }
        return new Table(found, List.copyOf(rows));
    }

    private static List<String> headings(List<String> cells) throws UnreadableException {
        Map<String, Integer> seen = new HashMap<>();
        for (var i = 0; i < cells.size(); i++) {
            var heading = cells.get(i);
            var before = heading.isEmpty() ? null : seen.put(heading, i + 1);
            if (before != null) {
                throw new UnreadableException(
                        heading, heading, "import.heading-twice", before, i + 1);
            }
        }
        return List.copyOf(cells);
    }

    private static int width(List<String> cells) {
        var width = cells.size();
        while (width > 0 && cells.get(width - 1).isBlank()) {
            width--;
        }
        return width;
    }
}
