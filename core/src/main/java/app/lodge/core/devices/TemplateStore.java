package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.DEVICE_SETUP;
import static app.lodge.core.books.tables.Tables.DEVICE_TEMPLATE;

import app.lodge.core.books.Tx;
import app.lodge.core.devices.DeviceTemplates.Draft;
import app.lodge.core.devices.DeviceTemplates.Template;
import app.lodge.core.doors.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Record;

/// Rows of templates and of how devices are set up.
final class TemplateStore {

    private TemplateStore() {}

    static long insert(Tx tx, Draft draft, List<String> lists, Map<String, String> settings) {
        var number = tx.nextNumber(DEVICE_TEMPLATE.ID);
        tx.sql()
                .insertInto(DEVICE_TEMPLATE)
                .set(DEVICE_TEMPLATE.ID, number)
                .set(DEVICE_TEMPLATE.NAME, draft.name())
                .set(DEVICE_TEMPLATE.KIND, draft.kind().name())
                .set(DEVICE_TEMPLATE.ROLLOUT_GROUP, draft.group())
                .set(DEVICE_TEMPLATE.LISTS, String.join(",", lists))
                .set(DEVICE_TEMPLATE.CONTENT, Json.canonical(settings))
                .set(DEVICE_TEMPLATE.CHANGED_AT, tx.nowUtc())
                .set(DEVICE_TEMPLATE.CHANGED_BY, tx.actor().operatorId())
                .execute();
        return number;
    }

    static void change(Tx tx, long number, Map<String, String> settings) {
        tx.sql()
                .update(DEVICE_TEMPLATE)
                .set(DEVICE_TEMPLATE.CONTENT, Json.canonical(settings))
                .set(DEVICE_TEMPLATE.CHANGED_AT, tx.nowUtc())
                .set(DEVICE_TEMPLATE.CHANGED_BY, tx.actor().operatorId())
                .where(DEVICE_TEMPLATE.ID.eq(number))
                .execute();
    }

    static List<Template> all(DSLContext sql) {
        var followers = new HashMap<Long, Integer>();
        sql.select(DEVICE_SETUP.TEMPLATE_ID, org.jooq.impl.DSL.count())
                .from(DEVICE_SETUP)
                .where(DEVICE_SETUP.TEMPLATE_ID.isNotNull())
                .groupBy(DEVICE_SETUP.TEMPLATE_ID)
                .forEach(row -> followers.put(row.value1(), row.value2()));
        return sql.selectFrom(DEVICE_TEMPLATE)
                .orderBy(DEVICE_TEMPLATE.NAME)
                .fetch(row ->
                        template(row, followers.getOrDefault(row.get(DEVICE_TEMPLATE.ID), 0)));
    }

    static Optional<Template> find(DSLContext sql, long number) {
        return all(sql).stream().filter(template -> template.number() == number).findFirst();
    }

    static DeviceSetup setup(DSLContext sql, DeviceId id) {
        return setups(sql, DEVICE_SETUP.DEVICE_ID.eq(id.number())).stream()
                .findFirst()
                .orElseGet(() -> DeviceSetup.none(id));
    }

    /// Of those devices that have one, by number.
    static Map<DeviceId, DeviceSetup> setups(DSLContext sql) {
        var setups = new HashMap<DeviceId, DeviceSetup>();
        setups(sql, DEVICE_SETUP.DEVICE_ID.isNotNull())
                .forEach(setup -> setups.put(setup.device(), setup));
        return setups;
    }

    static void put(Tx tx, DeviceSetup setup) {
        var own = Json.text(new TreeSet<>(setup.own()), Set.class);
        tx.sql()
                .insertInto(DEVICE_SETUP)
                .set(DEVICE_SETUP.DEVICE_ID, setup.device().number())
                .set(DEVICE_SETUP.TEMPLATE_ID, setup.template())
                .set(DEVICE_SETUP.ROLLOUT_GROUP, setup.group())
                .set(DEVICE_SETUP.OWN, own)
                .onConflict(DEVICE_SETUP.DEVICE_ID)
                .doUpdate()
                .set(DEVICE_SETUP.TEMPLATE_ID, setup.template())
                .set(DEVICE_SETUP.ROLLOUT_GROUP, setup.group())
                .set(DEVICE_SETUP.OWN, own)
                .execute();
    }

    private static List<DeviceSetup> setups(DSLContext sql, org.jooq.Condition which) {
        return sql.select()
                .from(DEVICE_SETUP)
                .leftJoin(DEVICE_TEMPLATE)
                .on(DEVICE_TEMPLATE.ID.eq(DEVICE_SETUP.TEMPLATE_ID))
                .where(which)
                .orderBy(DEVICE_SETUP.DEVICE_ID)
                .fetch(row -> {
                    var name = row.get(DEVICE_TEMPLATE.NAME);
                    return new DeviceSetup(
                            new DeviceId(row.get(DEVICE_SETUP.DEVICE_ID)),
                            row.get(DEVICE_SETUP.TEMPLATE_ID),
                            name == null ? "" : name,
                            row.get(DEVICE_SETUP.ROLLOUT_GROUP),
                            Set.of(Json.read(row.get(DEVICE_SETUP.OWN), String[].class)));
                });
    }

    private static Template template(Record row, int followers) {
        var lists = row.get(DEVICE_TEMPLATE.LISTS);
        return new Template(
                row.get(DEVICE_TEMPLATE.ID),
                row.get(DEVICE_TEMPLATE.NAME),
                DeviceKind.valueOf(row.get(DEVICE_TEMPLATE.KIND)),
                row.get(DEVICE_TEMPLATE.ROLLOUT_GROUP),
                lists.isEmpty() ? List.of() : List.of(lists.split(",")),
                settings(row.get(DEVICE_TEMPLATE.CONTENT)),
                followers,
                Tx.instant(row.get(DEVICE_TEMPLATE.CHANGED_AT)));
    }

    static Map<String, String> settings(String json) {
        var settings = new TreeMap<String, String>();
        Json.read(json, Map.class)
                .forEach((key, value) -> settings.put(String.valueOf(key), String.valueOf(value)));
        return settings;
    }
}
