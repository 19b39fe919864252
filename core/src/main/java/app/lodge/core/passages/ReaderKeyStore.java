package app.lodge.core.passages;

import static app.lodge.core.books.tables.Tables.DOOR_READER_KEY;

import app.lodge.core.books.Tx;
import app.lodge.core.devices.DeviceId;
import java.util.Optional;
import org.jooq.DSLContext;

/// The rows of readers' sealed keys.
final class ReaderKeyStore {

    private ReaderKeyStore() {}

    static Optional<byte[]> own(DSLContext sql, DeviceId door) {
        return sql.select(DOOR_READER_KEY.OWN)
                .from(DOOR_READER_KEY)
                .where(DOOR_READER_KEY.DEVICE_ID.eq(door.number()), DOOR_READER_KEY.OWN.isNotNull())
                .fetchOptional(DOOR_READER_KEY.OWN);
    }

    static Optional<byte[]> offered(DSLContext sql, DeviceId door) {
        return sql.select(DOOR_READER_KEY.OFFERED)
                .from(DOOR_READER_KEY)
                .where(
                        DOOR_READER_KEY.DEVICE_ID.eq(door.number()),
                        DOOR_READER_KEY.OFFERED.isNotNull())
                .fetchOptional(DOOR_READER_KEY.OFFERED);
    }

    static void offer(Tx tx, DeviceId door, byte[] sealed) {
        var changed =
                tx.sql()
                        .update(DOOR_READER_KEY)
                        .set(DOOR_READER_KEY.OFFERED, sealed)
                        .set(DOOR_READER_KEY.CHANGED_AT, tx.nowUtc())
                        .where(DOOR_READER_KEY.DEVICE_ID.eq(door.number()))
                        .execute();
        if (changed == 0) {
            tx.sql()
                    .insertInto(DOOR_READER_KEY)
                    .set(DOOR_READER_KEY.DEVICE_ID, door.number())
                    .set(DOOR_READER_KEY.OFFERED, sealed)
                    .set(DOOR_READER_KEY.CHANGED_AT, tx.nowUtc())
                    .execute();
        }
    }

    static void confirm(Tx tx, DeviceId door) {
        tx.sql()
                .update(DOOR_READER_KEY)
                .set(DOOR_READER_KEY.OWN, DOOR_READER_KEY.OFFERED)
                .setNull(DOOR_READER_KEY.OFFERED)
                .set(DOOR_READER_KEY.CHANGED_AT, tx.nowUtc())
                .where(
                        DOOR_READER_KEY.DEVICE_ID.eq(door.number()),
                        DOOR_READER_KEY.OFFERED.isNotNull())
                .execute();
    }
}
