package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.DEVICE_REPORT;
import static app.lodge.core.books.tables.Tables.SETTING_PUSH;
import static app.lodge.core.books.tables.Tables.SETTING_PUSH_CHANGE;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.when;

import app.lodge.core.books.Tx;
import app.lodge.core.devices.Pushes.Kind;
import app.lodge.core.devices.Pushes.Push;
import app.lodge.core.doors.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Rows of pushes and of what they changed, and the one way in which desired states are written.
final class PushStore {

    private PushStore() {}

    record Head(String aim, @Nullable Long template, Map<String, String> templateBefore) {}

    record ChangeRow(
            DeviceId device,
            String setting,
            String from,
            String to,
            boolean ownBefore,
            int version) {}

    /// Writes what a plan says: a next version for each device that changes, and how to undo it.
    ///
    /// @param aim as {@link Aim#code}
    /// @param undoes null if it is no undoing
    /// @return the push's number
    static long write(Tx tx, Kind kind, String aim, PushPlan plan, @Nullable Long undoes) {
        var number = tx.nextNumber(SETTING_PUSH.ID);
        tx.sql()
                .insertInto(SETTING_PUSH)
                .set(SETTING_PUSH.ID, number)
                .set(SETTING_PUSH.KIND, kind.name())
                .set(SETTING_PUSH.AIM, aim)
                .set(SETTING_PUSH.TEMPLATE_ID, plan.template())
                .set(SETTING_PUSH.TEMPLATE_BEFORE, Json.canonical(plan.templateBefore()))
                .set(SETTING_PUSH.UNDOES, undoes)
                .set(SETTING_PUSH.PUSHED_BY, tx.actor().operatorId())
                .set(SETTING_PUSH.AT, tx.nowUtc())
                .execute();
        if (undoes != null) {
            tx.sql()
                    .update(SETTING_PUSH)
                    .set(SETTING_PUSH.UNDONE_BY, number)
                    .where(SETTING_PUSH.ID.eq(undoes))
                    .execute();
        }
        var template = plan.template();
        if (template != null) {
            TemplateStore.change(tx, template, plan.templateAfter());
        }
        plan.steps().forEach(step -> write(tx, number, step));
        tx.journal(
                "settings.pushed",
                "push:" + number,
                Map.of("kind", kind.name(), "aim", aim, "devices", plan.preview().devices()));
        return number;
    }

    private static void write(Tx tx, long push, PushPlan.Step step) {
        var setup = step.setup();
        if (!step.own().equals(setup.own())) {
            TemplateStore.put(
                    tx,
                    new DeviceSetup(
                            setup.device(),
                            setup.template(),
                            setup.templateName(),
                            setup.group(),
                            step.own()));
        }
        if (step.changed().isEmpty()) {
            return;
        }
        var version = configured(tx, step.row(), step.after());
        var id = step.row().device().id();
        step.changed()
                .forEach((setting, to) ->
                        tx.sql()
                                .insertInto(SETTING_PUSH_CHANGE)
                                .set(SETTING_PUSH_CHANGE.PUSH_ID, push)
                                .set(SETTING_PUSH_CHANGE.DEVICE_ID, id.number())
                                .set(SETTING_PUSH_CHANGE.SETTING, setting)
                                .set(
                                        SETTING_PUSH_CHANGE.FROM_VALUE,
                                        step.row().desired().getOrDefault(setting, ""))
                                .set(SETTING_PUSH_CHANGE.TO_VALUE, to)
                                .set(SETTING_PUSH_CHANGE.OWN_BEFORE, setup.own().contains(setting))
                                .set(SETTING_PUSH_CHANGE.VERSION, version)
                                .execute());
    }

    /// The device's next version; the fact sends it on its way.
    static int configured(Tx tx, DeviceStore.Row row, Map<String, String> after) {
        var version = row.desiredVersion() + 1;
        var id = row.device().id();
        DeviceStore.desire(tx, id, version, after);
        tx.journal(
                "device.configured",
                BookedDevices.subject(id),
                Map.of("version", version, "before", row.desired(), "after", after));
        return version;
    }

    static Optional<Head> find(DSLContext sql, long number) {
        return sql.select(SETTING_PUSH.AIM, SETTING_PUSH.TEMPLATE_ID, SETTING_PUSH.TEMPLATE_BEFORE)
                .from(SETTING_PUSH)
                .where(SETTING_PUSH.ID.eq(number))
                .fetchOptional(row ->
                        new Head(row.value1(), row.value2(), TemplateStore.settings(row.value3())));
    }

    static List<ChangeRow> rows(DSLContext sql, long push) {
        return sql.selectFrom(SETTING_PUSH_CHANGE)
                .where(SETTING_PUSH_CHANGE.PUSH_ID.eq(push))
                .orderBy(SETTING_PUSH_CHANGE.DEVICE_ID, SETTING_PUSH_CHANGE.SETTING)
                .fetch(row ->
                        new ChangeRow(
                                new DeviceId(row.get(SETTING_PUSH_CHANGE.DEVICE_ID)),
                                row.get(SETTING_PUSH_CHANGE.SETTING),
                                row.get(SETTING_PUSH_CHANGE.FROM_VALUE),
                                row.get(SETTING_PUSH_CHANGE.TO_VALUE),
                                row.get(SETTING_PUSH_CHANGE.OWN_BEFORE),
                                row.get(SETTING_PUSH_CHANGE.VERSION)));
    }

    static Push push(DSLContext sql, long number) {
        return pushes(sql, SETTING_PUSH.ID.eq(number), 1).getFirst();
    }

    static List<Push> newest(DSLContext sql, int limit) {
        return pushes(sql, SETTING_PUSH.ID.isNotNull(), limit);
    }

    private static List<Push> pushes(DSLContext sql, Condition which, int limit) {
        return sql
                .selectFrom(SETTING_PUSH)
                .where(which)
                .orderBy(SETTING_PUSH.ID.desc())
                .limit(limit)
                .fetch()
                .stream()
                .map(row -> {
                    var number = row.get(SETTING_PUSH.ID);
                    var reach = reach(sql, number);
                    return new Push(
                            number,
                            Kind.valueOf(row.get(SETTING_PUSH.KIND)),
                            row.get(SETTING_PUSH.AIM),
                            settings(sql, number),
                            reach[0],
                            reach[1],
                            Tx.instant(row.get(SETTING_PUSH.AT)),
                            row.get(SETTING_PUSH.UNDOES),
                            row.get(SETTING_PUSH.UNDONE_BY));
                })
                .toList();
    }

    private static int[] reach(DSLContext sql, long push) {
        var counted =
                sql.select(
                                countDistinct(SETTING_PUSH_CHANGE.DEVICE_ID),
                                countDistinct(
                                        when(
                                                DEVICE_REPORT.CONFIG_VERSION.ge(
                                                        SETTING_PUSH_CHANGE.VERSION),
                                                SETTING_PUSH_CHANGE.DEVICE_ID)))
                        .from(SETTING_PUSH_CHANGE)
                        .leftJoin(DEVICE_REPORT)
                        .on(DEVICE_REPORT.DEVICE_ID.eq(SETTING_PUSH_CHANGE.DEVICE_ID))
                        .where(SETTING_PUSH_CHANGE.PUSH_ID.eq(push))
                        .fetchSingle();
        return new int[] {counted.value1(), counted.value2()};
    }

    private static List<String> settings(DSLContext sql, long push) {
        return sql.selectDistinct(SETTING_PUSH_CHANGE.SETTING)
                .from(SETTING_PUSH_CHANGE)
                .where(SETTING_PUSH_CHANGE.PUSH_ID.eq(push))
                .orderBy(SETTING_PUSH_CHANGE.SETTING)
                .fetch(SETTING_PUSH_CHANGE.SETTING);
    }
}
