package app.lodge.core.stock;

import static app.lodge.core.books.tables.Tables.STOCK_ORDER;

import java.util.Optional;
import org.jooq.DSLContext;

/// The rows of orders for blanks.
final class OrderStore {

    Optional<String> supplier(DSLContext sql, long order) {
        return sql.select(STOCK_ORDER.SUPPLIER)
                .from(STOCK_ORDER)
                .where(STOCK_ORDER.ID.eq(order))
                .fetchOptional(row -> row.value1());
    }
}
