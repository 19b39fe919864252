package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.COMPARTMENT_ASSIGNMENT;
import static app.lodge.core.books.tables.Tables.DEVICE_ALARM;
import static app.lodge.core.books.tables.Tables.DEVICE_LEVEL;
import static app.lodge.core.books.tables.Tables.DEVICE_REPORT;
import static app.lodge.core.books.tables.Tables.LIST_STATE;
import static org.jooq.impl.DSL.count;

import app.lodge.core.books.Tx;
import app.lodge.core.devices.DeviceBoard.Fault;
import app.lodge.core.devices.DeviceBoard.Level;
import app.lodge.core.devices.DeviceBoard.OnDuty;
import app.lodge.core.devices.DeviceBoard.Presence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Rows of the board: each table is read once for all devices.
final class BoardStore {

    private static final long CLOCK_OFF_MILLIS = 60_000;

    private BoardStore() {}

    static List<DeviceBoard.Row> rows(DSLContext sql, Instant now) {
        var lists = lists(sql);
        var faults = faults(sql);
        var levels = levels(sql);
        var given = given(sql);
        var offsets = offsets(sql);
        var onDuty = OnDutyStore.all(sql);
        return DeviceStore.all(sql).stream()
                .map(row -> {
                    var id = row.device().id().number();
                    return row(
                            row,
                            now,
                            lists.getOrDefault(id, Lists.NONE),
                            faults.getOrDefault(id, List.of()),
                            levels(row, levels.getOrDefault(id, List.of()), given.get(id)),
                            offsets.getOrDefault(id, 0L),
                            onDuty.get(id));
                })
                .toList();
    }

    private static DeviceBoard.Row row(
            DeviceStore.Row row,
            Instant now,
            Lists lists,
            List<Fault> alarms,
            List<Level> levels,
            long offset,
            @Nullable OnDuty operator) {
        var report = row.report();
        var contact = report.lastContact();
        var faults = new ArrayList<>(alarms);
        if (!report.errors().isEmpty()) {
            faults.add(new Fault("REFUSED_CONFIGURATION", contact == null ? now : contact, 1));
        }
        var until = row.device().certificateUntil();
        if (until != null && until.isBefore(now)) {
            faults.add(new Fault("CERTIFICATE_EXPIRED", until, 1));
        }
        if (Math.abs(offset) > CLOCK_OFF_MILLIS) {
            faults.add(new Fault("CLOCK_OFF", contact == null ? now : contact, 1));
        }
        return new DeviceBoard.Row(
                row.device(),
                contact == null
                        ? Presence.NEVER
                        : report.online() ? Presence.ONLINE : Presence.OFFLINE,
                report.detail(),
                contact,
                offset,
                DeviceViewStore.sync(row),
                row.desiredVersion(),
                report.version(),
                faults,
                levels,
                lists.behind(),
                lists.behindSince(),
                lists.confirmedAt(),
                row.lastSeq(),
                report.program(),
                operator);
    }

    private static List<Level> levels(
            DeviceStore.Row row, List<Level> told, @Nullable Integer given) {
        var compartments = row.desired().get(DeviceSettings.COMPARTMENTS);
        if (compartments == null) {
            return told;
        }
        var levels = new ArrayList<>(told);
        levels.add(
                new Level(
                        DeviceBoard.COMPARTMENTS,
                        given == null ? 0 : given,
                        Long.parseLong(compartments)));
        return levels;
    }

    /// @param confirmedAt the earliest of the device's lists; null if one was never confirmed
    private record Lists(
            int behind, @Nullable Instant behindSince, @Nullable Instant confirmedAt, int all) {

        static final Lists NONE = new Lists(0, null, null, 0);

        Lists with(boolean late, Instant changedAt, @Nullable Instant confirmed) {
            return new Lists(
                    behind + (late ? 1 : 0),
                    late ? earlier(behindSince, changedAt) : behindSince,
                    all == 0 ? confirmed : earliest(confirmedAt, confirmed),
                    all + 1);
        }

        private static Instant earlier(@Nullable Instant one, Instant other) {
            return one == null || other.isBefore(one) ? other : one;
        }

        private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
            return one == null || other == null ? null : earlier(one, other);
        }
    }

    private static Map<Long, Lists> lists(DSLContext sql) {
        var lists = new java.util.HashMap<Long, Lists>();
        sql.select(
                        LIST_STATE.DEVICE_ID,
                        LIST_STATE.VERSION,
                        LIST_STATE.CONFIRMED_VERSION,
                        LIST_STATE.CHANGED_AT,
                        LIST_STATE.CONFIRMED_AT)
                .from(LIST_STATE)
                .forEach(row -> {
                    var confirmed = row.value5();
                    lists.merge(
                            row.value1(),
                            Lists.NONE.with(
                                    row.value3() < row.value2(),
                                    Tx.instant(row.value4()),
                                    confirmed == null ? null : Tx.instant(confirmed)),
                            (before, _) ->
                                    before.with(
                                            row.value3() < row.value2(),
                                            Tx.instant(row.value4()),
                                            confirmed == null ? null : Tx.instant(confirmed)));
                });
        return lists;
    }

    private static Map<Long, List<Fault>> faults(DSLContext sql) {
        return sql.selectFrom(DEVICE_ALARM)
                .where(DEVICE_ALARM.RAISED.isTrue())
                .orderBy(DEVICE_ALARM.AT)
                .fetchGroups(
                        DEVICE_ALARM.DEVICE_ID,
                        row ->
                                new Fault(
                                        row.get(DEVICE_ALARM.CODE),
                                        Tx.instant(row.get(DEVICE_ALARM.AT)),
                                        row.get(DEVICE_ALARM.TIMES)));
    }

    private static Map<Long, List<Level>> levels(DSLContext sql) {
        return sql.selectFrom(DEVICE_LEVEL)
                .orderBy(DEVICE_LEVEL.NAME)
                .fetchGroups(
                        DEVICE_LEVEL.DEVICE_ID,
                        row ->
                                new Level(
                                        row.get(DEVICE_LEVEL.NAME),
                                        row.get(DEVICE_LEVEL.USED),
                                        row.get(DEVICE_LEVEL.CAPACITY)));
    }

    private static Map<Long, Integer> given(DSLContext sql) {
        return sql.select(COMPARTMENT_ASSIGNMENT.DEVICE_ID, count())
                .from(COMPARTMENT_ASSIGNMENT)
                .groupBy(COMPARTMENT_ASSIGNMENT.DEVICE_ID)
                .fetchMap(COMPARTMENT_ASSIGNMENT.DEVICE_ID, row -> row.value2());
    }

    private static Map<Long, Long> offsets(DSLContext sql) {
        return sql.select(DEVICE_REPORT.DEVICE_ID, DEVICE_REPORT.CLOCK_OFFSET_MS)
                .from(DEVICE_REPORT)
                .where(DEVICE_REPORT.CLOCK_OFFSET_MS.isNotNull())
                .fetchMap(DEVICE_REPORT.DEVICE_ID, DEVICE_REPORT.CLOCK_OFFSET_MS);
    }
}
