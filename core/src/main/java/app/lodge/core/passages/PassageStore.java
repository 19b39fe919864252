package app.lodge.core.passages;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.DEVICE_EVENT;
import static app.lodge.core.books.tables.Tables.DEVICE_REPORT;
import static app.lodge.core.books.tables.Tables.MEDIUM;

import app.lodge.core.books.Tx;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.doors.Json;
import app.lodge.core.passages.Passages.Passage;
import app.lodge.core.people.PersonId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/// Passages, read from what the doors did.
final class PassageStore {

    private static final int MOST = 1_000;
    private static final List<String> KINDS = List.of("passed", "refused");

    private PassageStore() {}

    static boolean isDoor(DSLContext sql, DeviceId door) {
        return sql.fetchExists(
                DEVICE, DEVICE.ID.eq(door.number()), DEVICE.KIND.eq(DeviceKind.DOOR.name()));
    }

    static boolean online(DSLContext sql, DeviceId door) {
        return sql.fetchExists(
                DEVICE_REPORT,
                DEVICE_REPORT.DEVICE_ID.eq(door.number()),
                DEVICE_REPORT.ONLINE.isTrue());
    }

    static List<Passage> at(DSLContext sql, DeviceId door, Instant from, Instant until) {
        return passages(sql, DEVICE_EVENT.DEVICE_ID.eq(door.number()), from, until);
    }

    static List<Passage> of(DSLContext sql, PersonId person, Instant from, Instant until) {
        return passages(sql, MEDIUM.PERSON_ID.eq(person.number()), from, until);
    }

    private static List<Passage> passages(
            DSLContext sql, Condition whose, Instant from, Instant until) {
        return sql.select(
                        DEVICE.ID,
                        DEVICE.LABEL,
                        DEVICE_EVENT.AT,
                        DEVICE_EVENT.KIND,
                        DEVICE_EVENT.CONTENT,
                        DEVICE_EVENT.LATE,
                        MEDIUM.PERSON_ID)
                .from(DEVICE_EVENT)
                .join(DEVICE)
                .on(DEVICE.ID.eq(DEVICE_EVENT.DEVICE_ID))
                .leftJoin(MEDIUM)
                .on(MEDIUM.ID.eq(DEVICE_EVENT.MEDIUM_ID))
                .where(
                        whose,
                        DEVICE.KIND.eq(DeviceKind.DOOR.name()),
                        DEVICE_EVENT.KIND.in(KINDS),
                        DEVICE_EVENT.AT.ge(Tx.utc(from)),
                        DEVICE_EVENT.AT.lt(Tx.utc(until)))
                .orderBy(DEVICE_EVENT.AT.desc(), DEVICE_EVENT.SEQ.desc())
                .limit(MOST)
                .fetch(PassageStore::read);
    }

    private static Passage read(Record row) {
        var person = row.get(MEDIUM.PERSON_ID);
        var why =
                Json.tree(row.get(DEVICE_EVENT.CONTENT).getBytes(StandardCharsets.UTF_8))
                        .path("why")
                        .asText("");
        return new Passage(
                new DeviceId(row.get(DEVICE.ID)),
                row.get(DEVICE.LABEL),
                Tx.instant(row.get(DEVICE_EVENT.AT)),
                person == null ? null : new PersonId(person),
                row.get(DEVICE_EVENT.KIND),
                why,
                row.get(DEVICE_EVENT.LATE));
    }
}
