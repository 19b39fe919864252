package app.lodge.core.topups;

import static app.lodge.core.books.tables.Tables.TOP_UP_ORDER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import app.lodge.core.topups.TopUpOrder.State;
import app.lodge.core.topups.TopUps.NewOrder;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// The rows of top-up orders.
final class TopUpStore {

    long insert(Tx tx, NewOrder order, State state, @Nullable Long mandate, @Nullable String by) {
        var number = tx.nextNumber(TOP_UP_ORDER.ID);
        tx.sql()
                .insertInto(TOP_UP_ORDER)
                .set(TOP_UP_ORDER.ID, number)
                .set(TOP_UP_ORDER.SOURCE, order.source().name())
                .set(TOP_UP_ORDER.REFERENCE, order.reference())
                .set(TOP_UP_ORDER.ACCOUNT_ID, order.account().number())
                .set(TOP_UP_ORDER.AMOUNT, order.amount().minor())
                .set(TOP_UP_ORDER.CURRENCY, order.amount().currency().getCurrencyCode())
                .set(TOP_UP_ORDER.STATE, state.name())
                .set(TOP_UP_ORDER.MANDATE_ID, mandate)
                .set(TOP_UP_ORDER.AUTHORISATION, by)
                .set(TOP_UP_ORDER.ORDERED_AT, tx.nowUtc())
                .set(TOP_UP_ORDER.CHANGED_AT, tx.nowUtc())
                .execute();
        return number;
    }

    void keep(Tx tx, TopUpOrder order) {
        tx.sql()
                .update(TOP_UP_ORDER)
                .set(TOP_UP_ORDER.STATE, order.state().name())
                .set(TOP_UP_ORDER.AUTHORISATION, order.authorisation())
                .set(TOP_UP_ORDER.CREDIT_POSTING, orNull(order.creditPosting()))
                .set(TOP_UP_ORDER.SETTLE_POSTING, orNull(order.settlePosting()))
                .set(TOP_UP_ORDER.RETURN_POSTING, orNull(order.returnPosting()))
                .set(TOP_UP_ORDER.FEE_POSTING, orNull(order.feePosting()))
                .set(TOP_UP_ORDER.RETURN_REASON, order.returnReason())
                .set(TOP_UP_ORDER.CHANGED_AT, tx.nowUtc())
                .where(TOP_UP_ORDER.ID.eq(order.number()))
                .execute();
    }

    /// Puts an order into a file; never into a second one.
    void file(Tx tx, long order, long file, String sequence) {
        var changed =
                tx.sql()
                        .update(TOP_UP_ORDER)
                        .set(TOP_UP_ORDER.BANK_FILE_ID, file)
                        .set(TOP_UP_ORDER.SEQUENCE, sequence)
                        .where(TOP_UP_ORDER.ID.eq(order))
                        .and(TOP_UP_ORDER.BANK_FILE_ID.isNull())
                        .execute();
        if (changed != 1) {
            throw new IllegalStateException("Order %d is in a file already".formatted(order));
        }
    }

    /// What stands credited and not settled on an account from one source.
    long unsettled(Tx tx, AccountId account, TopUpSource source) {
        return tx.sql()
                .select(coalesce(sum(TOP_UP_ORDER.AMOUNT), inline(0)))
                .from(TOP_UP_ORDER)
                .where(TOP_UP_ORDER.ACCOUNT_ID.eq(account.number()))
                .and(TOP_UP_ORDER.SOURCE.eq(source.name()))
                .and(TOP_UP_ORDER.STATE.eq(State.AUTHORISED.name()))
                .and(TOP_UP_ORDER.CREDIT_POSTING.isNotNull())
                .fetchSingle()
                .value1()
                .longValueExact();
    }

    Optional<TopUpOrder> find(DSLContext sql, long number) {
        return rows(sql, TOP_UP_ORDER.ID.eq(number), 1).stream().findFirst();
    }

    Optional<TopUpOrder> find(DSLContext sql, TopUpSource source, String reference) {
        return rows(
                        sql,
                        TOP_UP_ORDER
                                .SOURCE
                                .eq(source.name())
                                .and(TOP_UP_ORDER.REFERENCE.eq(reference)),
                        1)
                .stream()
                .findFirst();
    }

    List<TopUpOrder> below(DSLContext sql, @Nullable State state, long before, int limit) {
        var where = TOP_UP_ORDER.ID.lt(before);
        return rows(
                sql, state == null ? where : where.and(TOP_UP_ORDER.STATE.eq(state.name())), limit);
    }

    /// Authorised direct debits that no file has collected, the oldest first.
    List<TopUpOrder> due(DSLContext sql) {
        return rows(
                        sql,
                        TOP_UP_ORDER
                                .STATE
                                .eq(State.AUTHORISED.name())
                                .and(TOP_UP_ORDER.SOURCE.eq(TopUpSource.DIRECT_DEBIT.name()))
                                .and(TOP_UP_ORDER.BANK_FILE_ID.isNull()),
                        10_000)
                .reversed();
    }

    /// What a file collects, in its order.
    List<Filed> inFile(DSLContext sql, long file) {
        return sql.selectFrom(TOP_UP_ORDER)
                .where(TOP_UP_ORDER.BANK_FILE_ID.eq(file))
                .orderBy(TOP_UP_ORDER.ID)
                .fetch(row -> new Filed(order(row), row.get(TOP_UP_ORDER.SEQUENCE)));
    }

    record Filed(TopUpOrder order, String sequence) {}

    /// Whether a mandate was collected from before.
    boolean collectedFrom(Tx tx, long mandate) {
        return tx.sql()
                .fetchExists(
                        TOP_UP_ORDER,
                        TOP_UP_ORDER
                                .MANDATE_ID
                                .eq(mandate)
                                .and(TOP_UP_ORDER.BANK_FILE_ID.isNotNull()));
    }

    private static List<TopUpOrder> rows(DSLContext sql, Condition where, int limit) {
        return sql.selectFrom(TOP_UP_ORDER)
                .where(where)
                .orderBy(TOP_UP_ORDER.ID.desc())
                .limit(limit)
                .fetch(TopUpStore::order);
    }

    private static @Nullable Long orNull(long number) {
        return number == 0 ? null : number;
    }

    private static long number(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    private static TopUpOrder order(Record row) {
        return new TopUpOrder(
                row.get(TOP_UP_ORDER.ID),
                TopUpSource.valueOf(row.get(TOP_UP_ORDER.SOURCE)),
                row.get(TOP_UP_ORDER.REFERENCE),
                new AccountId(row.get(TOP_UP_ORDER.ACCOUNT_ID)),
                Money.of(row.get(TOP_UP_ORDER.AMOUNT), row.get(TOP_UP_ORDER.CURRENCY)),
                State.valueOf(row.get(TOP_UP_ORDER.STATE)),
                number(row.get(TOP_UP_ORDER.MANDATE_ID)),
                row.get(TOP_UP_ORDER.AUTHORISATION),
                number(row.get(TOP_UP_ORDER.CREDIT_POSTING)),
                number(row.get(TOP_UP_ORDER.SETTLE_POSTING)),
                number(row.get(TOP_UP_ORDER.RETURN_POSTING)),
                number(row.get(TOP_UP_ORDER.FEE_POSTING)),
                row.get(TOP_UP_ORDER.RETURN_REASON),
                number(row.get(TOP_UP_ORDER.BANK_FILE_ID)),
                Tx.instant(row.get(TOP_UP_ORDER.ORDERED_AT)));
    }
}
