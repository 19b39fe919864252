package app.lodge.core.books;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/// The hot path's statements: SQL constants, each prepared once for the write connection.
///
/// Building a statement's text anew costs more than running it, and every payment runs a dozen. All
/// else goes through {@link Tx#sql}, where the compiler knows the columns. The texts are written for both
/// databases; each is run on both by `LedgerModelTest` and the contract of the books.
public final class Statements {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    /// Runs an insert, an update or a delete.
    ///
    /// @param values in the order of the question marks: numbers, texts, bytes, `LocalDateTime`, null
    /// @return how many rows it touched
    public int change(String sql, @Nullable Object... values) {
        try {
            return bound(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw new DataAccessException(sql + ": " + e.getMessage(), e);
        }
    }

    /// The first row that a question finds.
    public <T> Optional<T> find(String sql, Row<T> row, @Nullable Object... values) {
        var found = list(sql, row, values);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    public <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) {
        try (var rows = bound(sql, values).executeQuery()) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(row.of(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new DataAccessException(sql + ": " + e.getMessage(), e);
        }
    }

    private PreparedStatement bound(String sql, @Nullable Object[] values) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /// Reads one row of an answer; columns count from 1.
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
