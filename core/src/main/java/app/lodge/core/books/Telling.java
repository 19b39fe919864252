package app.lodge.core.books;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Tells the database of rows that waited: an embedded one row by row, a server in arrays, statements that follow
/// one another in one message.
final class Telling {

    private final Prepared prepared;
    private final boolean remote;
    private final Map<String, Change> changes = new HashMap<>();

    Telling(Prepared prepared, boolean remote) {
        this.prepared = prepared;
        this.remote = remote;
    }

    /// @return the text by which its rows wait
    String known(Change change) {
        changes.put(change.one(), change);
        return change.one();
    }

    /// @throws SQLException if the database refused a row, or one found nothing to change
    void tell(List<Told> rows) throws SQLException {
        if (remote) {
            tellAtOnce(rows);
        } else {
            for (var each : rows) {
                batch(each);
            }
        }
    }

    /// Statements that follow one another take one way together.
    private void tellAtOnce(List<Told> rows) throws SQLException {
        var together = new ArrayList<Told>();
        for (var each : rows) {
            if (changes.containsKey(each.sql())) {
                together.add(each);
            } else {
                tellArrays(together);
                together.clear();
                batch(each);
            }
        }
        tellArrays(together);
    }

    private void tellArrays(List<Told> together) throws SQLException {
        if (together.isEmpty()) {
            return;
        }
        var texts = new StringJoiner(";");
        var values = new ArrayList<Object>();
        for (var each : together) {
            var change = Objects.requireNonNull(changes.get(each.sql()), each.sql());
            texts.add(change.all());
            values.addAll(List.of(prepared.arrays(change.types(), columns(change, each.rows()))));
        }
        var statement = prepared.bound(texts.toString(), values.toArray());
        statement.execute();
        for (var each : together) {
            var touched = statement.getUpdateCount();
            if (touched != each.rows().size()) {
                throw new SQLException(
                        "%d rows that waited changed %d: %s"
                                .formatted(each.rows().size(), touched, each.sql()));
            }
            statement.getMoreResults();
        }
    }

    private static List<Object[]> columns(Change change, Collection<@Nullable Object[]> rows) {
        var columns = new ArrayList<Object[]>();
        for (var i = 0; i < change.types().size(); i++) {
            var column = i;
            columns.add(
                    change.types().get(i).equals("bytea")
                            ? rows.stream().map(row -> row[column]).toArray(byte[][]::new)
                            : rows.stream().map(row -> row[column]).toArray());
        }
        return columns;
    }

    private void batch(Told told) throws SQLException {
        var statement = prepared.statement(told.sql());
        for (var row : told.rows()) {
            Prepared.bind(statement, row);
            statement.addBatch();
        }
        for (var touched : statement.executeBatch()) {
            if (touched == 0 || touched == Statement.EXECUTE_FAILED) {
                throw new SQLException("A row that waited found nothing to change: " + told.sql());
            }
        }
    }
}
