package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.LIST_ENTRY;

import app.lodge.core.books.Tx;
import app.lodge.core.devices.ListStore.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Lists that are made anew as a whole, of prices and of PINs, and what leads a device from the version it
/// holds to the present one.
final class WholeListStore {

    private WholeListStore() {}

    /// Brings the list to these entries; one that would be empty from the first is not begun.
    ///
    /// @param entries name → content
    /// @return whether it changed
    static boolean replace(Tx tx, DeviceId id, String list, Map<String, String> entries) {
        var before = ListStore.present(tx.sql(), id, list);
        var wanted = new HashMap<String, @Nullable String>();
        before.keySet().forEach(name -> wanted.put(name, null));
        wanted.putAll(entries);
        if (wanted.isEmpty()) {
            return false;
        }
        var version = ListStore.version(tx.sql(), id, list);
        if (version == 0) {
            ListStore.begin(tx, id, list);
            version = ListStore.EMPTY;
        }
        return ListVersionStore.move(tx, new Place(id.number(), list), version, wanted, before);
    }

    /// Where a delta begins: what the device holds, or 0, the whole list, if that is not known, or no longer
    /// what has gone since.
    ///
    /// @param base the version that the device says it holds
    static long from(DSLContext sql, DeviceId id, String list, long base, long version) {
        return base < ListStore.purged(sql, id, list) || base > version ? 0 : base;
    }

    /// Entries that have come since and are there.
    static Condition added(DeviceId id, String list, long from) {
        return of(id, list)
                .and(LIST_ENTRY.SINCE_VERSION.gt(from))
                .and(LIST_ENTRY.REMOVED_VERSION.isNull());
    }

    /// What has gone since and has not come back, in order.
    ///
    /// @param number of an entry's name
    static <N extends Comparable<N>> List<N> removed(
            DSLContext sql, DeviceId id, String list, long from, Function<String, N> number) {
        if (from == 0) {
            return List.of();
        }
        var present = ListStore.present(sql, id, list).keySet();
        return sql
                .selectDistinct(LIST_ENTRY.CREDENTIAL)
                .from(LIST_ENTRY)
                .where(of(id, list), LIST_ENTRY.REMOVED_VERSION.gt(from))
                .fetch(LIST_ENTRY.CREDENTIAL)
                .stream()
                .filter(name -> !present.contains(name))
                .map(number)
                .sorted()
                .toList();
    }

    private static Condition of(DeviceId id, String list) {
        return LIST_ENTRY.DEVICE_ID.eq(id.number()).and(LIST_ENTRY.LIST.eq(list));
    }
}
