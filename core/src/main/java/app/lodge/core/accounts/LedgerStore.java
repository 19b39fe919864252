package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_BALANCE;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;

import app.lodge.core.books.Tx;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rows of postings, entries, accounts and balances. Decides nothing.
final class LedgerStore {

    /// A posting that is in the books.
    record Booked(long number, byte[] contentHash) {}

    Optional<Booked> find(Tx tx, Origin origin) {
        return tx.sql()
                .select(LEDGER_POSTING.ID, LEDGER_POSTING.REQUEST_HASH)
                .from(LEDGER_POSTING)
                .where(LEDGER_POSTING.ORIGIN.eq(origin.source()))
                .and(LEDGER_POSTING.ORIGIN_KEY.eq(origin.key()))
                .fetchOptional(row -> new Booked(row.value1(), row.value2()));
    }

    /// The balance rows among these accounts: recording accounts have none.
    Map<Long, Balance> balances(Tx tx, Posting posting) {
        return tx
                .sql()
                .select(
                        LEDGER_BALANCE.ACCOUNT_ID,
                        LEDGER_BALANCE.POSTED,
                        LEDGER_BALANCE.RESERVED,
                        LEDGER_BALANCE.OVERDRAFT,
                        LEDGER_BALANCE.FORCED_BELOW)
                .from(LEDGER_BALANCE)
                .where(
                        LEDGER_BALANCE.ACCOUNT_ID.in(
                                posting.entries().stream()
                                        .map(entry -> entry.account().number())
                                        .toList()))
                .fetch(row ->
                        new Balance(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5()))
                .stream()
                .collect(Collectors.toMap(Balance::account, balance -> balance));
    }

    Balance balance(Tx tx, AccountId account) {
        return tx.sql()
                .select(
                        LEDGER_BALANCE.POSTED,
                        LEDGER_BALANCE.RESERVED,
                        LEDGER_BALANCE.OVERDRAFT,
                        LEDGER_BALANCE.FORCED_BELOW)
                .from(LEDGER_BALANCE)
                .where(LEDGER_BALANCE.ACCOUNT_ID.eq(account.number()))
                .fetchSingle(row ->
                        new Balance(
                                account.number(),
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4()));
    }

    void keep(Tx tx, Balance balance) {
        tx.sql()
                .update(LEDGER_BALANCE)
                .set(LEDGER_BALANCE.POSTED, balance.posted())
                .set(LEDGER_BALANCE.RESERVED, balance.reserved())
                .set(LEDGER_BALANCE.FORCED_BELOW, balance.forcedBelow())
                .set(LEDGER_BALANCE.VERSION, LEDGER_BALANCE.VERSION.plus(1))
                .where(LEDGER_BALANCE.ACCOUNT_ID.eq(balance.account()))
                .execute();
    }

    void insert(Tx tx, long number, Posting posting, LocalDate businessDate, boolean forced) {
        var capture = posting.capture();
        var operator = tx.actor().operatorId();
        tx.sql()
                .insertInto(LEDGER_POSTING)
                .set(LEDGER_POSTING.ID, number)
                .set(LEDGER_POSTING.KIND, posting.kind().name())
                .set(LEDGER_POSTING.ORIGIN, posting.origin().source())
                .set(LEDGER_POSTING.ORIGIN_KEY, posting.origin().key())
                .set(LEDGER_POSTING.REQUEST_HASH, posting.origin().contentHash())
                .set(LEDGER_POSTING.OCCURRED_AT, Tx.utc(posting.occurredAt()))
                .set(LEDGER_POSTING.BOOKED_AT, tx.nowUtc())
                .set(LEDGER_POSTING.BUSINESS_DATE, businessDate)
                .set(LEDGER_POSTING.DEVICE_ID, orNull(posting.device()))
                .set(LEDGER_POSTING.OPERATOR_ID, operator > 0 ? operator : null)
                .set(LEDGER_POSTING.REVERSES_ID, posting.particulars().reverses())
                .set(LEDGER_POSTING.HOLD_ID, capture == null ? null : capture.number())
                .set(LEDGER_POSTING.LATE, posting.late())
                .set(LEDGER_POSTING.FORCED, forced)
                .execute();
    }

    /// @param balancesAfter of the checked accounts; the others keep none
    void insertEntries(Tx tx, long number, Posting posting, Map<Long, Balance> balancesAfter) {
        var insert =
                tx.sql()
                        .insertInto(
                                LEDGER_ENTRY,
                                LEDGER_ENTRY.POSTING_ID,
                                LEDGER_ENTRY.LEG,
                                LEDGER_ENTRY.ACCOUNT_ID,
                                LEDGER_ENTRY.CURRENCY,
                                LEDGER_ENTRY.AMOUNT,
                                LEDGER_ENTRY.BALANCE_AFTER);
        short leg = 0;
        for (var entry : posting.entries()) {
            var after = balancesAfter.get(entry.account().number());
            insert =
                    insert.values(
                            number,
                            ++leg,
                            entry.account().number(),
                            entry.amount().currency().getCurrencyCode(),
                            entry.amount().minor(),
                            after == null ? null : after.posted());
        }
        insert.execute();
    }

    Optional<AccountId> findRecording(Tx tx, AccountKind kind, String label, Currency currency) {
        return tx.sql()
                .select(LEDGER_ACCOUNT.ID)
                .from(LEDGER_ACCOUNT)
                .where(LEDGER_ACCOUNT.KIND.eq(kind.name()))
                .and(LEDGER_ACCOUNT.LABEL.eq(label))
                .and(LEDGER_ACCOUNT.CURRENCY.eq(currency.getCurrencyCode()))
                .fetchOptional(row -> new AccountId(row.value1()));
    }

    Optional<AccountId> findPersonal(Tx tx, long subjectId, Currency currency) {
        return tx.sql()
                .select(LEDGER_ACCOUNT.ID)
                .from(LEDGER_ACCOUNT)
                .where(LEDGER_ACCOUNT.SUBJECT_ID.eq(subjectId))
                .and(LEDGER_ACCOUNT.CURRENCY.eq(currency.getCurrencyCode()))
                .and(LEDGER_ACCOUNT.KIND.eq(AccountKind.PERSON.name()))
                .fetchOptional(row -> new AccountId(row.value1()));
    }

    /// @param subjectId null for accounts that belong to nobody
    AccountId open(
            Tx tx, AccountKind kind, @Nullable Long subjectId, String label, Currency currency) {
        var id = tx.nextNumber(LEDGER_ACCOUNT.ID);
        tx.sql()
                .insertInto(LEDGER_ACCOUNT)
                .set(LEDGER_ACCOUNT.ID, id)
                .set(LEDGER_ACCOUNT.KIND, kind.name())
                .set(LEDGER_ACCOUNT.CURRENCY, currency.getCurrencyCode())
                .set(LEDGER_ACCOUNT.SUBJECT_ID, subjectId)
                .set(LEDGER_ACCOUNT.CHECKED, kind.checked())
                .set(LEDGER_ACCOUNT.LABEL, label)
                .set(LEDGER_ACCOUNT.OPENED_AT, tx.nowUtc())
                .execute();
        if (kind.checked()) {
            tx.sql().insertInto(LEDGER_BALANCE).set(LEDGER_BALANCE.ACCOUNT_ID, id).execute();
        }
        return new AccountId(id);
    }

    long nextPosting(Tx tx) {
        return tx.nextNumber(LEDGER_POSTING.ID);
    }

    private static @Nullable Long orNull(long number) {
        return number == 0 ? null : number;
    }
}
