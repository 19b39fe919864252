package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.LIST_ENTRY;
import static app.lodge.core.books.tables.Tables.LIST_STATE;

import app.lodge.core.books.Tx;
import app.lodge.core.devices.FieldBooks.ListStand;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Rows of the numbered lists that devices hold. An entry's row says from which version on, and up to
/// which, it belongs to the list; versions count from 1, the empty list.
final class ListStore {

    static final String BLOCK = "block";
    static final String ALLOW = "allow";

    private ListStore() {}

    /// In the order of delivery: a block goes out first.
    static List<String> of(DeviceKind kind) {
        return switch (kind) {
            case PAYMENT_POINT -> List.of(BLOCK, ALLOW);
            case LOCKER_CABINET -> List.of(ALLOW);
            case DOOR -> List.of();
        };
    }

    static void begin(Tx tx, DeviceId id, DeviceKind kind) {
        for (var list : of(kind)) {
            tx.sql()
                    .insertInto(LIST_STATE)
                    .set(LIST_STATE.DEVICE_ID, id.number())
                    .set(LIST_STATE.LIST, list)
                    .set(LIST_STATE.VERSION, 1L)
                    .set(LIST_STATE.CHANGED_AT, tx.nowUtc())
                    .set(LIST_STATE.CONFIRMED_VERSION, 0L)
                    .execute();
        }
    }

    /// @param confirmedAt null before the first time
    record State(String name, long version, long confirmed, @Nullable Instant confirmedAt) {
        ListStand asStand() {
            return new ListStand(name, version, confirmed);
        }
    }

    static List<State> states(DSLContext sql, DeviceId id) {
        return sql
                .select(
                        LIST_STATE.LIST,
                        LIST_STATE.VERSION,
                        LIST_STATE.CONFIRMED_VERSION,
                        LIST_STATE.CONFIRMED_AT)
                .from(LIST_STATE)
                .where(LIST_STATE.DEVICE_ID.eq(id.number()))
                .fetch(row ->
                        new State(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4() == null ? null : Tx.instant(row.value4())))
                .stream()
                .sorted(Comparator.comparing(state -> !state.name().equals(BLOCK)))
                .toList();
    }

    static long entries(DSLContext sql, DeviceId id, String list) {
        return sql.fetchCount(
                LIST_ENTRY,
                LIST_ENTRY.DEVICE_ID.eq(id.number()),
                LIST_ENTRY.LIST.eq(list),
                LIST_ENTRY.REMOVED_VERSION.isNull());
    }

    /// Credential → content of the present entries.
    static Map<String, String> present(DSLContext sql, DeviceId id, String list) {
        return sql.select(LIST_ENTRY.CREDENTIAL, LIST_ENTRY.CONTENT)
                .from(LIST_ENTRY)
                .where(
                        LIST_ENTRY.DEVICE_ID.eq(id.number()),
                        LIST_ENTRY.LIST.eq(list),
                        LIST_ENTRY.REMOVED_VERSION.isNull())
                .fetchMap(LIST_ENTRY.CREDENTIAL, LIST_ENTRY.CONTENT);
    }

    static Optional<String> present(DSLContext sql, DeviceId id, String list, String credential) {
        return sql.select(LIST_ENTRY.CONTENT)
                .from(LIST_ENTRY)
                .where(
                        LIST_ENTRY.DEVICE_ID.eq(id.number()),
                        LIST_ENTRY.LIST.eq(list),
                        LIST_ENTRY.CREDENTIAL.eq(credential),
                        LIST_ENTRY.REMOVED_VERSION.isNull())
                .fetchOptional(LIST_ENTRY.CONTENT);
    }

    /// The newest row of a credential.
    record Trace(String content, long since, @Nullable Long removed) {}

    static Optional<Trace> trace(DSLContext sql, DeviceId id, String list, String credential) {
        return sql.select(LIST_ENTRY.CONTENT, LIST_ENTRY.SINCE_VERSION, LIST_ENTRY.REMOVED_VERSION)
                .from(LIST_ENTRY)
                .where(
                        LIST_ENTRY.DEVICE_ID.eq(id.number()),
                        LIST_ENTRY.LIST.eq(list),
                        LIST_ENTRY.CREDENTIAL.eq(credential))
                .orderBy(LIST_ENTRY.SINCE_VERSION.desc())
                .limit(1)
                .fetchOptional(row -> new Trace(row.value1(), row.value2(), row.value3()));
    }

    /// Makes the list's next version if anything differs.
    ///
    /// @param changes credential → content, or null where it must not be in the list
    /// @param before present entries, at least those of the credentials in question
    static boolean apply(
            Tx tx,
            DeviceId id,
            String list,
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
        var sql = tx.sql();
        var version = version(sql, id, list) + 1;
        different.forEach((credential, content) -> {
            if (before.containsKey(credential)) {
                sql.update(LIST_ENTRY)
                        .set(LIST_ENTRY.REMOVED_VERSION, version)
                        .where(
                                LIST_ENTRY.DEVICE_ID.eq(id.number()),
                                LIST_ENTRY.LIST.eq(list),
                                LIST_ENTRY.CREDENTIAL.eq(credential),
                                LIST_ENTRY.REMOVED_VERSION.isNull())
                        .execute();
            }
            if (content != null) {
                sql.insertInto(LIST_ENTRY)
                        .set(LIST_ENTRY.DEVICE_ID, id.number())
                        .set(LIST_ENTRY.LIST, list)
                        .set(LIST_ENTRY.CREDENTIAL, credential)
                        .set(LIST_ENTRY.CONTENT, content)
                        .set(LIST_ENTRY.SINCE_VERSION, version)
                        .execute();
            }
        });
        sql.update(LIST_STATE)
                .set(LIST_STATE.VERSION, version)
                .set(LIST_STATE.CHANGED_AT, tx.nowUtc())
                .where(LIST_STATE.DEVICE_ID.eq(id.number()), LIST_STATE.LIST.eq(list))
                .execute();
        return true;
    }

    static ListDelta delta(DSLContext sql, DeviceId id, String list, long base) {
        var version = version(sql, id, list);
        var from = base < purged(sql, id, list) || base > version ? 0 : base;
        var add =
                sql.select(LIST_ENTRY.CREDENTIAL, LIST_ENTRY.CONTENT)
                        .from(LIST_ENTRY)
                        .where(
                                LIST_ENTRY.DEVICE_ID.eq(id.number()),
                                LIST_ENTRY.LIST.eq(list),
                                LIST_ENTRY.SINCE_VERSION.gt(from),
                                LIST_ENTRY.REMOVED_VERSION.isNull())
                        .orderBy(LIST_ENTRY.CREDENTIAL)
                        .fetch(row -> new ListDelta.Entry(row.value1(), numbers(row.value2())));
        var live = LIST_ENTRY.as("live");
        var remove =
                from == 0
                        ? List.<String>of()
                        : sql.selectDistinct(LIST_ENTRY.CREDENTIAL)
                                .from(LIST_ENTRY)
                                .where(
                                        LIST_ENTRY.DEVICE_ID.eq(id.number()),
                                        LIST_ENTRY.LIST.eq(list),
                                        LIST_ENTRY.REMOVED_VERSION.gt(from),
                                        LIST_ENTRY.CREDENTIAL.notIn(
                                                sql.select(live.CREDENTIAL)
                                                        .from(live)
                                                        .where(
                                                                live.DEVICE_ID.eq(id.number()),
                                                                live.LIST.eq(list),
                                                                live.REMOVED_VERSION.isNull())))
                                .orderBy(LIST_ENTRY.CREDENTIAL)
                                .fetch(LIST_ENTRY.CREDENTIAL);
        return new ListDelta(list, version, from, add, remove);
    }

    /// @return whether the confirmed version moved
    static boolean confirm(Tx tx, DeviceId id, String list, long held) {
        var known = Math.min(version(tx.sql(), id, list), Math.max(0, held));
        var confirmed = known == held ? held : 0; // a version that the books never gave is none
        return tx.sql()
                        .update(LIST_STATE)
                        .set(LIST_STATE.CONFIRMED_VERSION, confirmed)
                        .set(LIST_STATE.CONFIRMED_AT, tx.nowUtc())
                        .where(
                                LIST_STATE.DEVICE_ID.eq(id.number()),
                                LIST_STATE.LIST.eq(list),
                                LIST_STATE.CONFIRMED_VERSION.ne(confirmed))
                        .execute()
                > 0;
    }

    /// Below this version it is no longer known what was removed.
    private static long purged(DSLContext sql, DeviceId id, String list) {
        return sql.select(LIST_STATE.PURGED_VERSION)
                .from(LIST_STATE)
                .where(LIST_STATE.DEVICE_ID.eq(id.number()), LIST_STATE.LIST.eq(list))
                .fetchOptional(LIST_STATE.PURGED_VERSION)
                .orElse(0L);
    }

    private static long version(DSLContext sql, DeviceId id, String list) {
        return sql.select(LIST_STATE.VERSION)
                .from(LIST_STATE)
                .where(LIST_STATE.DEVICE_ID.eq(id.number()), LIST_STATE.LIST.eq(list))
                .fetchOptional(LIST_STATE.VERSION)
                .orElse(0L);
    }

    private static List<Integer> numbers(String content) {
        return content.isEmpty()
                ? List.of()
                : Arrays.stream(content.split(",")).map(Integer::valueOf).toList();
    }
}
