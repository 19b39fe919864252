package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.DEVICE_USER;

import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// Rows of who may do what at a safe.
final class DeviceUserStore {

    private DeviceUserStore() {}

    /// @param removed whether the person was taken off
    record Row(DeviceId safe, PersonId person, DeviceRight right, boolean removed) {}

    static List<Row> of(DSLContext sql, DeviceId safe) {
        return rows(sql, DEVICE_USER.DEVICE_ID.eq(safe.number()));
    }

    static Optional<Row> find(DSLContext sql, DeviceId safe, PersonId person) {
        return rows(
                        sql,
                        DEVICE_USER
                                .DEVICE_ID
                                .eq(safe.number())
                                .and(DEVICE_USER.PERSON_ID.eq(person.number())))
                .stream()
                .findFirst();
    }

    /// Person → what stands in the safe's list.
    static Map<Long, String> contents(DSLContext sql, DeviceId safe) {
        var contents = new HashMap<Long, String>();
        of(sql, safe).stream()
                .filter(row -> !row.removed())
                .forEach(row -> contents.put(row.person().number(), row.right().content()));
        return contents;
    }

    static void put(Tx tx, DeviceId safe, PersonId person, DeviceRight right) {
        var until = right.until() == null ? null : Tx.utc(right.until());
        tx.sql()
                .insertInto(DEVICE_USER)
                .set(DEVICE_USER.DEVICE_ID, safe.number())
                .set(DEVICE_USER.PERSON_ID, person.number())
                .set(DEVICE_USER.DUTIES, right.duties())
                .set(DEVICE_USER.VALID_FROM, Tx.utc(right.from()))
                .set(DEVICE_USER.VALID_UNTIL, until)
                .onConflict(DEVICE_USER.DEVICE_ID, DEVICE_USER.PERSON_ID)
                .doUpdate()
                .set(DEVICE_USER.DUTIES, right.duties())
                .set(DEVICE_USER.VALID_FROM, Tx.utc(right.from()))
                .set(DEVICE_USER.VALID_UNTIL, until)
                .setNull(DEVICE_USER.REMOVED_AT)
                .execute();
    }

    static void remove(Tx tx, DeviceId safe, PersonId person) {
        tx.sql()
                .update(DEVICE_USER)
                .set(DEVICE_USER.REMOVED_AT, tx.nowUtc())
                .where(
                        DEVICE_USER.DEVICE_ID.eq(safe.number()),
                        DEVICE_USER.PERSON_ID.eq(person.number()))
                .execute();
    }

    /// Takes the person's rows away: nobody is to find them any more.
    ///
    /// @return the safes that they were for
    static List<DeviceId> forget(Tx tx, long person) {
        var safes =
                rows(tx.sql(), DEVICE_USER.PERSON_ID.eq(person)).stream().map(Row::safe).toList();
        tx.sql().deleteFrom(DEVICE_USER).where(DEVICE_USER.PERSON_ID.eq(person)).execute();
        return safes;
    }

    private static List<Row> rows(DSLContext sql, Condition which) {
        return sql.selectFrom(DEVICE_USER)
                .where(which)
                .orderBy(DEVICE_USER.DEVICE_ID, DEVICE_USER.PERSON_ID)
                .fetch(row -> {
                    var until = row.get(DEVICE_USER.VALID_UNTIL);
                    return new Row(
                            new DeviceId(row.get(DEVICE_USER.DEVICE_ID)),
                            new PersonId(row.get(DEVICE_USER.PERSON_ID)),
                            new DeviceRight(
                                    DeviceRight.duties(row.get(DEVICE_USER.DUTIES)),
                                    Tx.instant(row.get(DEVICE_USER.VALID_FROM)),
                                    until == null ? null : Tx.instant(until)),
                            row.get(DEVICE_USER.REMOVED_AT) != null);
                });
    }
}
