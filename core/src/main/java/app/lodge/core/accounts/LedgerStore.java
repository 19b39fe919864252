package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_BALANCE;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;

import app.lodge.core.books.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    Optional<Booked> find(Tx tx, Origin origin) {
        return tx.statements()
                .find(
                        "select id, request_hash from ledger_posting where origin = ? and origin_key = ?",
                        row -> new Booked(row.getLong(1), row.getBytes(2)),
                        origin.source(),
                        origin.key());
    }

    /// The balance rows among these accounts: recording accounts have none.
    Map<Long, Balance> balances(Tx tx, Posting posting) {
        var balances = new HashMap<Long, Balance>();
        var entries = posting.entries();
        for (var i = 0; i < entries.size(); i += 2) {
            var one = entries.get(i).account().number();
            var other = entries.get(Math.min(i + 1, entries.size() - 1)).account().number();
            tx.statements()
                    .list(
                            "select posted, reserved, overdraft, forced_below, account_id from ledger_balance"
                                    + " where account_id in (?, ?)",
                            row -> balance(row.getLong(5), row),
                            one,
                            other)
                    .forEach(balance -> balances.put(balance.account(), balance));
        }
        return balances;
    }

    Balance balance(Tx tx, AccountId account) {
        return findBalance(tx, account.number())
                .orElseThrow(() -> new IllegalStateException(account + " keeps no balance"));
    }

    private static Optional<Balance> findBalance(Tx tx, long account) {
        return tx.statements()
                .find(
                        "select posted, reserved, overdraft, forced_below from ledger_balance where account_id = ?",
                        row -> balance(account, row),
                        account);
    }

    private static Balance balance(long account, ResultSet row) throws SQLException {
        return new Balance(account, row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }

    void keep(Tx tx, Balance balance) {
        tx.statements()
                .change(
                        "update ledger_balance set posted = ?, reserved = ?, forced_below = ?, version = version + 1"
                                + " where account_id = ?",
                        balance.posted(),
                        balance.reserved(),
                        balance.forcedBelow(),
                        balance.account());
    }

    void insert(Tx tx, long number, Posting posting, LocalDate businessDate, boolean forced) {
        var capture = posting.capture();
        var operator = tx.actor().operatorId();
        tx.statements()
                .change(
                        "insert into ledger_posting (id, kind, origin, origin_key, request_hash, occurred_at, booked_at,"
                                + " business_date, device_id, operator_id, reverses_id, hold_id, late, forced)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
    }

    /// @param balancesAfter of the checked accounts; the others keep none
    void insertEntries(Tx tx, long number, Posting posting, Map<Long, Balance> balancesAfter) {
        short leg = 0;
        for (var entry : posting.entries()) {
            var after = balancesAfter.get(entry.account().number());
            tx.statements()
                    .change(
                            "insert into ledger_entry (posting_id, leg, account_id, currency, amount, balance_after)"
                                    + " values (?, ?, ?, ?, ?, ?)",
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
