package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.COST_CENTRE_CHARGE;
import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static app.lodge.core.books.tables.Tables.OPERATOR;
import static app.lodge.core.books.tables.Tables.POSTING_LINK;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import app.lodge.core.books.Books;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// An account's history.
final class MovementStore {

    private final Books books;
    private final MovementFilterStore filters = new MovementFilterStore();

    MovementStore(Books books) {
        this.books = books;
    }

    /// Newest first.
    ///
    /// @param before postings below this number only
    List<Movement> list(AccountId account, long before, int limit) {
        return list(account, MovementFilter.ALL, 0, before, limit);
    }

    /// Newest first.
    ///
    /// @param notBelow and `before`: postings from this number on, and below that one
    List<Movement> list(
            AccountId account, MovementFilter filter, long notBelow, long before, int limit) {
        var condition = LEDGER_ENTRY.POSTING_ID.lt(before).and(filters.wanted(filter, notBelow));
        var page =
                filter.centre() == MovementFilter.OWN_MONEY
                        ? own(account, condition, limit)
                        : charged(account, filter.centre(), condition, limit);
        var posting = Objects.requireNonNull(page.field(LEDGER_ENTRY.POSTING_ID));
        var leg = Objects.requireNonNull(page.field(LEDGER_ENTRY.LEG));
        return books.read(sql ->
                sql.select(
                                posting,
                                LEDGER_POSTING.KIND,
                                LEDGER_POSTING.OCCURRED_AT,
                                LEDGER_POSTING.BOOKED_AT,
                                page.field(LEDGER_ENTRY.AMOUNT),
                                page.field(LEDGER_ENTRY.CURRENCY),
                                page.field(LEDGER_ENTRY.BALANCE_AFTER),
                                coalesce(DEVICE.LABEL, LEDGER_ACCOUNT.LABEL, inline("")),
                                coalesce(OPERATOR.NAME, inline("")),
                                LEDGER_POSTING.LATE)
                        .from(page)
                        .join(LEDGER_POSTING)
                        .on(LEDGER_POSTING.ID.eq(posting))
                        .leftJoin(LEDGER_ENTRY)
                        .on(LEDGER_ENTRY.POSTING_ID.eq(posting))
                        .and(
                                LEDGER_ENTRY.LEG.eq(
                                        when(leg.eq(inline((short) 1)), inline((short) 2))
                                                .otherwise(inline((short) 1))))
                        .leftJoin(LEDGER_ACCOUNT)
                        .on(LEDGER_ACCOUNT.ID.eq(LEDGER_ENTRY.ACCOUNT_ID))
                        .leftJoin(DEVICE)
                        .on(DEVICE.ID.eq(LEDGER_POSTING.DEVICE_ID))
                        .leftJoin(OPERATOR)
                        .on(OPERATOR.ID.eq(LEDGER_POSTING.OPERATOR_ID))
                        .orderBy(posting.desc())
                        .fetch(row ->
                                new Movement(
                                        row.value1(),
                                        PostingKind.valueOf(row.value2()),
                                        Tx.instant(row.value3()),
                                        Tx.instant(row.value4()),
                                        Money.of(row.value5(), row.value6()),
                                        Money.of(row.value7(), row.value6()),
                                        row.value8(),
                                        row.value9(),
                                        row.value10())));
    }

    private static Table<?> own(AccountId account, Condition condition, int limit) {
        // The account stands in ORDER BY, too: only then does H2 read the index backwards.
        return DSL.select(
                        LEDGER_ENTRY.POSTING_ID,
                        LEDGER_ENTRY.LEG,
                        LEDGER_ENTRY.AMOUNT,
                        LEDGER_ENTRY.CURRENCY,
                        LEDGER_ENTRY.BALANCE_AFTER)
                .from(LEDGER_ENTRY)
                .where(LEDGER_ENTRY.ACCOUNT_ID.eq(account.number()))
                .and(condition)
                .orderBy(LEDGER_ENTRY.ACCOUNT_ID.desc(), LEDGER_ENTRY.POSTING_ID.desc())
                .limit(limit)
                .asTable("page");
    }

    /// What cost centres paid for the account's holder, and what of it was given back. The account's own
    /// balance is left as it was.
    private static Table<?> charged(
            AccountId account, long centre, Condition condition, int limit) {
        var earlier = LEDGER_ENTRY.as("earlier");
        var balance =
                DSL.select(earlier.BALANCE_AFTER)
                        .from(earlier)
                        .where(earlier.ACCOUNT_ID.eq(account.number()))
                        .and(earlier.POSTING_ID.lt(LEDGER_ENTRY.POSTING_ID))
                        .orderBy(earlier.ACCOUNT_ID.desc(), earlier.POSTING_ID.desc())
                        .limit(1);
        return DSL.select(
                        LEDGER_ENTRY.POSTING_ID,
                        LEDGER_ENTRY.LEG,
                        LEDGER_ENTRY.AMOUNT,
                        LEDGER_ENTRY.CURRENCY,
                        coalesce(DSL.field(balance), inline(0L))
                                .as(LEDGER_ENTRY.BALANCE_AFTER.getUnqualifiedName()))
                .from(LEDGER_ENTRY)
                .join(LEDGER_ACCOUNT)
                .on(LEDGER_ACCOUNT.ID.eq(LEDGER_ENTRY.ACCOUNT_ID))
                .and(LEDGER_ACCOUNT.KIND.eq(AccountKind.COST_CENTRE.name()))
                .where(LEDGER_ENTRY.POSTING_ID.in(charges(account, centre)))
                .and(condition)
                .orderBy(LEDGER_ENTRY.POSTING_ID.desc())
                .limit(limit)
                .asTable("page");
    }

    /// The postings that charged a cost centre for the account's holder, undid that or gave it back.
    private static Select<Record1<Long>> charges(AccountId account, long centre) {
        var mine = COST_CENTRE_CHARGE.ACCOUNT_ID.eq(account.number());
        var wanted =
                centre == MovementFilter.ANY_CENTRE
                        ? mine
                        : mine.and(COST_CENTRE_CHARGE.CENTRE_ID.eq(centre));
        return DSL.select(COST_CENTRE_CHARGE.POSTING_ID)
                .from(COST_CENTRE_CHARGE)
                .where(wanted)
                .unionAll(
                        DSL.select(LEDGER_POSTING.ID)
                                .from(COST_CENTRE_CHARGE)
                                .join(LEDGER_POSTING)
                                .on(LEDGER_POSTING.REVERSES_ID.eq(COST_CENTRE_CHARGE.POSTING_ID))
                                .where(wanted))
                .unionAll(
                        DSL.select(POSTING_LINK.POSTING_ID)
                                .from(COST_CENTRE_CHARGE)
                                .join(POSTING_LINK)
                                .on(POSTING_LINK.REFUNDS_ID.eq(COST_CENTRE_CHARGE.POSTING_ID))
                                .where(wanted));
    }

    boolean charged(AccountId account, long posting) {
        return books.read(sql ->
                sql.fetchExists(
                        LEDGER_POSTING,
                        LEDGER_POSTING
                                .ID
                                .eq(posting)
                                .and(
                                        LEDGER_POSTING.ID.in(
                                                charges(account, MovementFilter.ANY_CENTRE)))));
    }

    /// As {@link #newest}, of what cost centres paid.
    long newestCharged(AccountId account, int count) {
        return books.read(sql ->
                sql.select(LEDGER_POSTING.ID)
                        .from(LEDGER_POSTING)
                        .where(LEDGER_POSTING.ID.in(charges(account, MovementFilter.ANY_CENTRE)))
                        .orderBy(LEDGER_POSTING.ID.desc())
                        .limit(1)
                        .offset(count - 1)
                        .fetchOptional(row -> row.value1())
                        .orElse(0L));
    }

    /// The number of the posting that is so many from the newest; 0 if there are fewer.
    long newest(AccountId account, int count) {
        return books.read(sql ->
                sql.select(LEDGER_ENTRY.POSTING_ID)
                        .from(LEDGER_ENTRY)
                        .where(LEDGER_ENTRY.ACCOUNT_ID.eq(account.number()))
                        .orderBy(LEDGER_ENTRY.ACCOUNT_ID.desc(), LEDGER_ENTRY.POSTING_ID.desc())
                        .limit(1)
                        .offset(count - 1)
                        .fetchOptional(row -> row.value1())
                        .orElse(0L));
    }

    boolean moved(AccountId account, long posting) {
        return books.read(sql ->
                sql.fetchExists(
                        LEDGER_ENTRY,
                        LEDGER_ENTRY
                                .POSTING_ID
                                .eq(posting)
                                .and(LEDGER_ENTRY.ACCOUNT_ID.eq(account.number()))));
    }
}
