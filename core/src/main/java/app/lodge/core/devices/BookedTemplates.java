package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Templates kept in the books.
final class BookedTemplates implements DeviceTemplates {

    private static final String GROUP = "([a-z0-9][a-z0-9-]{0,39})?";
    private static final int LONGEST_NAME = 60;

    private final Books books;
    private final JoinCodes codes = new JoinCodes();

    BookedTemplates(Books books) {
        this.books = books;
    }

    @Override
    public List<Template> list(Actor actor) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(TemplateStore::all);
    }

    @Override
    public MakeOutcome make(Actor actor, RequestId request, Draft draft) {
        actor.require(Permission.CONFIGURE_DEVICES);
        return books.once(
                actor,
                request,
                "templates.make",
                draft,
                MakeOutcome.class,
                tx -> {
                    var lists =
                            draft.lists().isEmpty() ? ListStore.of(draft.kind()) : draft.lists();
                    var problems = check(tx, draft, lists);
                    if (!problems.isEmpty()) {
                        return new MakeOutcome.Rejected(problems);
                    }
                    var settings = new TreeMap<>(DeviceSettings.defaults(draft.kind()));
                    settings.putAll(draft.settings());
                    var ordered = ListStore.of(draft.kind()).stream().filter(lists::contains);
                    var number = TemplateStore.insert(tx, draft, ordered.toList(), settings);
                    tx.journal(
                            "template.made",
                            "template:" + number,
                            Map.of("name", draft.name(), "kind", draft.kind().name()));
                    return new MakeOutcome.Made(TemplateStore.find(tx.sql(), number).orElseThrow());
                });
    }

    @Override
    public Devices.AddOutcome add(
            Actor actor,
            RequestId request,
            long template,
            String name,
            String label,
            String place) {
        actor.require(Permission.CONFIGURE_DEVICES);
        return books.once(
                actor,
                request,
                "templates.add",
                List.of(template, name, label, place),
                Devices.AddOutcome.class,
                tx ->
                        TemplateStore.find(tx.sql(), template)
                                .map(found ->
                                        NewDevice.from(found, name, label, place).put(tx, codes))
                                .orElseGet(() ->
                                        new Devices.AddOutcome.Rejected(
                                                List.of(unknown(template)))));
    }

    @Override
    public List<DeviceSetup> setups(Actor actor) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(sql -> {
            var known = TemplateStore.setups(sql);
            return DeviceStore.all(sql).stream()
                    .map(row -> row.device().id())
                    .map(id -> known.getOrDefault(id, DeviceSetup.none(id)))
                    .toList();
        });
    }

    @Override
    public SetupOutcome follow(
            Actor actor, RequestId request, DeviceId device, @Nullable Long template) {
        return change(
                actor,
                request,
                "templates.follow",
                device,
                Arrays.asList(device, template),
                (tx, row) -> follow(tx, row, template));
    }

    private static SetupOutcome follow(Tx tx, DeviceStore.Row row, @Nullable Long template) {
        var id = row.device().id();
        var group = TemplateStore.setup(tx.sql(), id).group();
        if (template == null) {
            return put(tx, new DeviceSetup(id, null, "", group, Set.of()));
        }
        var found = TemplateStore.find(tx.sql(), template).orElse(null);
        if (found == null) {
            return new SetupOutcome.Rejected(List.of(unknown(template)));
        }
        if (found.kind() != row.device().kind()) {
            return new SetupOutcome.Rejected(
                    List.of(Problem.of("template", found.name(), "templates.other-kind")));
        }
        var own = new HashSet<String>();
        found.settings()
                .forEach((key, value) -> {
                    if (!value.equals(row.desired().get(key))) {
                        own.add(key);
                    }
                });
        return put(
                tx,
                new DeviceSetup(
                        id, template, found.name(), group.isEmpty() ? found.group() : group, own));
    }

    @Override
    public SetupOutcome followAgain(
            Actor actor, RequestId request, DeviceId device, String setting) {
        return change(
                actor,
                request,
                "templates.followAgain",
                device,
                List.of(device, setting),
                (tx, row) -> followAgain(tx, row, setting));
    }

    private static SetupOutcome followAgain(Tx tx, DeviceStore.Row row, String setting) {
        var setup = TemplateStore.setup(tx.sql(), row.device().id());
        var value =
                setup.template() == null
                        ? null
                        : TemplateStore.find(tx.sql(), setup.template())
                                .map(template -> template.settings().get(setting))
                                .orElse(null);
        if (value == null) {
            return new SetupOutcome.Rejected(
                    List.of(Problem.of("setting", setting, "templates.follows-none")));
        }
        // The plan itself sees that the value is the template's again.
        var aim = new Aim.One(row.device().id());
        var plan = PushPlanStore.plan(tx.sql(), aim, Map.of(setting, value));
        if (!plan.problems().isEmpty()) {
            return new SetupOutcome.Rejected(plan.problems());
        }
        var unused = PushStore.write(tx, Pushes.Kind.PUSH, aim.code(), plan, null);
        return new SetupOutcome.Changed(TemplateStore.setup(tx.sql(), row.device().id()));
    }

    @Override
    public SetupOutcome putInGroup(Actor actor, RequestId request, DeviceId device, String group) {
        return change(
                actor,
                request,
                "templates.putInGroup",
                device,
                List.of(device, group),
                (tx, row) -> {
                    if (!group.matches(GROUP)) {
                        return new SetupOutcome.Rejected(
                                List.of(Problem.of("group", group, "templates.group-malformed")));
                    }
                    var setup = TemplateStore.setup(tx.sql(), device);
                    return put(
                            tx,
                            new DeviceSetup(
                                    device,
                                    setup.template(),
                                    setup.templateName(),
                                    group,
                                    setup.own()));
                });
    }

    private SetupOutcome change(
            Actor actor,
            RequestId request,
            String call,
            DeviceId device,
            Object content,
            BiFunction<Tx, DeviceStore.Row, SetupOutcome> work) {
        actor.require(Permission.CONFIGURE_DEVICES);
        return books.once(
                actor,
                request,
                call,
                content,
                SetupOutcome.class,
                tx ->
                        DeviceStore.find(tx.sql(), device)
                                .map(row -> work.apply(tx, row))
                                .orElseGet(() ->
                                        new SetupOutcome.Rejected(
                                                List.of(
                                                        Problem.of(
                                                                "device",
                                                                device.number(),
                                                                "devices.unknown")))));
    }

    private static SetupOutcome put(Tx tx, DeviceSetup setup) {
        TemplateStore.put(tx, setup);
        tx.journal(
                "device.set-up",
                BookedDevices.subject(setup.device()),
                Map.of("template", setup.templateName(), "group", setup.group()));
        return new SetupOutcome.Changed(setup);
    }

    private static List<Problem> check(Tx tx, Draft draft, List<String> lists) {
        var problems = new ArrayList<Problem>();
        var name = draft.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            problems.add(Problem.of("name", name, "templates.name-length", LONGEST_NAME));
        } else if (TemplateStore.all(tx.sql()).stream()
                .anyMatch(template -> template.name().equals(name))) {
            problems.add(Problem.of("name", name, "templates.name-taken"));
        }
        if (!draft.group().matches(GROUP)) {
            problems.add(Problem.of("group", draft.group(), "templates.group-malformed"));
        }
        var possible = ListStore.of(draft.kind());
        var blockMissing = possible.contains(ListStore.BLOCK) && !lists.contains(ListStore.BLOCK);
        if (!possible.containsAll(lists) || blockMissing) {
            problems.add(
                    Problem.of(
                            "lists",
                            String.join(",", lists),
                            "templates.lists",
                            String.join(", ", possible)));
        }
        problems.addAll(DeviceSettings.check(draft.kind(), draft.settings()));
        return problems;
    }

    private static Problem unknown(long template) {
        return Problem.of("template", template, "templates.unknown");
    }
}
