package app.lodge.core.books;

/// A question about one row, which the units of a group ask alike, each with keys of its own.
///
/// What it asks about is written with {@link Statements#later} only by whoever also says so with
/// {@link Statements#told}: then an answer holds for the whole group and never waits for the rows.
///
/// @param sql a select with a question mark for each key, numbered from the left, that finds at most one
///     row
/// @param lasts whether an answer is worth keeping for the groups after: a row that is asked about again and again
public record Question<T>(String sql, Statements.Row<T> row, boolean lasts) {

    public Question(String sql, Statements.Row<T> row) {
        this(sql, row, false);
    }
}
