package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static app.lodge.core.books.tables.Tables.PERSON;
import static app.lodge.core.books.tables.Tables.RECEIPT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import app.lodge.core.books.Change;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import java.util.HexFormat;
import java.util.Optional;

/// The rows of receipts. What a receipt says comes from the posting and its journal row, so that every
/// copy says the same.
final class ReceiptStore {

    private static final Change INSERT =
            Change.insert(
                    "receipt",
                    "posting_id bigint",
                    "series varchar",
                    "number bigint",
                    "journal_id bigint");

    /// @return the receipt's number in its series
    long insert(Tx tx, String series, long posting, long journalNumber) {
        var number = nextNumber(tx, series);
        tx.statements().later(INSERT, posting, series, number, journalNumber);
        return number;
    }

    private static long nextNumber(Tx tx, String series) {
        return tx.nextNumber(
                "receipt " + series,
                () ->
                        tx.sql()
                                .select(coalesce(max(RECEIPT.NUMBER), inline(0L)))
                                .from(RECEIPT)
                                .where(RECEIPT.SERIES.eq(series))
                                .fetchSingle()
                                .value1());
    }

    void countCopy(Tx tx, long posting) {
        tx.sql()
                .update(RECEIPT)
                .set(RECEIPT.COPIES, RECEIPT.COPIES.plus(1))
                .where(RECEIPT.POSTING_ID.eq(posting))
                .execute();
    }

    /// @return empty if the posting has no receipt, or its person has been erased
    Optional<Receipt> find(Tx tx, long posting, String site) {
        var counter = LEDGER_ENTRY.as("counter");
        var counterAccount = LEDGER_ACCOUNT.as("counter_account");
        return tx.sql()
                .select(
                        RECEIPT.SERIES,
                        RECEIPT.NUMBER,
                        LEDGER_POSTING.BOOKED_AT,
                        LEDGER_ENTRY.ACCOUNT_ID,
                        PERSON.ID,
                        LEDGER_ENTRY.AMOUNT,
                        LEDGER_ENTRY.BALANCE_AFTER,
                        LEDGER_ENTRY.CURRENCY,
                        counterAccount.KIND,
                        JOURNAL.ACTOR,
                        JOURNAL.WORKSTATION,
                        JOURNAL.ID,
                        JOURNAL.HASH,
                        RECEIPT.COPIES)
                .from(RECEIPT)
                .join(LEDGER_POSTING)
                .on(LEDGER_POSTING.ID.eq(RECEIPT.POSTING_ID))
                .join(JOURNAL)
                .on(JOURNAL.ID.eq(RECEIPT.JOURNAL_ID))
                .join(LEDGER_ENTRY)
                .on(LEDGER_ENTRY.POSTING_ID.eq(LEDGER_POSTING.ID))
                .and(LEDGER_ENTRY.LEG.eq((short) 1))
                .join(LEDGER_ACCOUNT)
                .on(LEDGER_ACCOUNT.ID.eq(LEDGER_ENTRY.ACCOUNT_ID))
                .join(PERSON)
                .on(PERSON.SUBJECT_ID.eq(LEDGER_ACCOUNT.SUBJECT_ID))
                .join(counter)
                .on(counter.POSTING_ID.eq(LEDGER_POSTING.ID))
                .and(counter.LEG.eq((short) 2))
                .join(counterAccount)
                .on(counterAccount.ID.eq(counter.ACCOUNT_ID))
                .where(RECEIPT.POSTING_ID.eq(posting))
                .fetchOptional(row ->
                        new Receipt(
                                row.value1(),
                                row.value2(),
                                posting,
                                site,
                                Tx.instant(row.value3()),
                                new AccountId(row.value4()),
                                row.value5(),
                                Money.of(row.value6(), row.value8()),
                                Money.of(row.value7(), row.value8()),
                                means(AccountKind.valueOf(row.value9())),
                                row.value10(),
                                row.value11(),
                                row.value12(),
                                HexFormat.of().withUpperCase().formatHex(row.value13()),
                                row.value14()));
    }

    private static PaymentMeans means(AccountKind counter) {
        return switch (counter) {
            case CASH_DESK, KIOSK_CASH -> PaymentMeans.CASH;
            case PAY_OUT_CLEARING -> PaymentMeans.BANK_TRANSFER;
            case FEES, MEDIA_DEPOSITS -> PaymentMeans.ACCOUNT;
            case PERSON,
                    PURSE,
                    COST_CENTRE,
                    REVENUE,
                    CARD_CLEARING,
                    SUSPENSE,
                    CORRECTIONS,
                    TOP_UP_CLEARING,
                    BANK,
                    CASH_IN_TRANSIT,
                    CASH_DIFFERENCES ->
                    PaymentMeans.CARD_TERMINAL;
        };
    }
}
