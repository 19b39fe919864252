package app.lodge.core.devices;

import app.lodge.core.books.Change;
import app.lodge.core.books.Tx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The version of a list that is to be held, and the one that a device says it holds.
///
/// A block moves the lists of every device, so its rows wait and go to the database as three statements,
/// however many devices there are.
final class ListVersionStore {

    private static final Change INSERT_ENTRY =
            Change.insert(
                    "list_entry",
                    "device_id bigint",
                    "list varchar",
                    "credential varchar",
                    "content varchar",
                    "since_version bigint");

    /// Ends what stood before the version. The entry that takes its place may be told first, with those of
    /// other devices, and stays.
    private static final Change END_ENTRY =
            new Change(
                    "update list_entry set removed_version = ? where device_id = ? and list = ? and credential = ?"
                            + " and removed_version is null and since_version < ?",
                    "update list_entry set removed_version = n.version"
                            + " from unnest(?::bigint[], ?::bigint[], ?::varchar[], ?::varchar[], ?::bigint[])"
                            + " as n (version, device, list, credential, before)"
                            + " where list_entry.device_id = n.device and list_entry.list = n.list"
                            + " and list_entry.credential = n.credential and list_entry.removed_version is null"
                            + " and list_entry.since_version < n.before",
                    List.of("bigint", "bigint", "varchar", "varchar", "bigint"));

    private static final Change MOVE =
            new Change(
                    "update list_state set version = ?, changed_at = ? where device_id = ? and list = ?",
                    "update list_state set version = n.version, changed_at = n.at"
                            + " from unnest(?::bigint[], ?::timestamp[], ?::bigint[], ?::varchar[]) as n (version, at, device, list)"
                            + " where list_state.device_id = n.device and list_state.list = n.list",
                    List.of("bigint", "timestamp", "bigint", "varchar"));

    private ListVersionStore() {}

    /// Makes the list's next version if anything differs.
    ///
    /// @param version of the list as it stands
    /// @param changes credential → content, or null where it must not be in the list
    /// @param before present entries, at least those of the credentials in question
    static boolean move(
            Tx tx,
            ListStore.Place place,
            long version,
            Map<String, @Nullable String> changes,
            Map<String, String> before) {
        var different = new HashMap<String, @Nullable String>(changes);
        different
                .entrySet()
                .removeIf(change -> {
                    var wanted = change.getValue();
                    var held = before.get(change.getKey());
                    return wanted == null ? held == null : wanted.equals(held);
                });
        if (different.isEmpty()) {
            return false;
        }
        var next = version + 1;
        var rows = tx.statements();
        different.forEach((credential, content) -> {
            if (before.containsKey(credential)) {
                rows.later(END_ENTRY, next, place.device(), place.list(), credential, next);
            }
            if (content != null) {
                rows.later(INSERT_ENTRY, place.device(), place.list(), credential, content, next);
            }
        });
        rows.later(MOVE, next, tx.nowUtc(), place.device(), place.list());
        return true;
    }

    /// @param state as it stands
    /// @return whether the confirmed version moved
    static boolean confirm(Tx tx, DeviceId id, ListStore.State state, long held) {
        // a version that the books never gave is none
        var confirmed = held < 0 || held > state.version() ? 0 : held;
        if (confirmed == state.confirmed()) {
            return false;
        }
        tx.statements()
                .later(
                        "update list_state set confirmed_version = ?, confirmed_at = ?"
                                + " where device_id = ? and list = ?",
                        confirmed,
                        tx.nowUtc(),
                        id.number(),
                        state.name());
        return true;
    }
}
