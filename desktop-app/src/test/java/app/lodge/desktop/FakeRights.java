package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import app.lodge.core.rights.Day;
import app.lodge.core.rights.DraftId;
import app.lodge.core.rights.Effect;
import app.lodge.core.rights.Holder;
import app.lodge.core.rights.PlanId;
import app.lodge.core.rights.Resource;
import app.lodge.core.rights.ResourceId;
import app.lodge.core.rights.RightDrafts;
import app.lodge.core.rights.Rights;
import app.lodge.core.rights.Rule;
import app.lodge.core.rights.RuleId;
import app.lodge.core.rights.Ruling.Ground;
import app.lodge.core.rights.Ruling.Silence;
import app.lodge.core.rights.WeekPlan;
import app.lodge.core.rights.WeekPlan.Holidays;
import app.lodge.core.rights.Why;
import app.lodge.core.rights.Why.Line;
import app.lodge.core.rights.Why.Verdict;
import app.lodge.core.rights.Why.What;
import app.lodge.core.rights.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Rights in memory: a laboratory by day, a store for one, an archive that a group may not.
final class FakeRights implements Rights {

    private static final Instant SINCE = FakePeople.NOW.minus(Duration.ofDays(90));

    private final List<Resource> resources =
            new ArrayList<>(
                    List.of(
                            new Resource(new ResourceId(3), Resource.Kind.DATA, "Archive", null),
                            new Resource(new ResourceId(1), Resource.Kind.DOOR, "Laboratory", 6L),
                            new Resource(new ResourceId(2), Resource.Kind.ROOM, "Store", null)));
    private final Plan day =
            new Plan(
                    new PlanId(1),
                    "Daytime",
                    2,
                    new WeekPlan(
                            List.of(
                                    Window.weekdays(7 * 60, 18 * 60),
                                    new Window(EnumSet.of(Day.HOLIDAY), 10 * 60, 12 * 60)),
                            Holidays.OWN_WINDOWS));
    private final List<Rule> rules =
            new ArrayList<>(
                    List.of(
                            rule(1, 1, Holder.group(1), Effect.GRANT, day.id(), null),
                            rule(2, 2, Holder.person(2), Effect.GRANT, null, FakePeople.NOW),
                            rule(3, 3, Holder.group(2), Effect.REFUSAL, null, null)));
    final RightDrafts drafts = new Drafts();

    private static Rule rule(
            long number,
            long resource,
            Holder holder,
            Effect effect,
            @Nullable PlanId plan,
            @Nullable Instant begun) {
        return new Rule(
                new RuleId(number),
                new ResourceId(resource),
                holder,
                effect,
                plan,
                null,
                begun == null ? null : begun.plus(Duration.ofDays(30)),
                SINCE,
                null);
    }

    @Override
    public List<Resource> resources(Actor actor) {
        return List.copyOf(resources);
    }

    @Override
    public ResourceOutcome addResource(
            Actor actor,
            RequestId request,
            Resource.Kind kind,
            String name,
            @Nullable Long device) {
        var added = new Resource(new ResourceId(resources.size() + 1L), kind, name, device);
        resources.add(added);
        return new ResourceOutcome.Done(added);
    }

    @Override
    public List<Plan> plans(Actor actor) {
        return List.of(day);
    }

    @Override
    public PlanOutcome putPlan(Actor actor, RequestId request, String name, WeekPlan week) {
        return new PlanOutcome.Done(new Plan(new PlanId(2), name, 1, week));
    }

    @Override
    public List<Holiday> holidays(Actor actor, int year) {
        return List.of(
                new Holiday(LocalDate.of(year, 1, 1), "New Year"),
                new Holiday(LocalDate.of(year, 12, 25), "Christmas"));
    }

    @Override
    public HolidayOutcome putHoliday(Actor actor, RequestId request, LocalDate date, String name) {
        return new HolidayOutcome.Done(new Holiday(date, name));
    }

    @Override
    public HolidayOutcome removeHoliday(Actor actor, RequestId request, LocalDate date) {
        return new HolidayOutcome.Done(new Holiday(date, ""));
    }

    @Override
    public RuleOutcome put(Actor actor, RequestId request, Rule.Wanted wanted) {
        var from = wanted.from();
        var until = wanted.until();
        if (from != null && until != null && !from.isBefore(until)) {
            return new RuleOutcome.Rejected(
                    List.of(Problem.of("until", until, "rights.time-backwards")));
        }
        var rule =
                new Rule(
                        new RuleId(rules.size() + 1L),
                        wanted.resource(),
                        wanted.holder(),
                        wanted.effect(),
                        wanted.plan(),
                        from,
                        until,
                        SINCE,
                        null);
        rules.add(rule);
        return new RuleOutcome.Done(rule);
    }

    @Override
    public RuleOutcome withdraw(Actor actor, RequestId request, RuleId id) {
        var gone = rules.stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
        rules.remove(gone);
        return new RuleOutcome.Done(gone);
    }

    @Override
    public List<Rule> about(Actor actor, ResourceId resource) {
        return rules.stream().filter(rule -> rule.resource().equals(resource)).toList();
    }

    @Override
    public List<Rule> ofGroup(Actor actor, long group) {
        return List.of();
    }

    @Override
    public List<Entry> ofPerson(Actor actor, PersonId person) {
        return resources.stream()
                .map(resource -> {
                    var mine =
                            about(actor, resource.id()).stream()
                                    .map(rule ->
                                            new Origin(
                                                    rule,
                                                    rule.holder().kind() == Holder.Kind.GROUP
                                                            ? "Chemists"
                                                            : "",
                                                    rule.plan() == null ? "" : day.name(),
                                                    rule.plan() == null
                                                            ? null
                                                            : Silence.OUTSIDE_WINDOWS))
                                    .toList();
                    var granted =
                            mine.stream()
                                    .anyMatch(origin ->
                                            origin.silence() == null
                                                    && origin.rule().effect() == Effect.GRANT);
                    return new Entry(
                            resource,
                            granted,
                            granted ? Ground.PERSON_GRANTED : Ground.NOTHING_SAID,
                            mine);
                })
                .filter(entry -> !entry.origins().isEmpty())
                .toList();
    }

    @Override
    public Optional<Why> why(
            Actor actor, PersonId person, ResourceId id, @Nullable Instant moment) {
        var resource =
                resources.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        var rule = line(What.RULE, Verdict.SILENT, day.name(), null, rules.getFirst(), List.of());
        return Optional.of(
                new Why(
                        person,
                        resource,
                        moment == null ? FakePeople.NOW : moment,
                        false,
                        false,
                        Ground.NOTHING_SAID,
                        List.of(
                                line(What.PERSON, Verdict.SILENT, "", null, null, List.of()),
                                line(What.OWN_RULES, Verdict.SILENT, "", null, null, List.of()),
                                line(
                                        What.GROUP,
                                        Verdict.SILENT,
                                        "Chemists",
                                        SINCE,
                                        null,
                                        List.of(rule)))));
    }

    private static Line line(
            What what,
            Verdict verdict,
            String name,
            @Nullable Instant since,
            @Nullable Rule rule,
            List<Line> lines) {
        return new Line(
                what,
                verdict,
                true,
                name,
                since,
                rule,
                rule == null ? null : Silence.OUTSIDE_WINDOWS,
                lines);
    }

    /// One draft that gives and takes.
    private final class Drafts implements RightDrafts {

        private Draft draft =
                new Draft(
                        new DraftId(1),
                        "Winter hours",
                        State.OPEN,
                        FakePeople.NOW,
                        List.of(
                                new Change.Withdraw(new RuleId(3)),
                                new Change.Put(
                                        new Rule.Wanted(
                                                new ResourceId(2),
                                                Holder.group(1),
                                                Effect.GRANT,
                                                day.id(),
                                                FakePeople.NOW,
                                                FakePeople.NOW.plus(Duration.ofDays(90))))));

        @Override
        public List<Draft> list(Actor actor) {
            return List.of(draft);
        }

        @Override
        public DraftOutcome begin(Actor actor, RequestId request, String name) {
            return new DraftOutcome.Done(draft);
        }

        @Override
        public DraftOutcome change(Actor actor, RequestId request, DraftId id, Change change) {
            var changes = new ArrayList<>(draft.changes());
            changes.add(change);
            draft = new Draft(draft.id(), draft.name(), State.OPEN, draft.createdAt(), changes);
            return new DraftOutcome.Done(draft);
        }

        @Override
        public DraftOutcome drop(Actor actor, RequestId request, DraftId id, Change change) {
            var changes = new ArrayList<>(draft.changes());
            changes.remove(change);
            draft = new Draft(draft.id(), draft.name(), State.OPEN, draft.createdAt(), changes);
            return new DraftOutcome.Done(draft);
        }

        @Override
        public PreviewOutcome preview(Actor actor, DraftId id) {
            return new PreviewOutcome.Seen(
                    new Preview(
                            draft,
                            7,
                            FakePeople.NOW,
                            FakePeople.NOW.plus(Duration.ofDays(373)),
                            3,
                            List.of(
                                    affected(1, 0, Duration.ofHours(900), Duration.ZERO),
                                    affected(2, 1, Duration.ZERO, Duration.ofHours(40)),
                                    affected(3, 2, Duration.ofHours(9), Duration.ofHours(9))),
                            0));
        }

        private Affected affected(long person, int resource, Duration gains, Duration loses) {
            return new Affected(
                    new PersonId(person),
                    resources.get(resource),
                    !loses.isZero(),
                    !gains.isZero(),
                    gains,
                    loses,
                    FakePeople.NOW);
        }

        @Override
        public PublishOutcome publish(Actor actor, RequestId request, DraftId id, long basis) {
            draft =
                    new Draft(
                            draft.id(),
                            draft.name(),
                            State.PUBLISHED,
                            draft.createdAt(),
                            draft.changes());
            return new PublishOutcome.Published(draft);
        }

        @Override
        public DraftOutcome discard(Actor actor, RequestId request, DraftId id) {
            return new DraftOutcome.Done(draft);
        }
    }
}
