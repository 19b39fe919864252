package app.lodge.core.site;

import app.lodge.core.books.Books;
import app.lodge.core.books.tables.DefaultSchema;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.Field;

/// All that stands in the books, for telling whether anything was written.
final class AllTables {

    /// Where the write-ahead log stands: told by the lane itself, whenever it gets to it.
    private static final String OF_THE_LANE = "write_ahead";

    private static final String QUESTION = question();

    private AllTables() {}

    /// What each table holds: rows, and a sum over all that stands in them.
    static Map<String, String> contents(Books books) {
        return books.read(sql -> {
            var contents = new TreeMap<String, String>();
            for (var row : sql.fetch(QUESTION)) {
                contents.put(row.get(0, String.class), row.get(1) + " rows, " + row.get(2));
            }
            return contents;
        });
    }

    private static String question() {
        return DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .filter(table -> !table.getName().equals(OF_THE_LANE))
                .map(table ->
                        "select '%1$s', count(*), sum(ora_hash(concat_ws('|', %2$s, ''))) from %1$s"
                                .formatted(
                                        table.getName(),
                                        table.fieldStream()
                                                .map(Field::getName)
                                                .collect(Collectors.joining(", "))))
                .collect(Collectors.joining(" union all "));
    }

    static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        var changed = new TreeSet<>(after.keySet());
        changed.removeIf(table -> after.get(table).equals(before.get(table)));
        return changed;
    }
}
