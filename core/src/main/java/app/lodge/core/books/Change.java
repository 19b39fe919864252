package app.lodge.core.books;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A change that every payment makes, for {@link Statements#later}: the rows of a whole group go to a server
/// as one statement, in arrays, so that it plans and checks once.
///
/// @param one row by row: an insert or an update with a question mark for each value
/// @param all the same for many rows, with a question mark for each column
/// @param types SQL names of the columns' types, in the order of the question marks
public record Change(String one, String all, List<String> types) {

    /// An insert.
    ///
    /// @param columns name and type, as in `posting_id bigint`
    public static Change insert(String table, String... columns) {
        var names =
                Arrays.stream(columns)
                        .map(column -> column.substring(0, column.indexOf(' ')))
                        .collect(Collectors.joining(", "));
        var types =
                Arrays.stream(columns)
                        .map(column -> column.substring(column.indexOf(' ') + 1))
                        .toList();
        var into = "insert into " + table + " (" + names + ") ";
        return new Change(
                into
                        + types.stream()
                                .map(_ -> "?")
                                .collect(Collectors.joining(", ", "values (", ")")),
                into + "select * from " + arrays(types),
                types);
    }

    /// A statement of its own for one row, and an insert that meets what is there for many.
    ///
    /// @param one with the same question marks as the insert
    /// @param onConflict what follows `on conflict`
    public Change otherwise(String one, String onConflict) {
        return new Change(one, all + " on conflict " + onConflict, types);
    }

    private static String arrays(List<String> types) {
        return types.stream()
                .map(type -> "?::" + type + "[]")
                .collect(Collectors.joining(", ", "unnest(", ")"));
    }
}
