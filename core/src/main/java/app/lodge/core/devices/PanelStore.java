package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.DEVICE_CONFIG;
import static app.lodge.core.books.tables.Tables.SETTING_CONFLICT;

import app.lodge.core.books.Tx;
import app.lodge.core.devices.Pushes.Conflict;
import app.lodge.core.devices.Pushes.Winner;
import app.lodge.core.doors.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// What somebody set at a device itself, against what the desk wants: the later one holds, the other side
/// hears of it, and where neither knew of the other it is listed (LOCK-08).
final class PanelStore {

    static final String SETTING = "setting";

    private PanelStore() {}

    /// Takes an event `setting` in: `{setting, value, base}`, where `base` is the version that the device
    /// held. Others change nothing.
    ///
    /// @param happened by our clock
    static void take(Tx tx, DeviceId id, FieldEvent event, Instant happened) {
        if (!event.kind().equals(SETTING)) {
            return;
        }
        var content = Json.tree(event.content().getBytes(StandardCharsets.UTF_8));
        var name = content.path(SETTING).asText();
        var value = content.path("value").asText();
        var base = content.path("base").asInt(0);
        var row = DeviceStore.find(tx.sql(), id).orElseThrow();
        var problems = SettingCheckStore.check(tx.sql(), row, Map.of(name, value));
        if (!problems.isEmpty()) {
            tx.journal(
                    "device.panel-refused",
                    BookedDevices.subject(id),
                    Map.of("seq", event.seq(), "why", problems.getFirst().key()));
            PushStore.configured(tx, row, row.desired());
            return;
        }
        var wanted = row.desired().getOrDefault(name, "");
        var desk = lastChange(tx.sql(), id, name);
        var winner = Winner.PANEL;
        if (desk != null && desk.version() > base && !wanted.equals(value)) {
            winner = happened.isAfter(desk.at()) ? Winner.PANEL : Winner.DESK;
            conflict(tx, id, name, wanted, desk.at(), value, happened, winner);
        }
        var after = new TreeMap<>(row.desired());
        if (winner == Winner.PANEL) {
            after.put(name, value);
            own(tx, id, name, value);
        }
        tx.journal(
                "device.panel-changed",
                BookedDevices.subject(id),
                Map.of("setting", name, "seq", event.seq(), "winner", winner.name()));
        // A new version in any case: it is how the device hears which value holds.
        PushStore.configured(tx, row, after);
    }

    private static void own(Tx tx, DeviceId id, String name, String value) {
        var setup = TemplateStore.setup(tx.sql(), id);
        var followed = setup.template();
        if (followed == null) {
            return;
        }
        var template = TemplateStore.find(tx.sql(), followed).orElseThrow();
        var own = new HashSet<>(setup.own());
        if (value.equals(template.settings().get(name))) {
            own.remove(name);
        } else {
            own.add(name);
        }
        TemplateStore.put(
                tx, new DeviceSetup(id, followed, setup.templateName(), setup.group(), own));
    }

    private record Changed(int version, Instant at) {}

    /// When the desk gave a setting its present value; null if nobody did, or the panel did.
    private static @Nullable Changed lastChange(DSLContext sql, DeviceId id, String name) {
        var versions =
                sql.select(
                                DEVICE_CONFIG.VERSION,
                                DEVICE_CONFIG.CONTENT,
                                DEVICE_CONFIG.AT,
                                DEVICE_CONFIG.OPERATOR_ID)
                        .from(DEVICE_CONFIG)
                        .where(DEVICE_CONFIG.DEVICE_ID.eq(id.number()))
                        .orderBy(DEVICE_CONFIG.VERSION.desc())
                        .fetch();
        for (var at = 0; at + 1 < versions.size(); at++) {
            var here = TemplateStore.settings(versions.get(at).value2());
            var before = TemplateStore.settings(versions.get(at + 1).value2());
            if (!here.getOrDefault(name, "").equals(before.getOrDefault(name, ""))) {
                var row = versions.get(at);
                return row.value4() < 0 // a device's own doing
                        ? null
                        : new Changed(row.value1(), Tx.instant(row.value3()));
            }
        }
        return null;
    }

    private static void conflict(
            Tx tx,
            DeviceId id,
            String name,
            String deskValue,
            Instant deskAt,
            String panelValue,
            Instant panelAt,
            Winner winner) {
        var number = tx.nextNumber(SETTING_CONFLICT.ID);
        tx.sql()
                .insertInto(SETTING_CONFLICT)
                .set(SETTING_CONFLICT.ID, number)
                .set(SETTING_CONFLICT.DEVICE_ID, id.number())
                .set(SETTING_CONFLICT.SETTING, name)
                .set(SETTING_CONFLICT.DESK_VALUE, deskValue)
                .set(SETTING_CONFLICT.DESK_AT, Tx.utc(deskAt))
                .set(SETTING_CONFLICT.PANEL_VALUE, panelValue)
                .set(SETTING_CONFLICT.PANEL_AT, Tx.utc(panelAt))
                .set(SETTING_CONFLICT.WINNER, winner.name())
                .set(SETTING_CONFLICT.NOTED_AT, tx.nowUtc())
                .execute();
        tx.journal(
                "device.setting-conflict",
                BookedDevices.subject(id),
                Map.of("conflict", number, "setting", name, "winner", winner.name()));
    }

    static List<Conflict> conflicts(DSLContext sql, int limit) {
        return conflicts(sql, SETTING_CONFLICT.ID.isNotNull(), limit);
    }

    static Optional<Conflict> seen(Tx tx, long number) {
        var moved =
                tx.sql()
                        .update(SETTING_CONFLICT)
                        .set(SETTING_CONFLICT.SEEN_AT, tx.nowUtc())
                        .where(SETTING_CONFLICT.ID.eq(number), SETTING_CONFLICT.SEEN_AT.isNull())
                        .execute();
        if (moved > 0) {
            tx.journal("device.conflict-seen", "conflict:" + number, Map.of());
        }
        return conflicts(tx.sql(), SETTING_CONFLICT.ID.eq(number), 1).stream().findFirst();
    }

    private static List<Conflict> conflicts(DSLContext sql, Condition which, int limit) {
        return sql.select()
                .from(SETTING_CONFLICT)
                .join(DEVICE)
                .on(DEVICE.ID.eq(SETTING_CONFLICT.DEVICE_ID))
                .where(which)
                .orderBy(SETTING_CONFLICT.ID.desc())
                .limit(limit)
                .fetch(PanelStore::conflict);
    }

    private static Conflict conflict(Record row) {
        var seen = row.get(SETTING_CONFLICT.SEEN_AT);
        return new Conflict(
                row.get(SETTING_CONFLICT.ID),
                new DeviceId(row.get(SETTING_CONFLICT.DEVICE_ID)),
                row.get(DEVICE.LABEL),
                row.get(SETTING_CONFLICT.SETTING),
                row.get(SETTING_CONFLICT.DESK_VALUE),
                Tx.instant(row.get(SETTING_CONFLICT.DESK_AT)),
                row.get(SETTING_CONFLICT.PANEL_VALUE),
                Tx.instant(row.get(SETTING_CONFLICT.PANEL_AT)),
                Winner.valueOf(row.get(SETTING_CONFLICT.WINNER)),
                seen == null ? null : Tx.instant(seen));
    }
}
