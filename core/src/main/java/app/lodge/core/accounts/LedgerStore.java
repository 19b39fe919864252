package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_BALANCE;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;

import app.lodge.core.books.Answers;
import app.lodge.core.books.Change;
import app.lodge.core.books.Question;
import app.lodge.core.books.Tx;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of postings, entries, accounts and balances. Decides nothing.
final class LedgerStore {

    /// A posting that is in the books.
    record Booked(long number, byte[] contentHash) {}

    private static final Question<Booked> BOOKED =
            new Question<>(
                    "select id, request_hash from ledger_posting where origin = ? and origin_key = ?",
                    row -> new Booked(row.getLong(1), row.getBytes(2)));

    private static final Question<Balance> BALANCE =
            new Question<>(
                    "select account_id, posted, reserved, overdraft, forced_below from ledger_balance"
                            + " where account_id = ?",
                    row ->
                            new Balance(
                                    row.getLong(1),
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getLong(5)),
                    true);

    private static final Change KEEP =
            Change.insert(
                            "ledger_balance",
                            "posted bigint",
                            "reserved bigint",
                            "overdraft bigint",
                            "forced_below bigint",
                            "account_id bigint")
                    .otherwise(
                            "update ledger_balance set posted = ?, reserved = ?, overdraft = ?, forced_below = ?,"
                                    + " version = version + 1 where account_id = ?",
                            "(account_id) do update set posted = excluded.posted, reserved = excluded.reserved,"
                                    + " overdraft = excluded.overdraft, forced_below = excluded.forced_below,"
                                    + " version = ledger_balance.version + 1");

    private static final Change INSERT_POSTING =
            Change.insert(
                    "ledger_posting",
                    "id bigint",
                    "kind varchar",
                    "origin varchar",
                    "origin_key varchar",
                    "request_hash bytea",
                    "occurred_at timestamp",
                    "booked_at timestamp",
                    "business_date date",
                    "device_id bigint",
                    "operator_id bigint",
                    "reverses_id bigint",
                    "hold_id bigint",
                    "late boolean",
                    "forced boolean");

    /// Those of a group in one statement: PostgreSQL refuses one after which a posting does not sum to zero.
    private static final Change INSERT_ENTRY =
            Change.insert(
                    "ledger_entry",
                    "posting_id bigint",
                    "leg smallint",
                    "account_id bigint",
                    "currency varchar",
                    "amount bigint",
                    "balance_after bigint");

    Optional<Booked> find(Answers answers, Origin origin) {
        return answers.find(BOOKED, origin.source(), origin.key());
    }

    /// The balance rows among these accounts: recording accounts have none.
    Map<Long, Balance> balances(Tx tx, Posting posting) {
        var balances = new HashMap<Long, Balance>();
        for (var entry : posting.entries()) {
            findBalance(tx, entry.account().number())
                    .ifPresent(balance -> balances.put(balance.account(), balance));
        }
        return balances;
    }

    Balance balance(Tx tx, AccountId account) {
        return findBalance(tx, account.number())
                .orElseThrow(() -> new IllegalStateException(account + " keeps no balance"));
    }

    Optional<Balance> findBalance(Answers answers, long account) {
        return answers.find(BALANCE, account);
    }

    void keep(Tx tx, Balance balance) {
        tx.statements()
                .later(
                        KEEP,
                        balance.account(),
                        (_, newer) -> newer,
                        balance.posted(),
                        balance.reserved(),
                        balance.overdraft(),
                        balance.forcedBelow(),
                        balance.account());
        tx.statements().told(balance, BALANCE, balance.account());
    }

    void insert(Tx tx, long number, Posting posting, LocalDate businessDate, boolean forced) {
        var capture = posting.capture();
        var operator = tx.actor().operatorId();
        tx.statements()
                .later(
                        INSERT_POSTING,
                        number,
                        posting.kind().name(),
                        posting.origin().source(),
                        posting.origin().key(),
                        posting.origin().contentHash(),
                        Tx.utc(posting.occurredAt()),
                        tx.nowUtc(),
                        businessDate,
                        orNull(posting.device()),
                        operator > 0 ? operator : null,
                        posting.particulars().reverses(),
                        capture == null ? null : capture.number(),
                        posting.late(),
                        forced);
        tx.statements()
                .told(
                        new Booked(number, posting.origin().contentHash()),
                        BOOKED,
                        posting.origin().source(),
                        posting.origin().key());
    }

    /// @param balancesAfter of the checked accounts; the others keep none
    void insertEntries(Tx tx, long number, Posting posting, Map<Long, Balance> balancesAfter) {
        short leg = 0;
        for (var entry : posting.entries()) {
            var after = balancesAfter.get(entry.account().number());
            tx.statements()
                    .later(
                            INSERT_ENTRY,
                            number,
                            ++leg,
                            entry.account().number(),
                            entry.amount().currency().getCurrencyCode(),
                            entry.amount().minor(),
                            after == null ? null : after.posted());
        }
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
