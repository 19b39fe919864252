package app.lodge.core.selfservice;

import static app.lodge.core.books.tables.Tables.SELF_SERVICE_LIMIT;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.Limit;
import app.lodge.core.books.Tx;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Which limits are holders' own. One that staff have set since is not one any more: it has another amount.
final class LimitMarkStore {

    boolean holders(DSLContext sql, AccountId account, Limit.Kind kind, long most) {
        return sql.fetchExists(
                SELF_SERVICE_LIMIT,
                SELF_SERVICE_LIMIT
                        .ACCOUNT_ID
                        .eq(account.number())
                        .and(SELF_SERVICE_LIMIT.KIND.eq(kind.name()))
                        .and(SELF_SERVICE_LIMIT.MOST.eq(most)));
    }

    /// @param most null to forget
    void put(Tx tx, AccountId account, Limit.Kind kind, @Nullable Long most) {
        tx.sql()
                .deleteFrom(SELF_SERVICE_LIMIT)
                .where(
                        SELF_SERVICE_LIMIT.ACCOUNT_ID.eq(account.number()),
                        SELF_SERVICE_LIMIT.KIND.eq(kind.name()))
                .execute();
        if (most != null) {
            tx.sql()
                    .insertInto(SELF_SERVICE_LIMIT)
                    .set(SELF_SERVICE_LIMIT.ACCOUNT_ID, account.number())
                    .set(SELF_SERVICE_LIMIT.KIND, kind.name())
                    .set(SELF_SERVICE_LIMIT.MOST, most)
                    .execute();
        }
    }
}
