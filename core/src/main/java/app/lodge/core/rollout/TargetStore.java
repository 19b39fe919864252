package app.lodge.core.rollout;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.DEVICE_REPORT;
import static app.lodge.core.books.tables.Tables.DEVICE_SETUP;

import app.lodge.core.devices.Aim;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.rollout.Rollouts.OnDevice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// Which devices a roll-out is for: those of the aim that a package fits, those online first.
final class TargetStore {

    private TargetStore() {}

    static List<List<OnDevice>> stages(
            DSLContext sql, FieldPackage what, Rollouts.Order order, Instant now) {
        var stages = StagePlan.of(of(sql, what, order.aim(), now), order.stages());
        var numbered = new ArrayList<List<OnDevice>>();
        for (var stage : stages) {
            var number = numbered.size() + 1;
            numbered.add(stage.stream().map(device -> at(device, number)).toList());
        }
        return numbered;
    }

    private static List<OnDevice> of(DSLContext sql, FieldPackage what, Aim aim, Instant now) {
        return sql.select()
                .from(DEVICE)
                .leftJoin(DEVICE_SETUP)
                .on(DEVICE_SETUP.DEVICE_ID.eq(DEVICE.ID))
                .leftJoin(DEVICE_REPORT)
                .on(DEVICE_REPORT.DEVICE_ID.eq(DEVICE.ID))
                .where(DEVICE.KIND.eq(what.deviceKind().name()), condition(aim))
                .orderBy(DEVICE_REPORT.ONLINE.desc().nullsLast(), DEVICE.NAME)
                .fetch(row -> {
                    var program = row.get(DEVICE_REPORT.PROGRAM);
                    return new OnDevice(
                            new DeviceId(row.get(DEVICE.ID)),
                            row.get(DEVICE.NAME),
                            row.get(DEVICE.LABEL),
                            Boolean.TRUE.equals(row.get(DEVICE_REPORT.ONLINE)),
                            1,
                            DeviceProgress.WAITING,
                            0,
                            "",
                            program == null ? "" : program,
                            now);
                });
    }

    private static Condition condition(Aim aim) {
        return switch (aim) {
            case Aim.One(var device) -> DEVICE.ID.eq(device.number());
            case Aim.Group(var name) -> DEVICE_SETUP.ROLLOUT_GROUP.eq(name);
            case Aim.Template(var number) -> DEVICE_SETUP.TEMPLATE_ID.eq(number);
            case Aim.OfKind(var kind) -> DEVICE.KIND.eq(kind.name());
        };
    }

    private static OnDevice at(OnDevice device, int stage) {
        return new OnDevice(
                device.device(),
                device.name(),
                device.label(),
                device.online(),
                stage,
                device.state(),
                0,
                "",
                device.versionBefore(),
                device.changedAt());
    }
}
