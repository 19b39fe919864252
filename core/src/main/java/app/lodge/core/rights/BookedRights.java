package app.lodge.core.rights;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import app.lodge.core.rights.Rule.Wanted;
import app.lodge.core.settings.SiteSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rights in the books. Nothing in them is ever overwritten, so that every moment can be asked about.
final class BookedRights implements Rights {

    private final Books books;
    private final Supplier<SiteSettings> settings;
    private final BiConsumer<Actor, PersonId> reach;

    BookedRights(Books books, Supplier<SiteSettings> settings, BiConsumer<Actor, PersonId> reach) {
        this.books = books;
        this.settings = settings;
        this.reach = reach;
    }

    @Override
    public List<Resource> resources(Actor actor) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(RightStore::resources);
    }

    @Override
    public ResourceOutcome addResource(
            Actor actor,
            RequestId request,
            Resource.Kind kind,
            String name,
            @Nullable Long device) {
        actor.require(Permission.CHANGE_RIGHTS);
        return books.once(
                actor,
                request,
                "rights.addResource",
                List.of(kind, name, String.valueOf(device)),
                ResourceOutcome.class,
                tx -> {
                    var plain = name.strip();
                    var problems =
                            new ArrayList<>(
                                    RuleCheckStore.name(
                                            plain, RightStore.named(tx.sql(), plain).isPresent()));
                    if (device != null && !RightStore.deviceExists(tx.sql(), device)) {
                        problems.add(Problem.of("device", device, "rights.device-unknown"));
                    }
                    if (!problems.isEmpty()) {
                        return new ResourceOutcome.Rejected(problems);
                    }
                    return new ResourceOutcome.Done(add(tx, kind, plain, device));
                });
    }

    static Resource add(Tx tx, Resource.Kind kind, String name, @Nullable Long device) {
        var resource = RightStore.addResource(tx, kind, name, device);
        tx.journal(
                "right.resource-added",
                "resource:" + resource.id().number(),
                Map.of("kind", kind.name(), "device", device == null ? 0L : device));
        return resource;
    }

    @Override
    public List<Plan> plans(Actor actor) {
        actor.require(Permission.SEE_DEVICES);
        var now = books.clock().instant();
        return books.read(sql -> CalendarStore.plans(sql, now));
    }

    @Override
    public PlanOutcome putPlan(Actor actor, RequestId request, String name, WeekPlan week) {
        actor.require(Permission.CHANGE_RIGHTS);
        return books.once(
                actor,
                request,
                "rights.putPlan",
                List.of(name, week),
                PlanOutcome.class,
                tx -> {
                    var problems = new ArrayList<>(RuleCheckStore.name(name, false));
                    problems.addAll(RuleCheckStore.plan(week));
                    if (!problems.isEmpty()) {
                        return new PlanOutcome.Rejected(problems);
                    }
                    var plan = CalendarStore.putPlan(tx, name.strip(), week);
                    tx.journal(
                            "right.plan-changed",
                            "plan:" + plan.id().number(),
                            Map.of("version", plan.version()));
                    return new PlanOutcome.Done(plan);
                });
    }

    @Override
    public List<Holiday> holidays(Actor actor, int year) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(sql ->
                CalendarStore.holidays(sql, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
    }

    @Override
    public HolidayOutcome putHoliday(Actor actor, RequestId request, LocalDate day, String name) {
        actor.require(Permission.CHANGE_RIGHTS);
        return books.once(
                actor,
                request,
                "rights.putHoliday",
                List.of(day, name),
                HolidayOutcome.class,
                tx -> {
                    var problems = RuleCheckStore.name(name, false);
                    if (!problems.isEmpty()) {
                        return new HolidayOutcome.Rejected(problems);
                    }
                    var wanted = new Holiday(day, name.strip());
                    var before = CalendarStore.holiday(tx.sql(), day);
                    if (!before.equals(Optional.of(wanted))) {
                        CalendarStore.endHoliday(tx, day);
                        CalendarStore.addHoliday(tx, day, wanted.name());
                        tx.journal("right.holiday-put", "calendar:site", Map.of("day", day));
                    }
                    return new HolidayOutcome.Done(wanted);
                });
    }

    @Override
    public HolidayOutcome removeHoliday(Actor actor, RequestId request, LocalDate day) {
        actor.require(Permission.CHANGE_RIGHTS);
        return books.once(
                actor,
                request,
                "rights.removeHoliday",
                day,
                HolidayOutcome.class,
                tx -> {
                    var before = CalendarStore.holiday(tx.sql(), day).orElse(null);
                    if (before == null) {
                        return new HolidayOutcome.Rejected(
                                List.of(Problem.of("day", day, "rights.holiday-unknown")));
                    }
                    CalendarStore.endHoliday(tx, day);
                    tx.journal("right.holiday-removed", "calendar:site", Map.of("day", day));
                    return new HolidayOutcome.Done(before);
                });
    }

    @Override
    public RuleOutcome put(Actor actor, RequestId request, Wanted wanted) {
        actor.require(Permission.CHANGE_RIGHTS);
        reach(actor, wanted.holder());
        return books.once(
                actor,
                request,
                "rights.put",
                wanted,
                RuleOutcome.class,
                tx -> {
                    var problems = RuleCheckStore.rule(tx.sql(), wanted);
                    return problems.isEmpty()
                            ? new RuleOutcome.Done(RuleWriting.put(tx, wanted))
                            : new RuleOutcome.Rejected(problems);
                });
    }

    @Override
    public RuleOutcome withdraw(Actor actor, RequestId request, RuleId id) {
        actor.require(Permission.CHANGE_RIGHTS);
        return books.once(
                actor,
                request,
                "rights.withdraw",
                id,
                RuleOutcome.class,
                tx -> {
                    var rule = RightStore.rule(tx.sql(), id).orElse(null);
                    if (rule == null || rule.endedAt() != null) {
                        return new RuleOutcome.Rejected(
                                List.of(
                                        Problem.of(
                                                "rule",
                                                id.number(),
                                                rule == null
                                                        ? "rights.rule-unknown"
                                                        : "rights.rule-ended")));
                    }
                    reach(actor, rule.holder());
                    return new RuleOutcome.Done(RuleWriting.withdraw(tx, rule));
                });
    }

    @Override
    public List<Rule> about(Actor actor, ResourceId resource) {
        actor.require(Permission.SEE_DEVICES);
        actor.require(Permission.SEE_PEOPLE);
        return books.read(sql -> RightStore.standingAbout(sql, resource));
    }

    @Override
    public List<Rule> ofGroup(Actor actor, long group) {
        actor.require(Permission.SEE_BOOKS);
        return books.read(sql -> RightStore.standingOf(sql, Holder.group(group)));
    }

    @Override
    public List<Entry> ofPerson(Actor actor, PersonId person) {
        actor.require(Permission.SEE_PEOPLE);
        reach.accept(actor, person);
        var now = books.clock().instant();
        var zone = settings.get().zone();
        return books.snapshot(sql -> {
            var standing = StandingStore.at(sql, person.number(), now, zone);
            var groups =
                    standing.groups().stream()
                            .collect(
                                    Collectors.toMap(
                                            Standing.Membership::group, Standing.Membership::name));
            return RightStore.resources(sql).stream()
                    .filter(resource -> !standing.about(resource.id()).isEmpty())
                    .map(resource -> entry(standing, groups, resource, now))
                    .toList();
        });
    }

    private static Entry entry(
            Standing standing, Map<Long, String> groups, Resource resource, Instant now) {
        var rules = standing.about(resource.id());
        var ground = standing.ruling().ground(rules, now);
        return new Entry(
                resource,
                ground.allows() && !standing.blocked(),
                ground,
                rules.stream()
                        .map(rule -> {
                            var plan = rule.plan();
                            return new Origin(
                                    rule,
                                    rule.holder().kind() == Holder.Kind.GROUP
                                            ? groups.getOrDefault(rule.holder().number(), "")
                                            : "",
                                    plan == null
                                            ? ""
                                            : Objects.requireNonNull(
                                                    standing.planNames().get(plan)),
                                    standing.ruling().silence(rule, now).orElse(null));
                        })
                        .toList());
    }

    @Override
    public Optional<Why> why(
            Actor actor, PersonId person, ResourceId resource, @Nullable Instant moment) {
        actor.require(Permission.SEE_PEOPLE);
        reach.accept(actor, person);
        var now = books.clock().instant();
        var asked = moment == null ? now : moment;
        var known = asked.isAfter(now) ? now : asked;
        var zone = settings.get().zone();
        return books.snapshot(sql -> {
            if (!StandingStore.personExists(sql, person.number())) {
                return Optional.empty();
            }
            return RightStore.resource(sql, resource)
                    .map(found ->
                            Explaining.why(
                                    StandingStore.at(sql, person.number(), known, zone),
                                    person,
                                    found,
                                    asked));
        });
    }

    private void reach(Actor actor, Holder holder) {
        if (holder.kind() == Holder.Kind.PERSON) {
            reach.accept(actor, new PersonId(holder.number()));
        }
    }
}
