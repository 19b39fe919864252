package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.COMPARTMENT_ASSIGNMENT;
import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.HOLDER_PIN;
import static app.lodge.core.books.tables.Tables.LIST_ENTRY;
import static app.lodge.core.books.tables.Tables.LIST_STATE;
import static app.lodge.core.books.tables.Tables.MEDIUM;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import app.lodge.core.books.Tx;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// The rows of compartments and lists that an erasure takes away.
final class FieldRemovalStore {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private FieldRemovalStore() {}

    /// Takes the person off the lists of safes, too.
    ///
    /// @return how many compartments were the person's
    static int releaseCompartments(Tx tx, long person) {
        var held =
                tx.sql()
                        .select(
                                COMPARTMENT_ASSIGNMENT.DEVICE_ID,
                                COMPARTMENT_ASSIGNMENT.COMPARTMENT)
                        .from(COMPARTMENT_ASSIGNMENT)
                        .where(COMPARTMENT_ASSIGNMENT.PERSON_ID.eq(person))
                        .fetch();
        held.forEach(row -> {
            var cabinet = new DeviceId(row.value1());
            AssignmentStore.delete(tx, cabinet, row.value2());
            tx.journal(
                    "compartment.released",
                    BookedDevices.subject(cabinet),
                    Map.of("compartment", row.value2(), "person", person));
        });
        for (var safe : DeviceUserStore.forget(tx, person)) {
            tx.journal(
                    "device-user.removed", BookedDevices.subject(safe), Map.of("person", person));
        }
        return held.size();
    }

    /// Takes a person's PIN out of the books and off the cabinets' lists, while the compartments are theirs yet.
    ///
    /// @return the lists that must be confirmed before the devices have forgotten
    static List<FieldRemoval.Awaited> forgetPin(Tx tx, long person) {
        var had = tx.sql().deleteFrom(HOLDER_PIN).where(HOLDER_PIN.PERSON_ID.eq(person)).execute();
        if (had == 0) {
            return List.of();
        }
        var sql = tx.sql();
        PinListStore.refresh(tx, DeviceStore.inTheField(sql));
        return awaited(
                sql,
                LIST_ENTRY
                        .LIST
                        .eq(ListStore.PIN)
                        .and(
                                LIST_ENTRY.DEVICE_ID.in(
                                        select(COMPARTMENT_ASSIGNMENT.DEVICE_ID)
                                                .from(COMPARTMENT_ASSIGNMENT)
                                                .where(
                                                        COMPARTMENT_ASSIGNMENT.PERSON_ID.eq(
                                                                person)))));
    }

    /// Works the lists out again for credentials that are nobody's any more.
    ///
    /// @return the lists that must be confirmed before the devices have forgotten
    static List<FieldRemoval.Awaited> refresh(Tx tx, Collection<String> credentials) {
        if (credentials.isEmpty()) {
            return List.of();
        }
        var sql = tx.sql();
        FieldListStore.refresh(tx, credentials, DeviceStore.inTheField(sql));
        return awaited(sql, LIST_ENTRY.CREDENTIAL.in(credentials));
    }

    private static List<FieldRemoval.Awaited> awaited(DSLContext sql, Condition which) {
        return sql.select(
                        LIST_ENTRY.DEVICE_ID,
                        DEVICE.NAME,
                        LIST_ENTRY.LIST,
                        max(LIST_ENTRY.REMOVED_VERSION))
                .from(LIST_ENTRY)
                .join(DEVICE)
                .on(DEVICE.ID.eq(LIST_ENTRY.DEVICE_ID))
                .where(which)
                .and(LIST_ENTRY.REMOVED_VERSION.isNotNull())
                .groupBy(LIST_ENTRY.DEVICE_ID, DEVICE.NAME, LIST_ENTRY.LIST)
                .orderBy(DEVICE.NAME, LIST_ENTRY.LIST)
                .fetch(row ->
                        new FieldRemoval.Awaited(
                                row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /// Drops removed entries that their device has confirmed, if their chip is nobody's: the list's
    /// versions up to there can no longer be told apart, so a device that falls behind gets all of it.
    ///
    /// @return how many rows went
    static int purge(Tx tx) {
        var sql = tx.sql();
        var gone = 0;
        var lists =
                sql.select(LIST_STATE.DEVICE_ID, LIST_STATE.LIST, LIST_STATE.CONFIRMED_VERSION)
                        .from(LIST_STATE)
                        .where(
                                LIST_STATE.CONFIRMED_VERSION.gt(LIST_STATE.PURGED_VERSION),
                                LIST_STATE.LIST.ne(ListStore.PRICE))
                        .fetch();
        for (var list : lists) {
            var mine =
                    LIST_ENTRY
                            .DEVICE_ID
                            .eq(list.value1())
                            .and(LIST_ENTRY.LIST.eq(list.value2()))
                            .and(LIST_ENTRY.REMOVED_VERSION.le(list.value3()));
            var nobodys =
                    sql
                            .selectDistinct(LIST_ENTRY.CREDENTIAL)
                            .from(LIST_ENTRY)
                            .where(mine)
                            .fetch(LIST_ENTRY.CREDENTIAL)
                            .stream()
                            .filter(entry ->
                                    list.value2().equals(ListStore.PIN) || unknown(sql, entry))
                            .toList();
            if (!nobodys.isEmpty()) {
                gone +=
                        sql.deleteFrom(LIST_ENTRY)
                                .where(mine)
                                .and(LIST_ENTRY.CREDENTIAL.in(nobodys))
                                .execute();
                sql.update(LIST_STATE)
                        .set(LIST_STATE.PURGED_VERSION, list.value3())
                        .where(LIST_STATE.DEVICE_ID.eq(list.value1()))
                        .and(LIST_STATE.LIST.eq(list.value2()))
                        .execute();
            }
        }
        return gone;
    }

    private static boolean unknown(DSLContext sql, String credential) {
        return !sql.fetchExists(
                select(MEDIUM.ID).from(MEDIUM).where(MEDIUM.UID.eq(HEX.parseHex(credential))));
    }
}
