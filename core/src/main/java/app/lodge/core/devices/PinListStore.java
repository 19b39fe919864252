package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.COMPARTMENT_ASSIGNMENT;
import static app.lodge.core.books.tables.Tables.HOLDER_PIN;
import static app.lodge.core.books.tables.Tables.LIST_ENTRY;
import static app.lodge.core.books.tables.Tables.PERSON;

import app.lodge.core.books.Fact;
import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/// Cabinets' lists of PINs, compartment by compartment (LOCK-28, LOCK-29). Only a cabinet that asks for PINs
/// has one. An entry names the PIN by its reference; the digest is looked up when the list goes out.
final class PinListStore {

    private static final String CONFIGURED = "device.configured";

    private PinListStore() {}

    /// Whether a committed fact may have changed what is on such a list.
    static boolean mayChange(Fact fact) {
        return mayChange(fact.kind());
    }

    static boolean mayChange(String kind) {
        return kind.startsWith("holder-pin.") || kind.contains("block") || kind.equals(CONFIGURED);
    }

    /// Brings PINs to the given devices' lists.
    ///
    /// @return names of the devices whose lists changed
    static List<String> refresh(Tx tx, Collection<FieldDevice> devices) {
        var wanted = wanted(tx.sql());
        var states = ListStore.states(tx.sql());
        var changed = new ArrayList<String>();
        for (var device : devices) {
            var number = device.id().number();
            var has =
                    states.getOrDefault(number, List.of()).stream()
                            .anyMatch(state -> state.name().equals(ListStore.PIN));
            if (device.kind() == DeviceKind.LOCKER_CABINET
                    && (has || wanted.containsKey(number))
                    && WholeListStore.replace(
                            tx,
                            device.id(),
                            ListStore.PIN,
                            asks(tx.sql(), device.id())
                                    ? wanted.getOrDefault(number, Map.of())
                                    : Map.of())) {
                changed.add(device.name());
            }
        }
        return changed;
    }

    private static boolean asks(DSLContext sql, DeviceId id) {
        return DeviceStore.find(sql, id)
                .filter(row -> IdentifyBy.of(row.desired()).asksPins())
                .isPresent();
    }

    /// Cabinet → compartment → reference, of people who are not blocked.
    private static Map<Long, Map<String, String>> wanted(DSLContext sql) {
        var wanted = new HashMap<Long, Map<String, String>>();
        sql.select(
                        COMPARTMENT_ASSIGNMENT.DEVICE_ID,
                        COMPARTMENT_ASSIGNMENT.COMPARTMENT,
                        HOLDER_PIN.REFERENCE)
                .from(HOLDER_PIN)
                .join(COMPARTMENT_ASSIGNMENT)
                .on(COMPARTMENT_ASSIGNMENT.PERSON_ID.eq(HOLDER_PIN.PERSON_ID))
                .join(PERSON)
                .on(PERSON.ID.eq(HOLDER_PIN.PERSON_ID))
                .where(PERSON.STATE.eq(PersonState.ACTIVE.name()))
                .forEach(row ->
                        wanted.computeIfAbsent(row.value1(), _ -> new HashMap<>())
                                .put(Integer.toString(row.value2()), row.value3()));
        return wanted;
    }

    /// A PIN that went after the list was made is left out: the next version says so.
    static PinDelta delta(DSLContext sql, DeviceId id, long base) {
        var version = ListStore.version(sql, id, ListStore.PIN);
        var from = WholeListStore.from(sql, id, ListStore.PIN, base, version);
        var add =
                sql.select(LIST_ENTRY.CREDENTIAL, HOLDER_PIN.DIGEST)
                        .from(LIST_ENTRY)
                        .join(HOLDER_PIN)
                        .on(HOLDER_PIN.REFERENCE.eq(LIST_ENTRY.CONTENT))
                        .where(WholeListStore.added(id, ListStore.PIN, from))
                        .orderBy(LIST_ENTRY.SINCE_VERSION, LIST_ENTRY.CREDENTIAL)
                        .fetch(row ->
                                new PinDelta.Entry(Integer.parseInt(row.value1()), row.value2()));
        var remove = WholeListStore.removed(sql, id, ListStore.PIN, from, Integer::valueOf);
        return new PinDelta(version, from, add, remove);
    }

    /// Whose compartment it is.
    ///
    /// @param blocked whether nothing of theirs opens
    /// @param pin whether they have one
    record Keeper(boolean blocked, boolean pin) {}

    static Optional<Keeper> keeper(DSLContext sql, DeviceId id, int compartment) {
        return sql.select(PERSON.STATE, HOLDER_PIN.REFERENCE)
                .from(COMPARTMENT_ASSIGNMENT)
                .join(PERSON)
                .on(PERSON.ID.eq(COMPARTMENT_ASSIGNMENT.PERSON_ID))
                .leftJoin(HOLDER_PIN)
                .on(HOLDER_PIN.PERSON_ID.eq(PERSON.ID))
                .where(
                        COMPARTMENT_ASSIGNMENT.DEVICE_ID.eq(id.number()),
                        COMPARTMENT_ASSIGNMENT.COMPARTMENT.eq(compartment))
                .fetchOptional(row ->
                        new Keeper(
                                !row.value1().equals(PersonState.ACTIVE.name()),
                                row.value2() != null));
    }
}
