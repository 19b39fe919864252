package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import app.lodge.core.books.Tx;

/// A question about the newest posting.
final class DrawerStore {

    long lastPosting(Tx tx) {
        return tx.sql()
                .select(coalesce(max(LEDGER_POSTING.ID), inline(0L)))
                .from(LEDGER_POSTING)
                .fetchSingle()
                .value1();
    }
}
