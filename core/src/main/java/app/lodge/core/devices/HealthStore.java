package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.DEVICE_ALARM;
import static app.lodge.core.books.tables.Tables.DEVICE_LEVEL;

import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/// Rows of what devices say of themselves: faults that stand, and how full they are. The event with
/// the highest number speaks last, however late another one comes.
final class HealthStore {

    static final String ALARM = "alarm";
    static final String LEVEL = "level";

    private HealthStore() {}

    /// Takes note of an event `alarm` or `level`; others, and malformed ones, change nothing.
    static void take(Tx tx, DeviceId id, FieldEvent event) {
        if (event.kind().equals(ALARM)) {
            alarm(tx, id, event, content(event));
        } else if (event.kind().equals(LEVEL)) {
            level(tx, id, event, content(event));
        }
    }

    private static JsonNode content(FieldEvent event) {
        return Json.tree(event.content().getBytes(StandardCharsets.UTF_8));
    }

    private static void alarm(Tx tx, DeviceId id, FieldEvent event, JsonNode content) {
        var code = content.path("code").asText();
        var raised = content.path("raised");
        if (!code.matches("[A-Z][A-Z0-9_]{0,23}") || !raised.isBoolean()) {
            return;
        }
        var once = raised.asBoolean() ? 1 : 0;
        tx.sql()
                .insertInto(DEVICE_ALARM)
                .set(DEVICE_ALARM.DEVICE_ID, id.number())
                .set(DEVICE_ALARM.CODE, code)
                .set(DEVICE_ALARM.RAISED, false)
                .set(DEVICE_ALARM.TIMES, 0)
                .set(DEVICE_ALARM.SEQ, 0L)
                .set(DEVICE_ALARM.AT, Tx.utc(event.at()))
                .onConflictDoNothing()
                .execute();
        tx.sql()
                .update(DEVICE_ALARM)
                .set(DEVICE_ALARM.TIMES, DEVICE_ALARM.TIMES.plus(once))
                .where(DEVICE_ALARM.DEVICE_ID.eq(id.number()), DEVICE_ALARM.CODE.eq(code))
                .execute();
        tx.sql()
                .update(DEVICE_ALARM)
                .set(DEVICE_ALARM.RAISED, raised.asBoolean())
                .set(DEVICE_ALARM.SEQ, event.seq())
                .set(DEVICE_ALARM.AT, Tx.utc(event.at()))
                .where(
                        DEVICE_ALARM.DEVICE_ID.eq(id.number()),
                        DEVICE_ALARM.CODE.eq(code),
                        DEVICE_ALARM.SEQ.lt(event.seq()))
                .execute();
    }

    private static void level(Tx tx, DeviceId id, FieldEvent event, JsonNode content) {
        var name = content.path("name").asText();
        var used = content.path("used").asLong(-1);
        var capacity = content.path("capacity").asLong(0);
        if (!name.matches("[a-z][a-z0-9-]{0,23}") || used < 0 || capacity <= 0) {
            return;
        }
        tx.sql()
                .insertInto(DEVICE_LEVEL)
                .set(DEVICE_LEVEL.DEVICE_ID, id.number())
                .set(DEVICE_LEVEL.NAME, name)
                .set(DEVICE_LEVEL.USED, used)
                .set(DEVICE_LEVEL.CAPACITY, capacity)
                .set(DEVICE_LEVEL.SEQ, 0L)
                .set(DEVICE_LEVEL.AT, Tx.utc(event.at()))
                .onConflictDoNothing()
                .execute();
        tx.sql()
                .update(DEVICE_LEVEL)
                .set(DEVICE_LEVEL.USED, used)
                .set(DEVICE_LEVEL.CAPACITY, capacity)
                .set(DEVICE_LEVEL.SEQ, event.seq())
                .set(DEVICE_LEVEL.AT, Tx.utc(event.at()))
                .where(
                        DEVICE_LEVEL.DEVICE_ID.eq(id.number()),
                        DEVICE_LEVEL.NAME.eq(name),
                        DEVICE_LEVEL.SEQ.lt(event.seq()))
                .execute();
    }
}
