package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.OPERATOR;
import static app.lodge.core.books.tables.Tables.OPERATOR_CARD;
import static app.lodge.core.books.tables.Tables.TERMINAL_OPERATOR;

import app.lodge.core.books.Tx;
import app.lodge.core.devices.DeviceBoard.OnDuty;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;

/// Rows of who is logged on where (CHAIN-27). The event with the highest number speaks last, however late
/// another one comes.
final class OnDutyStore {

    static final String LOG_ON = "log-on";
    static final String LOG_OFF = "log-off";

    private OnDutyStore() {}

    /// Takes note of an event `log-on` or `log-off`; others change nothing.
    static void take(Tx tx, DeviceId id, FieldEvent event) {
        boolean on = event.kind().equals(LOG_ON);
        if (!on && !event.kind().equals(LOG_OFF) || on && event.credential().isEmpty()) {
            return;
        }
        tx.sql()
                .insertInto(TERMINAL_OPERATOR)
                .set(TERMINAL_OPERATOR.DEVICE_ID, id.number())
                .set(TERMINAL_OPERATOR.SEQ, 0L)
                .set(TERMINAL_OPERATOR.AT, Tx.utc(event.at()))
                .onConflictDoNothing()
                .execute();
        tx.sql()
                .update(TERMINAL_OPERATOR)
                .set(TERMINAL_OPERATOR.UID, on ? event.credential() : null)
                .set(TERMINAL_OPERATOR.SEQ, event.seq())
                .set(TERMINAL_OPERATOR.AT, Tx.utc(event.at()))
                .where(
                        TERMINAL_OPERATOR.DEVICE_ID.eq(id.number()),
                        TERMINAL_OPERATOR.SEQ.lt(event.seq()))
                .execute();
    }

    /// By the number of the device; a chip that was issued anew stands for its newest card.
    static Map<Long, OnDuty> all(DSLContext sql) {
        var onDuty = new HashMap<Long, OnDuty>();
        sql.select(
                        TERMINAL_OPERATOR.DEVICE_ID,
                        TERMINAL_OPERATOR.AT,
                        OPERATOR_CARD.ID,
                        OPERATOR.NAME)
                .from(TERMINAL_OPERATOR)
                .join(OPERATOR_CARD)
                .on(OPERATOR_CARD.UID.eq(TERMINAL_OPERATOR.UID))
                .join(OPERATOR)
                .on(OPERATOR.ID.eq(OPERATOR_CARD.OPERATOR_ID))
                .orderBy(OPERATOR_CARD.ID)
                .forEach(row ->
                        onDuty.put(
                                row.value1(),
                                new OnDuty(row.value4(), row.value3(), Tx.instant(row.value2()))));
        return onDuty;
    }
}
