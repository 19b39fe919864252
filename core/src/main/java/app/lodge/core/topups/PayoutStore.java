package app.lodge.core.topups;

import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static app.lodge.core.books.tables.Tables.PAYOUT_TRANSFER;
import static app.lodge.core.books.tables.Tables.PERSON;
import static org.jooq.impl.DSL.selectOne;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// The rows of pay-outs by transfer: those that wait stand in the ledger only, those in a file here.
final class PayoutStore {

    private static final String PREFIX = "LODGE-T-";
    private static final int AT_ONCE = 10_000;

    /// @param posting that paid out
    record Waiting(long posting, AccountId account, @Nullable PersonId person, Money amount) {}

    /// @param returnPosting 0 as long as it did not come back
    record Transfer(long posting, long file, long mandate, Money amount, long returnPosting) {}

    /// By which the bank knows the transfer.
    static String reference(long posting) {
        return PREFIX + posting;
    }

    /// @return the posting, or empty for somebody else's reference
    static Optional<Long> posting(String reference) {
        return reference.matches(PREFIX + "[1-9][0-9]{0,17}")
                ? Optional.of(Long.parseLong(reference.substring(PREFIX.length())))
                : Optional.empty();
    }

    /// Paid out to the clearing account, neither undone nor in a file; the oldest first.
    List<Waiting> waiting(DSLContext sql) {
        var clearing = LEDGER_ACCOUNT.as("clearing");
        var out = LEDGER_ENTRY.as("out_entry");
        var undoing = LEDGER_POSTING.as("undoing");
        return sql.select(LEDGER_POSTING.ID, LEDGER_ACCOUNT.ID, PERSON.ID, out.AMOUNT, out.CURRENCY)
                .from(clearing)
                .join(out)
                .on(out.ACCOUNT_ID.eq(clearing.ID))
                .join(LEDGER_POSTING)
                .on(LEDGER_POSTING.ID.eq(out.POSTING_ID))
                .join(LEDGER_ENTRY)
                .on(LEDGER_ENTRY.POSTING_ID.eq(LEDGER_POSTING.ID))
                .and(LEDGER_ENTRY.ACCOUNT_ID.ne(clearing.ID))
                .join(LEDGER_ACCOUNT)
                .on(LEDGER_ACCOUNT.ID.eq(LEDGER_ENTRY.ACCOUNT_ID))
                .leftJoin(PERSON)
                .on(PERSON.SUBJECT_ID.eq(LEDGER_ACCOUNT.SUBJECT_ID))
                .where(clearing.KIND.eq("PAY_OUT_CLEARING"))
                .and(LEDGER_POSTING.KIND.in("PAY_OUT", "CLOSING"))
                .andNotExists(
                        selectOne().from(undoing).where(undoing.REVERSES_ID.eq(LEDGER_POSTING.ID)))
                .andNotExists(
                        selectOne()
                                .from(PAYOUT_TRANSFER)
                                .where(PAYOUT_TRANSFER.POSTING_ID.eq(LEDGER_POSTING.ID)))
                .orderBy(LEDGER_POSTING.ID)
                .limit(AT_ONCE)
                .fetch(row ->
                        new Waiting(
                                row.value1(),
                                new AccountId(row.value2()),
                                row.value3() == null ? null : new PersonId(row.value3()),
                                Money.of(row.value4(), row.value5())));
    }

    void put(Tx tx, long file, RunItem item) {
        tx.sql()
                .insertInto(PAYOUT_TRANSFER)
                .set(PAYOUT_TRANSFER.POSTING_ID, item.number())
                .set(PAYOUT_TRANSFER.BANK_FILE_ID, file)
                .set(PAYOUT_TRANSFER.MANDATE_ID, item.mandate())
                .set(PAYOUT_TRANSFER.AMOUNT, item.amount().minor())
                .execute();
    }

    List<Transfer> inFile(DSLContext sql, long file) {
        return sql.selectFrom(PAYOUT_TRANSFER)
                .where(PAYOUT_TRANSFER.BANK_FILE_ID.eq(file))
                .orderBy(PAYOUT_TRANSFER.POSTING_ID)
                .fetch(PayoutStore::transfer);
    }

    Optional<Transfer> find(DSLContext sql, long posting) {
        return sql.selectFrom(PAYOUT_TRANSFER)
                .where(PAYOUT_TRANSFER.POSTING_ID.eq(posting))
                .fetchOptional(PayoutStore::transfer);
    }

    /// The holder's account that a posting paid out from.
    AccountId account(DSLContext sql, long posting) {
        return sql.select(LEDGER_ENTRY.ACCOUNT_ID)
                .from(LEDGER_ENTRY)
                .where(LEDGER_ENTRY.POSTING_ID.eq(posting))
                .and(LEDGER_ENTRY.AMOUNT.lt(0L))
                .fetchSingle(row -> new AccountId(row.value1()));
    }

    void returned(Tx tx, long posting, String reason, long returnPosting) {
        tx.sql()
                .update(PAYOUT_TRANSFER)
                .set(PAYOUT_TRANSFER.RETURN_REASON, reason)
                .set(PAYOUT_TRANSFER.RETURN_POSTING, returnPosting)
                .where(PAYOUT_TRANSFER.POSTING_ID.eq(posting))
                .execute();
    }

    private static Transfer transfer(Record row) {
        var returned = row.get(PAYOUT_TRANSFER.RETURN_POSTING);
        return new Transfer(
                row.get(PAYOUT_TRANSFER.POSTING_ID),
                row.get(PAYOUT_TRANSFER.BANK_FILE_ID),
                row.get(PAYOUT_TRANSFER.MANDATE_ID),
                Money.of(row.get(PAYOUT_TRANSFER.AMOUNT), "EUR"),
                returned == null ? 0 : returned);
    }
}
