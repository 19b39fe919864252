package app.lodge.core.devices;

import app.lodge.core.books.Problem;
import app.lodge.core.devices.DeviceTemplates.Template;
import app.lodge.core.devices.Pushes.Change;
import app.lodge.core.devices.Pushes.Left;
import app.lodge.core.devices.Pushes.Untouched;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Works out what a push changes, device by device, from what the books hold now. Writes nothing.
final class PushPlanStore {

    private final DSLContext sql;
    private final List<Problem> problems = new ArrayList<>();
    private final List<PushPlan.Step> steps = new ArrayList<>();
    private final List<Left> untouched = new ArrayList<>();

    private PushPlanStore(DSLContext sql) {
        this.sql = sql;
    }

    static PushPlan plan(DSLContext sql, Aim aim, Map<String, String> changes) {
        var planning = new PushPlanStore(sql);
        return switch (aim) {
            case Aim.Template(var number) -> planning.ofTemplate(number, changes);
            case Aim.One(var id) ->
                    planning.ofDevices(
                            DeviceStore.find(sql, id).stream().toList(),
                            changes,
                            Problem.of("device", id.number(), "devices.unknown"));
            case Aim.Group(var name) ->
                    planning.ofDevices(
                            inGroup(sql, name),
                            changes,
                            Problem.of("group", name, "pushes.group-empty"));
            case Aim.OfKind(var kind) ->
                    planning.ofDevices(
                            DeviceStore.all(sql).stream()
                                    .filter(row -> row.device().kind() == kind)
                                    .toList(),
                            changes,
                            Problem.of("kind", kind, "pushes.kind-empty"));
        };
    }

    /// What gives each device of a push back what it had.
    static PushPlan undo(DSLContext sql, long push) {
        var planning = new PushPlanStore(sql);
        var head = PushStore.find(sql, push).orElse(null);
        if (head == null) {
            return PushPlan.rejected(List.of(Problem.of("push", push, "pushes.unknown")));
        }
        return planning.backTo(head, PushStore.rows(sql, push));
    }

    static List<DeviceStore.Row> inGroup(DSLContext sql, String name) {
        var setups = TemplateStore.setups(sql);
        return DeviceStore.all(sql).stream()
                .filter(row -> {
                    var setup = setups.get(row.device().id());
                    return setup != null && !name.isEmpty() && setup.group().equals(name);
                })
                .toList();
    }

    private PushPlan ofDevices(
            List<DeviceStore.Row> rows, Map<String, String> changes, Problem nobody) {
        if (rows.isEmpty()) {
            return PushPlan.rejected(List.of(nobody));
        }
        var templates = TemplateStore.all(sql);
        var setups = TemplateStore.setups(sql);
        var known = new HashSet<String>();
        for (var row : rows) {
            var of = known(row, changes);
            known.addAll(of.keySet());
            problems.addAll(SettingCheckStore.check(sql, row, of));
            var setup = setups.getOrDefault(row.device().id(), DeviceSetup.none(row.device().id()));
            var own = new HashSet<>(setup.own());
            var template = template(templates, setup);
            of.forEach((key, value) -> {
                if (template != null && value.equals(template.settings().get(key))) {
                    own.remove(key);
                } else if (template != null && !value.equals(row.desired().get(key))) {
                    own.add(key);
                }
            });
            step(row, setup, of, own);
        }
        if (known.size() < changes.size()) {
            var kind = rows.getFirst().device().kind();
            var unknown = new TreeMap<>(changes);
            unknown.keySet().removeAll(known);
            problems.addAll(DeviceSettings.check(kind, unknown));
        }
        return made(null, Map.of(), Map.of());
    }

    private PushPlan ofTemplate(long number, Map<String, String> changes) {
        var template = TemplateStore.find(sql, number).orElse(null);
        if (template == null) {
            return PushPlan.rejected(List.of(Problem.of("template", number, "templates.unknown")));
        }
        problems.addAll(DeviceSettings.check(template.kind(), changes));
        var setups = TemplateStore.setups(sql);
        for (var row : DeviceStore.all(sql)) {
            var setup = setups.get(row.device().id());
            if (setup == null || !Long.valueOf(number).equals(setup.template())) {
                continue;
            }
            var reached = new TreeMap<>(changes);
            for (var key : changes.keySet()) {
                if (setup.own().contains(key)) {
                    reached.remove(key);
                    untouched.add(left(row.device(), key, Untouched.OWN));
                }
            }
            problems.addAll(SettingCheckStore.check(sql, row, reached));
            step(row, setup, reached, setup.own());
        }
        var after = new TreeMap<>(template.settings());
        after.putAll(changes);
        return made(number, template.settings(), after);
    }

    private PushPlan backTo(PushStore.Head head, List<PushStore.ChangeRow> rows) {
        var byDevice = new TreeMap<Long, List<PushStore.ChangeRow>>();
        rows.forEach(row ->
                byDevice.computeIfAbsent(row.device().number(), _ -> new ArrayList<>()).add(row));
        byDevice.forEach((number, changed) -> {
            var id = new DeviceId(number);
            var row = DeviceStore.find(sql, id).orElseThrow();
            var setup = TemplateStore.setup(sql, id);
            var back = new TreeMap<String, String>();
            var own = new HashSet<>(setup.own());
            for (var change : changed) {
                if (!change.to().equals(row.desired().get(change.setting()))) {
                    untouched.add(left(row.device(), change.setting(), Untouched.CHANGED_SINCE));
                    continue;
                }
                back.put(change.setting(), change.from());
                if (change.ownBefore()) {
                    own.add(change.setting());
                } else {
                    own.remove(change.setting());
                }
            }
            problems.addAll(SettingCheckStore.check(sql, row, back));
            step(row, setup, back, own);
        });
        var template = head.template();
        if (template == null || head.templateBefore().isEmpty()) {
            return made(null, Map.of(), Map.of());
        }
        var before = TemplateStore.find(sql, template).map(Template::settings).orElseGet(Map::of);
        var after = new TreeMap<>(before);
        after.putAll(head.templateBefore());
        return made(template, before, after);
    }

    private void step(
            DeviceStore.Row row, DeviceSetup setup, Map<String, String> wanted, Set<String> own) {
        var changed = new TreeMap<String, String>();
        wanted.forEach((key, value) -> {
            if (value.equals(row.desired().get(key))) {
                untouched.add(left(row.device(), key, Untouched.SAME));
            } else {
                changed.put(key, value);
            }
        });
        steps.add(new PushPlan.Step(row, setup, changed, own));
    }

    private Map<String, String> known(DeviceStore.Row row, Map<String, String> changes) {
        var known = new TreeMap<>(changes);
        known.keySet().retainAll(DeviceSettings.keys(row.device().kind()));
        for (var key : changes.keySet()) {
            if (!known.containsKey(key)) {
                untouched.add(left(row.device(), key, Untouched.NO_SUCH_SETTING));
            }
        }
        return known;
    }

    private PushPlan made(
            @Nullable Long template, Map<String, String> before, Map<String, String> after) {
        var moved = new TreeMap<String, String>();
        after.forEach((key, value) -> {
            var was = before.get(key);
            if (was != null && !was.equals(value)) {
                moved.put(key, was);
            }
        });
        return new PushPlan(
                problems.stream().distinct().toList(), steps, untouched, template, after, moved);
    }

    private static @Nullable Template template(List<Template> templates, DeviceSetup setup) {
        return templates.stream()
                .filter(template -> Long.valueOf(template.number()).equals(setup.template()))
                .findFirst()
                .orElse(null);
    }

    static Change change(Device device, String setting, String from, String to) {
        return new Change(device.id(), device.name(), device.label(), setting, from, to);
    }

    private static Left left(Device device, String setting, Untouched why) {
        return new Left(device.id(), device.name(), device.label(), setting, why);
    }
}
