package app.lodge.core.books;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Statements of one connection, each prepared once.
final class Prepared {

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Prepared(Connection connection) {
        this.connection = connection;
    }

    PreparedStatement statement(String sql) throws SQLException {
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    PreparedStatement bound(String sql, @Nullable Object[] values) throws SQLException {
        var statement = statement(sql);
        bind(statement, values);
        return statement;
    }

    static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /// @param types SQL names of the columns' types
    Object[] arrays(List<String> types, List<Object[]> columns) throws SQLException {
        var arrays = new Object[columns.size()];
        for (var i = 0; i < arrays.length; i++) {
            arrays[i] = connection.createArrayOf(types.get(i), columns.get(i));
        }
        return arrays;
    }
}
