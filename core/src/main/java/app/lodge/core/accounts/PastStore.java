package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_BALANCE;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static app.lodge.core.books.tables.Tables.PAYOUT_TRANSFER;
import static app.lodge.core.books.tables.Tables.PERSON;
import static app.lodge.core.books.tables.Tables.POSTING_LINK;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;

import app.lodge.core.accounts.Postings.Dormant;
import app.lodge.core.books.Books;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Postings that are in the books, and accounts that are closed or sleep.
final class PastStore {

    private static final String REFUNDED =
            """
            select coalesce(sum(e.amount), 0) from posting_link l
            join ledger_entry e on e.posting_id = l.posting_id and e.leg = 1
            where l.refunds_id = ?
                and not exists (select 1 from ledger_posting r where r.reverses_id = l.posting_id)\
            """;

    Optional<PastPosting> find(Tx tx, long number) {
        var undoing = LEDGER_POSTING.as("undoing");
        return tx.sql()
                .select(
                        LEDGER_POSTING.KIND,
                        LEDGER_POSTING.DEVICE_ID,
                        POSTING_LINK.REFUNDS_ID,
                        undoing.ID)
                .from(LEDGER_POSTING)
                .leftJoin(POSTING_LINK)
                .on(POSTING_LINK.POSTING_ID.eq(LEDGER_POSTING.ID))
                .leftJoin(undoing)
                .on(undoing.REVERSES_ID.eq(LEDGER_POSTING.ID))
                .where(LEDGER_POSTING.ID.eq(number))
                .fetchOptional(row ->
                        new PastPosting(
                                number,
                                PostingKind.valueOf(row.value1()),
                                row.value2() == null ? 0 : row.value2(),
                                entries(tx, number),
                                row.value3(),
                                row.value4()));
    }

    private static List<Entry> entries(Tx tx, long posting) {
        return tx.sql()
                .select(LEDGER_ENTRY.ACCOUNT_ID, LEDGER_ENTRY.AMOUNT, LEDGER_ENTRY.CURRENCY)
                .from(LEDGER_ENTRY)
                .where(LEDGER_ENTRY.POSTING_ID.eq(posting))
                .orderBy(LEDGER_ENTRY.LEG)
                .fetch(row ->
                        new Entry(
                                new AccountId(row.value1()), Money.of(row.value2(), row.value3())));
    }

    /// What of a purchase has been given back.
    long refunded(Tx tx, long purchase) {
        return tx.sql().fetchSingle(REFUNDED, purchase).get(0, Long.class);
    }

    /// The file for the bank that a pay-out is in.
    Optional<Long> bankFile(Tx tx, long posting) {
        return tx.sql()
                .select(PAYOUT_TRANSFER.BANK_FILE_ID)
                .from(PAYOUT_TRANSFER)
                .where(PAYOUT_TRANSFER.POSTING_ID.eq(posting))
                .fetchOptional(row -> row.value1());
    }

    /// Whether it moved value on or off a purse, which only the card itself can undo.
    boolean onACard(Tx tx, PastPosting posting) {
        var accounts = posting.entries().stream().map(it -> it.account().number()).toList();
        return tx.sql()
                .fetchExists(
                        LEDGER_ACCOUNT,
                        LEDGER_ACCOUNT
                                .ID
                                .in(accounts)
                                .and(LEDGER_ACCOUNT.KIND.eq(AccountKind.PURSE.name())));
    }

    /// Whether it moved cash that only the device and its bags can say more of (ID-30).
    boolean atAKiosk(Tx tx, PastPosting posting) {
        var accounts = posting.entries().stream().map(it -> it.account().number()).toList();
        return tx.sql()
                .fetchExists(
                        LEDGER_ACCOUNT,
                        LEDGER_ACCOUNT
                                .ID
                                .in(accounts)
                                .and(
                                        LEDGER_ACCOUNT
                                                .KIND
                                                .eq(AccountKind.KIOSK_CASH.name())
                                                .or(
                                                        LEDGER_ACCOUNT.LABEL.eq(
                                                                RecordingAccounts.BAGS))));
    }

    boolean closed(Tx tx, AccountId id) {
        return tx.sql()
                .fetchExists(
                        LEDGER_ACCOUNT,
                        LEDGER_ACCOUNT
                                .ID
                                .eq(id.number())
                                .and(LEDGER_ACCOUNT.CLOSED_AT.isNotNull()));
    }

    /// Closed is blocked for good, so whoever asks only for a block finds one.
    void close(Tx tx, AccountId id) {
        tx.sql()
                .update(LEDGER_ACCOUNT)
                .set(LEDGER_ACCOUNT.CLOSED_AT, tx.nowUtc())
                .set(LEDGER_ACCOUNT.BLOCKED, true)
                .set(LEDGER_ACCOUNT.BLOCK_REASON, BlockReason.OTHER.name())
                .where(LEDGER_ACCOUNT.ID.eq(id.number()))
                .execute();
    }

    List<Dormant> dormant(Books books, Instant before, int limit) {
        var last = coalesce(max(LEDGER_POSTING.BOOKED_AT), LEDGER_ACCOUNT.OPENED_AT);
        return books.read(sql ->
                sql.select(
                                LEDGER_ACCOUNT.ID,
                                PERSON.ID,
                                LEDGER_BALANCE.POSTED,
                                LEDGER_ACCOUNT.CURRENCY,
                                last)
                        .from(LEDGER_ACCOUNT)
                        .join(LEDGER_BALANCE)
                        .on(LEDGER_BALANCE.ACCOUNT_ID.eq(LEDGER_ACCOUNT.ID))
                        .leftJoin(PERSON)
                        .on(PERSON.SUBJECT_ID.eq(LEDGER_ACCOUNT.SUBJECT_ID))
                        .leftJoin(LEDGER_ENTRY)
                        .on(LEDGER_ENTRY.ACCOUNT_ID.eq(LEDGER_ACCOUNT.ID))
                        .leftJoin(LEDGER_POSTING)
                        .on(LEDGER_POSTING.ID.eq(LEDGER_ENTRY.POSTING_ID))
                        .where(LEDGER_ACCOUNT.KIND.eq(AccountKind.PERSON.name()))
                        .and(LEDGER_ACCOUNT.CLOSED_AT.isNull())
                        .and(LEDGER_BALANCE.POSTED.gt(0L))
                        .groupBy(
                                LEDGER_ACCOUNT.ID,
                                PERSON.ID,
                                LEDGER_BALANCE.POSTED,
                                LEDGER_ACCOUNT.CURRENCY,
                                LEDGER_ACCOUNT.OPENED_AT)
                        .having(last.lt(Tx.utc(before)))
                        .orderBy(last, LEDGER_ACCOUNT.ID)
                        .limit(limit)
                        .fetch(row ->
                                new Dormant(
                                        new AccountId(row.value1()),
                                        row.value2() == null ? 0 : row.value2(),
                                        Money.of(row.value3(), row.value4()),
                                        Tx.instant(row.value5()))));
    }
}
