package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.DEVICE_CONFIG;
import static app.lodge.core.books.tables.Tables.POSTING_TAX;

import app.lodge.core.books.Change;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/// The rows of taxes, and the codes that payment points name.
final class TaxStore {

    private static final String SETTING = "tax.code";

    private static final Change INSERT =
            Change.insert(
                    "posting_tax",
                    "posting_id bigint",
                    "line smallint",
                    "code varchar",
                    "basis_points int",
                    "net bigint",
                    "tax bigint");

    /// @return empty for none
    String codeOf(DSLContext sql, long device) {
        return sql.select(DEVICE_CONFIG.CONTENT)
                .from(DEVICE_CONFIG)
                .where(DEVICE_CONFIG.DEVICE_ID.eq(device))
                .orderBy(DEVICE_CONFIG.VERSION.desc())
                .limit(1)
                .fetchOptional(DEVICE_CONFIG.CONTENT)
                .map(text -> Json.read(text, Map.class).get(SETTING))
                .map(String::valueOf)
                .orElse("");
    }

    void insert(Tx tx, long posting, List<TaxLine> lines) {
        short number = 0;
        for (var line : lines) {
            tx.statements()
                    .later(
                            INSERT,
                            posting,
                            ++number,
                            line.code(),
                            line.basisPoints(),
                            line.net(),
                            line.tax());
        }
    }

    List<TaxLine> of(Tx tx, long posting) {
        return tx.sql()
                .select(
                        POSTING_TAX.CODE,
                        POSTING_TAX.BASIS_POINTS,
                        POSTING_TAX.NET,
                        POSTING_TAX.TAX)
                .from(POSTING_TAX)
                .where(POSTING_TAX.POSTING_ID.eq(posting))
                .orderBy(POSTING_TAX.LINE)
                .fetch(row -> new TaxLine(row.value1(), row.value2(), row.value3(), row.value4()));
    }
}
