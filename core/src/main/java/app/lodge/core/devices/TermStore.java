package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.BRIDGE_TERM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import app.lodge.core.books.Tx;
import org.jooq.DSLContext;

/// Rows of the bridges' terms: the fencing numbers of a site that has several.
final class TermStore {

    private TermStore() {}

    static long begin(Tx tx, String holder) {
        var term = newest(tx.sql()) + 1;
        tx.sql()
                .insertInto(BRIDGE_TERM)
                .set(BRIDGE_TERM.TERM, term)
                .set(BRIDGE_TERM.HOLDER, holder.length() > 120 ? holder.substring(0, 120) : holder)
                .set(BRIDGE_TERM.BEGAN_AT, tx.nowUtc())
                .execute();
        return term;
    }

    static long newest(DSLContext sql) {
        return sql.select(coalesce(max(BRIDGE_TERM.TERM), inline(0L)))
                .from(BRIDGE_TERM)
                .fetchSingle()
                .value1();
    }
}
