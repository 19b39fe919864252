package app.lodge.core.rollout;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.DEVICE_REPORT;
import static app.lodge.core.books.tables.Tables.FIELD_PACKAGE;
import static app.lodge.core.books.tables.Tables.ROLLOUT;
import static app.lodge.core.books.tables.Tables.ROLLOUT_DEVICE;
import static org.jooq.impl.DSL.count;

import app.lodge.core.books.Tx;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.rollout.Rollouts.Install;
import app.lodge.core.rollout.Rollouts.OnDevice;
import app.lodge.core.rollout.Rollouts.Order;
import app.lodge.core.rollout.Rollouts.Rollout;
import app.lodge.core.rollout.Rollouts.State;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/// Rows of roll-outs and of how far each device is.
final class RolloutStore {

    private RolloutStore() {}

    static long insert(Tx tx, Order order, List<List<OnDevice>> stages) {
        var number = tx.nextNumber(ROLLOUT.ID);
        var starts = order.startsAt();
        tx.sql()
                .insertInto(ROLLOUT)
                .set(ROLLOUT.ID, number)
                .set(ROLLOUT.PACKAGE_ID, order.packageNumber())
                .set(ROLLOUT.AIM, order.aim().code())
                .set(ROLLOUT.STATE, State.PLANNED.name())
                .set(ROLLOUT.STAGE, 0)
                .set(ROLLOUT.STAGES, stages.size())
                .set(ROLLOUT.STOP_PERCENT, order.stages().stopAtFailedPercent())
                .set(ROLLOUT.INSTALL, order.install().name())
                .set(ROLLOUT.STARTS_AT, Tx.utc(starts == null ? tx.now() : starts))
                .set(ROLLOUT.ENDS_AT, PackageStore.utc(order.endsAt()))
                .set(ROLLOUT.ORDERED_BY, tx.actor().operatorId())
                .set(ROLLOUT.ORDERED_AT, tx.nowUtc())
                .execute();
        for (var devices : stages) {
            for (var device : devices) {
                tx.sql()
                        .insertInto(ROLLOUT_DEVICE)
                        .set(ROLLOUT_DEVICE.ROLLOUT_ID, number)
                        .set(ROLLOUT_DEVICE.DEVICE_ID, device.device().number())
                        .set(ROLLOUT_DEVICE.STAGE, stages.indexOf(devices) + 1)
                        .set(ROLLOUT_DEVICE.STATE, DeviceProgress.WAITING.name())
                        .set(ROLLOUT_DEVICE.RECEIVED, 0L)
                        .set(ROLLOUT_DEVICE.DETAIL, "")
                        .set(ROLLOUT_DEVICE.VERSION_BEFORE, device.versionBefore())
                        .set(ROLLOUT_DEVICE.CHANGED_AT, tx.nowUtc())
                        .execute();
            }
        }
        return number;
    }

    static void state(Tx tx, long number, State state, int stage) {
        tx.sql()
                .update(ROLLOUT)
                .set(ROLLOUT.STATE, state.name())
                .set(ROLLOUT.STAGE, stage)
                .where(ROLLOUT.ID.eq(number))
                .execute();
    }

    /// Failures do not stop it any more: somebody looked at them.
    static void neverStop(Tx tx, long number) {
        tx.sql()
                .update(ROLLOUT)
                .set(ROLLOUT.STOP_PERCENT, 100)
                .where(ROLLOUT.ID.eq(number))
                .execute();
    }

    /// @return how many devices went from one of the states to the other
    static int move(
            Tx tx,
            long number,
            int stageAtMost,
            Collection<DeviceProgress> from,
            DeviceProgress to) {
        return tx.sql()
                .update(ROLLOUT_DEVICE)
                .set(ROLLOUT_DEVICE.STATE, to.name())
                .set(ROLLOUT_DEVICE.CHANGED_AT, tx.nowUtc())
                .where(
                        ROLLOUT_DEVICE.ROLLOUT_ID.eq(number),
                        ROLLOUT_DEVICE.STAGE.le(stageAtMost),
                        ROLLOUT_DEVICE.STATE.in(from.stream().map(Enum::name).toList()))
                .execute();
    }

    static void told(Tx tx, DeviceId id, FieldFiles.Told told) {
        tx.sql()
                .update(ROLLOUT_DEVICE)
                .set(ROLLOUT_DEVICE.STATE, told.state().name())
                .set(ROLLOUT_DEVICE.RECEIVED, told.received())
                .set(ROLLOUT_DEVICE.DETAIL, told.detail())
                .set(ROLLOUT_DEVICE.CHANGED_AT, tx.nowUtc())
                .where(
                        ROLLOUT_DEVICE.ROLLOUT_ID.eq(told.rollout()),
                        ROLLOUT_DEVICE.DEVICE_ID.eq(id.number()))
                .execute();
    }

    static Optional<DeviceProgress> progress(DSLContext sql, DeviceId id, long rollout) {
        return sql.select(ROLLOUT_DEVICE.STATE)
                .from(ROLLOUT_DEVICE)
                .where(
                        ROLLOUT_DEVICE.ROLLOUT_ID.eq(rollout),
                        ROLLOUT_DEVICE.DEVICE_ID.eq(id.number()))
                .fetchOptional(row -> DeviceProgress.valueOf(row.value1()));
    }

    /// Roll-outs in which a device has something to do, oldest first.
    static Map<Long, DeviceProgress> open(DSLContext sql, DeviceId id) {
        var open = new java.util.TreeMap<Long, DeviceProgress>();
        sql.select(ROLLOUT_DEVICE.ROLLOUT_ID, ROLLOUT_DEVICE.STATE)
                .from(ROLLOUT_DEVICE)
                .where(
                        ROLLOUT_DEVICE.DEVICE_ID.eq(id.number()),
                        ROLLOUT_DEVICE.STATE.in(
                                java.util.Arrays.stream(DeviceProgress.values())
                                        .filter(DeviceProgress::open)
                                        .map(Enum::name)
                                        .toList()))
                .forEach(row -> open.put(row.value1(), DeviceProgress.valueOf(row.value2())));
        return open;
    }

    static List<Rollout> newest(DSLContext sql, int limit) {
        return rollouts(sql, ROLLOUT.ID.isNotNull(), limit);
    }

    static List<Rollout> under(DSLContext sql, Collection<State> states) {
        return rollouts(sql, ROLLOUT.STATE.in(states.stream().map(Enum::name).toList()), 10_000);
    }

    static Optional<Rollout> find(DSLContext sql, long number) {
        return rollouts(sql, ROLLOUT.ID.eq(number), 1).stream().findFirst();
    }

    private static List<Rollout> rollouts(DSLContext sql, Condition which, int limit) {
        return sql
                .select()
                .from(ROLLOUT)
                .join(FIELD_PACKAGE)
                .on(FIELD_PACKAGE.ID.eq(ROLLOUT.PACKAGE_ID))
                .where(which)
                .orderBy(ROLLOUT.ID.desc())
                .limit(limit)
                .fetch()
                .stream()
                .map(row -> rollout(sql, row))
                .toList();
    }

    private static Rollout rollout(DSLContext sql, Record row) {
        var number = row.get(ROLLOUT.ID);
        return new Rollout(
                number,
                PackageStore.read(row),
                row.get(ROLLOUT.AIM),
                State.valueOf(row.get(ROLLOUT.STATE)),
                row.get(ROLLOUT.STAGE),
                row.get(ROLLOUT.STAGES),
                row.get(ROLLOUT.STOP_PERCENT),
                Install.valueOf(row.get(ROLLOUT.INSTALL)),
                Tx.instant(row.get(ROLLOUT.STARTS_AT)),
                PackageStore.instant(row.get(ROLLOUT.ENDS_AT)),
                Tx.instant(row.get(ROLLOUT.ORDERED_AT)),
                counts(sql, number, Integer.MAX_VALUE));
    }

    static Map<DeviceProgress, Integer> counts(DSLContext sql, long number, int stageAtMost) {
        var counts = new EnumMap<DeviceProgress, Integer>(DeviceProgress.class);
        sql.select(ROLLOUT_DEVICE.STATE, count())
                .from(ROLLOUT_DEVICE)
                .where(ROLLOUT_DEVICE.ROLLOUT_ID.eq(number), ROLLOUT_DEVICE.STAGE.le(stageAtMost))
                .groupBy(ROLLOUT_DEVICE.STATE)
                .forEach(row -> counts.put(DeviceProgress.valueOf(row.value1()), row.value2()));
        return counts;
    }

    static List<OnDevice> devices(DSLContext sql, long number) {
        return sql.select()
                .from(ROLLOUT_DEVICE)
                .join(DEVICE)
                .on(DEVICE.ID.eq(ROLLOUT_DEVICE.DEVICE_ID))
                .leftJoin(DEVICE_REPORT)
                .on(DEVICE_REPORT.DEVICE_ID.eq(DEVICE.ID))
                .where(ROLLOUT_DEVICE.ROLLOUT_ID.eq(number))
                .orderBy(ROLLOUT_DEVICE.STAGE, DEVICE.NAME)
                .fetch(row ->
                        new OnDevice(
                                new DeviceId(row.get(DEVICE.ID)),
                                row.get(DEVICE.NAME),
                                row.get(DEVICE.LABEL),
                                Boolean.TRUE.equals(row.get(DEVICE_REPORT.ONLINE)),
                                row.get(ROLLOUT_DEVICE.STAGE),
                                DeviceProgress.valueOf(row.get(ROLLOUT_DEVICE.STATE)),
                                row.get(ROLLOUT_DEVICE.RECEIVED),
                                row.get(ROLLOUT_DEVICE.DETAIL),
                                row.get(ROLLOUT_DEVICE.VERSION_BEFORE),
                                Tx.instant(row.get(ROLLOUT_DEVICE.CHANGED_AT))));
    }

    static Instant endOf(Rollout rollout) {
        var end = rollout.endsAt();
        return end == null ? Instant.MAX : end;
    }
}
