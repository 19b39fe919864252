package app.lodge.core.exports;

import static app.lodge.core.books.tables.Tables.CASH_SHIFT;
import static app.lodge.core.books.tables.Tables.COST_CENTRE_HOLD;
import static app.lodge.core.books.tables.Tables.LEDGER_HOLD;
import static app.lodge.core.books.tables.Tables.MANDATE;
import static app.lodge.core.books.tables.Tables.TOP_UP_ORDER;
import static app.lodge.core.exports.PieceStore.amount;
import static app.lodge.core.exports.PieceStore.major;
import static app.lodge.core.exports.PieceStore.numbered;
import static app.lodge.core.exports.PieceStore.plain;
import static app.lodge.core.exports.PieceStore.text;

import app.lodge.core.exports.Exports.Piece;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/// Money that is reserved, on its way, or was counted.
final class MoneyExportStore {

    private MoneyExportStore() {}

    static Piece holds(DSLContext sql, long from) {
        return numbered(
                sql.select()
                        .from(LEDGER_HOLD)
                        .leftJoin(COST_CENTRE_HOLD)
                        .on(COST_CENTRE_HOLD.HOLD_ID.eq(LEDGER_HOLD.ID)),
                LEDGER_HOLD.ID,
                from,
                found ->
                        List.of(
                                text(found, LEDGER_HOLD.ID),
                                text(found, LEDGER_HOLD.ACCOUNT_ID),
                                text(found, LEDGER_HOLD.CURRENCY),
                                amount(found, LEDGER_HOLD.AMOUNT, LEDGER_HOLD.CURRENCY),
                                text(found, LEDGER_HOLD.STATE),
                                text(found, LEDGER_HOLD.DEVICE_ID),
                                found.get(LEDGER_HOLD.MEDIUM_ID) == 0
                                        ? ""
                                        : text(found, LEDGER_HOLD.MEDIUM_ID),
                                text(found, COST_CENTRE_HOLD.CENTRE_ID),
                                text(found, LEDGER_HOLD.CREATED_AT),
                                text(found, LEDGER_HOLD.EXPIRES_AT)));
    }

    static Piece topUps(DSLContext sql, long from) {
        return numbered(
                sql.selectFrom(TOP_UP_ORDER),
                TOP_UP_ORDER.ID,
                from,
                found ->
                        List.of(
                                text(found, TOP_UP_ORDER.ID),
                                text(found, TOP_UP_ORDER.SOURCE),
                                text(found, TOP_UP_ORDER.REFERENCE),
                                text(found, TOP_UP_ORDER.ACCOUNT_ID),
                                text(found, TOP_UP_ORDER.CURRENCY),
                                amount(found, TOP_UP_ORDER.AMOUNT, TOP_UP_ORDER.CURRENCY),
                                text(found, TOP_UP_ORDER.STATE),
                                text(found, TOP_UP_ORDER.MANDATE_ID),
                                text(found, TOP_UP_ORDER.AUTHORISATION),
                                text(found, TOP_UP_ORDER.CREDIT_POSTING),
                                text(found, TOP_UP_ORDER.SETTLE_POSTING),
                                text(found, TOP_UP_ORDER.RETURN_POSTING),
                                text(found, TOP_UP_ORDER.FEE_POSTING),
                                text(found, TOP_UP_ORDER.RETURN_REASON),
                                text(found, TOP_UP_ORDER.BANK_FILE_ID),
                                text(found, TOP_UP_ORDER.ORDERED_AT),
                                text(found, TOP_UP_ORDER.CHANGED_AT)));
    }

    static Piece mandates(DSLContext sql, long from) {
        return plain(
                sql,
                MANDATE.ID,
                from,
                MANDATE.ID,
                MANDATE.PERSON_ID,
                MANDATE.REFERENCE,
                MANDATE.SIGNED_ON,
                MANDATE.ONE_OFF,
                MANDATE.CREATED_AT,
                MANDATE.REVOKED_AT);
    }

    static Piece shifts(DSLContext sql, long from) {
        return numbered(
                sql.selectFrom(CASH_SHIFT),
                CASH_SHIFT.ID,
                from,
                found ->
                        List.of(
                                text(found, CASH_SHIFT.ID),
                                text(found, CASH_SHIFT.WORKSTATION),
                                text(found, CASH_SHIFT.ACCOUNT_ID),
                                text(found, CASH_SHIFT.CURRENCY),
                                text(found, CASH_SHIFT.KEEPER_ID),
                                text(found, CASH_SHIFT.OPENED_BY),
                                text(found, CASH_SHIFT.OPENED_AT),
                                amount(found, CASH_SHIFT.CARRIED, CASH_SHIFT.CURRENCY),
                                amount(found, CASH_SHIFT.OPENING_FLOAT, CASH_SHIFT.CURRENCY),
                                text(found, CASH_SHIFT.CLOSED_BY),
                                text(found, CASH_SHIFT.CLOSED_AT),
                                amount(found, CASH_SHIFT.EXPECTED, CASH_SHIFT.CURRENCY),
                                amount(found, CASH_SHIFT.COUNTED, CASH_SHIFT.CURRENCY),
                                difference(found),
                                report(found)));
    }

    private static String difference(Record found) {
        var expected = found.get(CASH_SHIFT.EXPECTED);
        var counted = found.get(CASH_SHIFT.COUNTED);
        return expected == null || counted == null
                ? ""
                : major(counted - expected, found.get(CASH_SHIFT.CURRENCY));
    }

    private static String report(Record found) {
        return found.get(CASH_SHIFT.REPORT_NUMBER) == null
                ? ""
                : text(found, CASH_SHIFT.REPORT_SERIES)
                        + "-"
                        + text(found, CASH_SHIFT.REPORT_NUMBER);
    }
}
