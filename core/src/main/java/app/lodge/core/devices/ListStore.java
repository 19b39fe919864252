package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.LIST_ENTRY;
import static app.lodge.core.books.tables.Tables.LIST_STATE;

import app.lodge.core.books.Tx;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Rows of the numbered lists that devices hold. An entry's row says from which version on, and up to
/// which, it belongs to the list; versions count from 1, the empty list.
final class ListStore {

    static final String BLOCK = "block";
    static final String ALLOW = "allow";
    static final String PRICE = "price";
    static final String PIN = "pin";

    /// Who may do what at a safe.
    static final String USERS = "users";

    /// The version of a list that has just begun.
    static final long EMPTY = 1;

    private static final String GROUPS = "groups:";

    private ListStore() {}

    /// In the order of delivery: a block goes out first.
    static List<String> of(DeviceKind kind) {
        return switch (kind) {
            case PAYMENT_POINT, KIOSK, PHONE -> List.of(BLOCK, ALLOW);
            case LOCKER_CABINET -> List.of(ALLOW);
            case SAFE -> List.of(USERS);
            case DOOR, PORTAL -> List.of();
        };
    }

    /// Those of credentials that a device was given, which its template may have made fewer; in the order of
    /// delivery.
    static List<State> ofCredentials(List<State> states) {
        return states.stream()
                .filter(state -> !state.name().equals(PRICE) && !state.name().equals(PIN))
                .toList();
    }

    static void begin(Tx tx, DeviceId id, List<String> lists) {
        for (var list : lists) {
            begin(tx, id, list);
        }
    }

    static void begin(Tx tx, DeviceId id, String list) {
        tx.sql()
                .insertInto(LIST_STATE)
                .set(LIST_STATE.DEVICE_ID, id.number())
                .set(LIST_STATE.LIST, list)
                .set(LIST_STATE.VERSION, EMPTY)
                .set(LIST_STATE.CHANGED_AT, tx.nowUtc())
                .set(LIST_STATE.CONFIRMED_VERSION, 0L)
                .execute();
    }

    /// @param confirmedAt null before the first time
    record State(String name, long version, long confirmed, @Nullable Instant confirmedAt) {}

    static List<State> states(DSLContext sql, DeviceId id) {
        return states(sql, LIST_STATE.DEVICE_ID.eq(id.number()))
                .getOrDefault(id.number(), List.of());
    }

    /// Device → its lists, of all devices.
    static Map<Long, List<State>> states(DSLContext sql) {
        return states(sql, LIST_STATE.DEVICE_ID.isNotNull());
    }

    private static Map<Long, List<State>> states(DSLContext sql, Condition which) {
        var states =
                sql.select(
                                LIST_STATE.DEVICE_ID,
                                LIST_STATE.LIST,
                                LIST_STATE.VERSION,
                                LIST_STATE.CONFIRMED_VERSION,
                                LIST_STATE.CONFIRMED_AT)
                        .from(LIST_STATE)
                        .where(which)
                        .fetchGroups(
                                LIST_STATE.DEVICE_ID,
                                row ->
                                        new State(
                                                row.value2(),
                                                row.value3(),
                                                row.value4(),
                                                row.value5() == null
                                                        ? null
                                                        : Tx.instant(row.value5())));
        states.replaceAll((_, ofOne) ->
                ofOne.stream()
                        .sorted(Comparator.comparing(state -> !state.name().equals(BLOCK)))
                        .toList());
        return states;
    }

    /// Names of devices with a list that they have not confirmed.
    static Set<String> behind(DSLContext sql) {
        return sql.selectDistinct(DEVICE.NAME)
                .from(DEVICE)
                .join(LIST_STATE)
                .on(LIST_STATE.DEVICE_ID.eq(DEVICE.ID))
                .where(LIST_STATE.CONFIRMED_VERSION.ne(LIST_STATE.VERSION))
                .fetchSet(DEVICE.NAME);
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

    /// One list of one device.
    record Place(long device, String list) {}

    /// The same of some credentials, in all lists of all devices, asked at once.
    static Map<Place, Map<String, String>> present(DSLContext sql, Collection<String> credentials) {
        var present = new HashMap<Place, Map<String, String>>();
        sql.select(LIST_ENTRY.DEVICE_ID, LIST_ENTRY.LIST, LIST_ENTRY.CREDENTIAL, LIST_ENTRY.CONTENT)
                .from(LIST_STATE)
                .join(LIST_ENTRY)
                .on(
                        LIST_ENTRY.DEVICE_ID.eq(LIST_STATE.DEVICE_ID),
                        LIST_ENTRY.LIST.eq(LIST_STATE.LIST))
                .where(LIST_ENTRY.CREDENTIAL.in(credentials), LIST_ENTRY.REMOVED_VERSION.isNull())
                .forEach(row ->
                        present.computeIfAbsent(
                                        new Place(row.value1(), row.value2()), _ -> new HashMap<>())
                                .put(row.value3(), row.value4()));
        return present;
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

    /// Below this version it is no longer known what was removed.
    static long purged(DSLContext sql, DeviceId id, String list) {
        return sql.select(LIST_STATE.PURGED_VERSION)
                .from(LIST_STATE)
                .where(LIST_STATE.DEVICE_ID.eq(id.number()), LIST_STATE.LIST.eq(list))
                .fetchOptional(LIST_STATE.PURGED_VERSION)
                .orElse(0L);
    }

    static long version(DSLContext sql, DeviceId id, String list) {
        return sql.select(LIST_STATE.VERSION)
                .from(LIST_STATE)
                .where(LIST_STATE.DEVICE_ID.eq(id.number()), LIST_STATE.LIST.eq(list))
                .fetchOptional(LIST_STATE.VERSION)
                .orElse(0L);
    }

    /// How groups stand in an entry, apart from compartments.
    static String groups(List<Long> groups) {
        return groups.isEmpty()
                ? ""
                : GROUPS + groups.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    static ListDelta.Entry entry(String credential, String content) {
        var right = DeviceRight.read(content).orElse(null);
        if (right != null) {
            return new ListDelta.Entry(credential, List.of(), List.of(), right);
        }
        return content.startsWith(GROUPS)
                ? new ListDelta.Entry(
                        credential,
                        List.of(),
                        numbers(content.substring(GROUPS.length()), Long::valueOf))
                : new ListDelta.Entry(credential, numbers(content, Integer::valueOf), List.of());
    }

    private static <N> List<N> numbers(String content, Function<String, N> number) {
        return content.isEmpty()
                ? List.of()
                : Arrays.stream(content.split(",")).map(number).toList();
    }
}
