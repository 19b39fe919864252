package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static app.lodge.core.books.tables.Tables.RECEIPT;

import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import java.util.HexFormat;

/// Receipts of purses, in the series of the counter's other receipts.
final class PurseReceiptStore {

    private final ReceiptStore receipts = new ReceiptStore();

    PurseReceipt of(Tx tx, long posting, long medium, String series, String site) {
        if (!tx.sql().fetchExists(RECEIPT, RECEIPT.POSTING_ID.eq(posting))) {
            var mark =
                    tx.journal(
                            "purse.receipt",
                            "medium:" + medium,
                            java.util.Map.of("posting", posting, "series", series));
            receipts.insert(tx, series, posting, mark.number());
        }
        return tx.sql()
                .select(
                        RECEIPT.SERIES,
                        RECEIPT.NUMBER,
                        LEDGER_POSTING.BOOKED_AT,
                        LEDGER_ENTRY.AMOUNT,
                        LEDGER_ENTRY.BALANCE_AFTER,
                        LEDGER_ENTRY.CURRENCY,
                        JOURNAL.ACTOR,
                        JOURNAL.WORKSTATION,
                        JOURNAL.ID,
                        JOURNAL.HASH)
                .from(RECEIPT)
                .join(LEDGER_POSTING)
                .on(LEDGER_POSTING.ID.eq(RECEIPT.POSTING_ID))
                .join(JOURNAL)
                .on(JOURNAL.ID.eq(RECEIPT.JOURNAL_ID))
                .join(LEDGER_ENTRY)
                .on(LEDGER_ENTRY.POSTING_ID.eq(LEDGER_POSTING.ID))
                .join(LEDGER_ACCOUNT)
                .on(LEDGER_ACCOUNT.ID.eq(LEDGER_ENTRY.ACCOUNT_ID))
                .and(LEDGER_ACCOUNT.LABEL.eq("purse:" + medium))
                .where(RECEIPT.POSTING_ID.eq(posting))
                .fetchSingle(row ->
                        new PurseReceipt(
                                row.value1(),
                                row.value2(),
                                posting,
                                site,
                                Tx.instant(row.value3()),
                                medium,
                                Money.of(row.value4(), row.value6()),
                                Money.of(row.value5(), row.value6()),
                                row.value7(),
                                row.value8(),
                                row.value9(),
                                HexFormat.of().withUpperCase().formatHex(row.value10())));
    }
}
