package app.lodge.core.books;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/// The hot path's statements: SQL constants, each prepared once for the write connection.
///
/// Building a statement's text anew costs more than running it, and on a server the way there and back
/// costs more still. So what is written {@link #later} waits and goes to the database with the rows of
/// the whole group, a {@link Question} is asked once for it, and everything else, here or through
/// {@link Tx#sql}, is preceded by what waits: whoever reads finds what was written. The texts are written
/// for both databases; each is run on both by `LedgerModelTest` and the contract of the books.
public final class Statements implements Answers {

    private final boolean remote;
    private final Prepared prepared;
    private final Telling telling;
    private final WaitingRows waiting = new WaitingRows();
    private final Known known = new Known();
    private final List<Told> told = new ArrayList<>();
    private boolean beyond;
    private boolean heard;
    private @Nullable DataAccessException refusal;

    /// @param remote whether each statement has a way to go, to a PostgreSQL
    Statements(Connection connection, boolean remote) {
        this.remote = remote;
        this.prepared = new Prepared(connection);
        this.telling = new Telling(prepared, remote);
    }

    /// Writes a row with the others of its group. It must touch a row in the database when it gets there.
    ///
    /// @param sql an insert or an update
    /// @param values in the order of the question marks: numbers, texts, bytes, `LocalDateTime`, null
    public void later(String sql, @Nullable Object... values) {
        waiting.add(sql, new Object(), values, (_, _) -> values);
    }

    public void later(Change change, @Nullable Object... values) {
        later(telling.known(change), values);
    }

    /// The same where several changes of a group to one row are told as one.
    ///
    /// @param key of the row
    /// @param both the values that have the effect of two changes, one after the other
    public void later(
            String sql,
            Object key,
            BinaryOperator<@Nullable Object[]> both,
            @Nullable Object... values) {
        waiting.add(sql, key, values, both);
    }

    public void later(
            Change change,
            Object key,
            BinaryOperator<@Nullable Object[]> both,
            @Nullable Object... values) {
        later(telling.known(change), key, both, values);
    }

    /// The row that a question finds, as the units before have left it.
    @Override
    public <T> Optional<T> find(Question<T> question, Object... keys) {
        var asked = Known.Asked.of(question, keys);
        Optional<T> answer = known.answer(asked);
        if (answer == null) {
            answer = first(question.sql(), question.row(), keys);
            known.found(asked, answer);
        }
        return answer;
    }

    /// Says what a question finds from now on, because a row that waits makes it so.
    public <T> void told(T answer, Question<T> question, Object... keys) {
        known.told(Known.Asked.of(question, keys), Optional.of(answer));
    }

    /// Runs an insert, an update or a delete at once.
    ///
    /// @param values as in {@link #later}
    /// @return how many rows it touched
    public int change(String sql, @Nullable Object... values) {
        precede(true);
        try {
            return prepared.bound(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw refused(sql, e);
        }
    }

    /// The first row that a select finds.
    public <T> Optional<T> find(String sql, Row<T> row, @Nullable Object... values) {
        precede(false);
        return first(sql, row, values);
    }

    public <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) {
        precede(false);
        return rows(sql, row, values);
    }

    /// Tells the database what waits, because it is about to be asked or changed in another way.
    ///
    /// @param changes whether what is known may not hold afterwards
    void precede(boolean changes) {
        heard = true;
        tell();
        if (changes) {
            beyond = true;
            known.forget();
        }
    }

    /// Tells the database what waits.
    ///
    /// @throws DataAccessException if it refused, now or before: then none of the unit may stay
    void tell() {
        if (refusal != null) {
            throw refusal;
        }
        if (waiting.none()) {
            return;
        }
        heard = true;
        try {
            var rows = waiting.take();
            telling.tell(rows);
            if (!remote) {
                told.addAll(rows);
            }
        } catch (SQLException e) {
            refusal = refused("Rows that waited", e);
            throw refusal;
        }
    }

    void beginGroup() {
        told.clear();
        beyond = false;
    }

    /// All that the group has written.
    ///
    /// @return null if it wrote in other ways than {@link #later}, or was taken back in part
    @Nullable List<Told> told() {
        return beyond ? null : List.copyOf(told);
    }

    /// A unit begins.
    void begin() {
        heard = false;
    }

    /// Whether the database has heard of the unit: otherwise {@link #takeBack} undoes it.
    boolean heard() {
        return heard;
    }

    void keep() {
        waiting.keep();
        known.keep();
    }

    void takeBack() {
        waiting.takeBack();
        known.takeBack();
    }

    /// Forgets what waits and what is known.
    void forget() {
        refusal = null;
        beyond = true;
        waiting.drop();
        known.forget();
    }

    /// The group is written, and nothing waits.
    void endGroup() {
        refusal = null;
        waiting.drop();
        known.endGroup();
    }

    Known known() {
        return known;
    }

    /// Runs a select whose parameters are arrays, one element for each time that it is asked.
    ///
    /// @param types SQL names of the elements' types
    <T> List<T> each(String sql, Row<T> row, List<String> types, List<Object[]> columns) {
        try {
            return rows(sql, row, prepared.arrays(types, columns));
        } catch (SQLException e) {
            throw refused(sql, e);
        }
    }

    private <T> Optional<T> first(String sql, Row<T> row, @Nullable Object[] values) {
        var found = rows(sql, row, values);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    private <T> List<T> rows(String sql, Row<T> row, @Nullable Object[] values) {
        try (var rows = prepared.bound(sql, values).executeQuery()) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(row.of(rows));
            }
            return found;
        } catch (SQLException e) {
            throw refused(sql, e);
        }
    }

    private static DataAccessException refused(String sql, SQLException e) {
        return new DataAccessException(sql + ": " + e.getMessage(), e);
    }

    /// Reads one row of an answer; columns count from 1.
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
