package app.lodge.core.topups;

import static app.lodge.core.books.tables.Tables.BANK_FILE;
import static app.lodge.core.books.tables.Tables.MANDATE;
import static app.lodge.core.books.tables.Tables.PAYOUT_TRANSFER;
import static app.lodge.core.books.tables.Tables.TOP_UP_ORDER;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import app.lodge.core.topups.BankFile.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// The rows of files for the bank.
final class BankFileStore {

    long nextNumber(Tx tx) {
        return tx.nextNumber(BANK_FILE.ID);
    }

    void insert(
            Tx tx, long number, Kind kind, String name, LocalDate dueOn, int orders, long amount) {
        tx.sql()
                .insertInto(BANK_FILE)
                .set(BANK_FILE.ID, number)
                .set(BANK_FILE.KIND, kind.name())
                .set(BANK_FILE.NAME, name)
                .set(BANK_FILE.DUE_ON, dueOn)
                .set(BANK_FILE.ORDERS, orders)
                .set(BANK_FILE.AMOUNT, amount)
                .set(BANK_FILE.CONTENT_HASH, "")
                .set(BANK_FILE.OPERATOR, tx.actor().name())
                .set(BANK_FILE.CREATED_AT, tx.nowUtc())
                .execute();
    }

    void sealed(Tx tx, long number, String contentHash) {
        tx.sql()
                .update(BANK_FILE)
                .set(BANK_FILE.CONTENT_HASH, contentHash)
                .where(BANK_FILE.ID.eq(number))
                .execute();
    }

    boolean written(Tx tx, long number) {
        return tx.sql()
                        .update(BANK_FILE)
                        .set(BANK_FILE.WRITTEN_AT, tx.nowUtc())
                        .where(BANK_FILE.ID.eq(number))
                        .and(BANK_FILE.WRITTEN_AT.isNull())
                        .execute()
                > 0;
    }

    void carriedOut(Tx tx, long number) {
        tx.sql()
                .update(BANK_FILE)
                .set(BANK_FILE.CARRIED_OUT_AT, tx.nowUtc())
                .where(BANK_FILE.ID.eq(number))
                .execute();
    }

    Optional<BankFile> find(DSLContext sql, long number) {
        return rows(sql, BANK_FILE.ID.eq(number), 1).stream().findFirst();
    }

    List<BankFile> newest(DSLContext sql, int limit) {
        return rows(sql, BANK_FILE.ID.gt(0L), limit);
    }

    List<BankFile> unwritten(DSLContext sql) {
        return rows(sql, BANK_FILE.WRITTEN_AT.isNull(), 1_000);
    }

    /// Names of files in which an order or a transfer has lost its mandate.
    static List<String> ofErased(DSLContext sql) {
        var orders =
                select(TOP_UP_ORDER.BANK_FILE_ID)
                        .from(TOP_UP_ORDER)
                        .where(TOP_UP_ORDER.MANDATE_ID.isNull())
                        .and(TOP_UP_ORDER.BANK_FILE_ID.isNotNull());
        var transfers =
                select(PAYOUT_TRANSFER.BANK_FILE_ID)
                        .from(PAYOUT_TRANSFER)
                        .where(
                                notExists(
                                        selectOne()
                                                .from(MANDATE)
                                                .where(MANDATE.ID.eq(PAYOUT_TRANSFER.MANDATE_ID))));
        return sql.select(BANK_FILE.NAME)
                .from(BANK_FILE)
                .where(BANK_FILE.ID.in(orders).or(BANK_FILE.ID.in(transfers)))
                .orderBy(BANK_FILE.NAME)
                .fetch(BANK_FILE.NAME);
    }

    private static List<BankFile> rows(DSLContext sql, Condition where, int limit) {
        return sql.selectFrom(BANK_FILE)
                .where(where)
                .orderBy(BANK_FILE.ID.desc())
                .limit(limit)
                .fetch(row -> {
                    var written = row.get(BANK_FILE.WRITTEN_AT);
                    var carriedOut = row.get(BANK_FILE.CARRIED_OUT_AT);
                    return new BankFile(
                            row.get(BANK_FILE.ID),
                            Kind.valueOf(row.get(BANK_FILE.KIND)),
                            row.get(BANK_FILE.NAME),
                            row.get(BANK_FILE.DUE_ON),
                            row.get(BANK_FILE.ORDERS),
                            Money.of(row.get(BANK_FILE.AMOUNT), "EUR"),
                            row.get(BANK_FILE.CONTENT_HASH),
                            Tx.instant(row.get(BANK_FILE.CREATED_AT)),
                            written == null ? null : Tx.instant(written),
                            carriedOut == null ? null : Tx.instant(carriedOut));
                });
    }
}
