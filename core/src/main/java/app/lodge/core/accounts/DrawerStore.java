package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;

import app.lodge.core.books.Tx;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.jooq.DSLContext;

/// Questions about one cash account and the newest posting.
final class DrawerStore {

    Optional<AccountId> find(DSLContext sql, String workstation, Currency currency) {
        return sql.select(LEDGER_ACCOUNT.ID)
                .from(LEDGER_ACCOUNT)
                .where(LEDGER_ACCOUNT.KIND.eq(AccountKind.CASH_DESK.name()))
                .and(LEDGER_ACCOUNT.LABEL.eq(workstation))
                .and(LEDGER_ACCOUNT.CURRENCY.eq(currency.getCurrencyCode()))
                .fetchOptional(row -> new AccountId(row.value1()));
    }

    long lastPosting(Tx tx) {
        return tx.sql()
                .select(coalesce(max(LEDGER_POSTING.ID), inline(0L)))
                .from(LEDGER_POSTING)
                .fetchSingle()
                .value1();
    }

    long moved(DSLContext sql, AccountId account, long afterPosting) {
        return sql.select(coalesce(sum(LEDGER_ENTRY.AMOUNT), inline(BigDecimal.ZERO)))
                .from(LEDGER_ENTRY)
                .where(LEDGER_ENTRY.ACCOUNT_ID.eq(account.number()))
                .and(LEDGER_ENTRY.POSTING_ID.gt(afterPosting))
                .fetchSingle(0, Long.class);
    }
}
