package app.lodge.core.books;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/// H2's trigger on append-only tables: every update and delete fails with SQLSTATE 25006.
///
/// `truncate` does not fire H2's row triggers; the empty guard tables of the schema refuse it.
public final class AppendOnly implements Trigger {

    private String table = "";

    @Override
    public void init(
            Connection connection,
            String schema,
            String trigger,
            String table,
            boolean before,
            int type) {
        this.table = table;
    }

    @Override
    public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
        throw new SQLException(table + " is append-only", "25006");
    }
}
