package app.lodge.core.exports;

import app.lodge.core.books.Tx;
import app.lodge.core.exports.Exports.Piece;
import app.lodge.core.money.Money;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.SelectWhereStep;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/// Rows as texts, a thousand at a time.
final class PieceStore {

    static final int ROWS = 1_000;

    private PieceStore() {}

    /// A table as it stands, its columns in the entity's order.
    static Piece plain(
            DSLContext sql, TableField<?, Long> number, long from, TableField<?, ?>... columns) {
        return numbered(
                sql.select(columns).from(number.getTable()),
                number,
                from,
                row -> Arrays.stream(columns).map(column -> text(row, column)).toList());
    }

    /// The next rows in order of their number, which is their first cell.
    static <R extends Record> Piece numbered(
            SelectWhereStep<R> rows,
            TableField<?, Long> number,
            long from,
            RecordMapper<? super R, List<String>> cells) {
        return whole(rows.where(number.gt(from)).orderBy(number).limit(ROWS).fetch(cells));
    }

    static Piece whole(List<List<String>> rows) {
        return new Piece(rows, rows.size() < ROWS ? null : rows.getLast().getFirst());
    }

    /// Where a table goes on whose rows have two numbers.
    record Pair(long first, long second) {}

    /// @param after the two numbers of the last row; null at the beginning
    static Pair pair(@Nullable String after) {
        if (after == null) {
            return new Pair(0, 0);
        }
        var parts = after.split("/", 2);
        return new Pair(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    /// The same of rows whose first two cells are their numbers.
    static Piece pair(List<List<String>> rows) {
        return new Piece(
                rows, rows.size() < ROWS ? null : String.join("/", rows.getLast().subList(0, 2)));
    }

    static String text(Record row, Field<?> field) {
        return switch (row.get(field)) {
            case null -> "";
            case LocalDateTime time -> Tx.instant(time).toString();
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            case Object value -> value.toString();
        };
    }

    static String amount(Record row, TableField<?, Long> field, TableField<?, String> currency) {
        var value = row.get(field);
        return value == null ? "" : major(value, row.get(currency));
    }

    static String major(long minor, String currency) {
        return Money.of(minor, currency).major().toPlainString();
    }
}
