package app.lodge.core.rights;

import app.lodge.core.people.PersonId;
import app.lodge.core.rights.RightDrafts.Affected;
import app.lodge.core.rights.RightDrafts.Change;
import app.lodge.core.rights.RightDrafts.Draft;
import app.lodge.core.rights.RightDrafts.Preview;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Holds a draft against the rules that stand: for everybody whom any rule about a touched resource
/// concerns, the times before and after, to the minute.
final class PreviewStore {

    private static final int MOST_SHOWN = 1_000;

    /// A year and a week: every date's weekday and every change of the clocks comes by.
    private static final Duration LOOKED_AT = Duration.ofDays(373);

    private final DSLContext sql;
    private final Instant now;
    private final Ruling before;
    private final Ruling after;
    private final List<Change> changes;

    /// Many people have the same rules: each set is worked out once.
    private final Map<Sets, Difference> known = new HashMap<>();

    private record Sets(List<Rule> before, List<Rule> after) {}

    private record Difference(boolean before, boolean after, Timeline gains, Timeline loses) {}

    private PreviewStore(DSLContext sql, Instant now, ZoneId zone, List<Change> changes) {
        this.sql = sql;
        this.now = now;
        this.changes = changes;
        var plans = new HashMap<PlanId, WeekPlan>();
        CalendarStore.plans(sql, now).forEach(plan -> plans.put(plan.id(), plan.week()));
        var calendar = CalendarStore.calendar(sql, now, zone);
        before = new Ruling(plans, calendar);
        changes.forEach(change -> {
            if (change instanceof Change.Replan(var plan, var week)) {
                plans.put(plan, week);
            }
        });
        after = new Ruling(plans, calendar);
    }

    static Preview preview(DSLContext sql, Draft draft, Instant now, ZoneId zone) {
        return new PreviewStore(sql, now, zone, draft.changes()).preview(draft);
    }

    private Preview preview(Draft draft) {
        var rules = new TreeMap<Long, List<Rule>>();
        touched()
                .forEach(resource ->
                        rules.put(
                                resource, RightStore.standingAbout(sql, new ResourceId(resource))));
        var after = new TreeMap<Long, List<Rule>>();
        rules.forEach((resource, standing) -> after.put(resource, changed(resource, standing)));
        var until = until(Stream.of(rules, after).flatMap(one -> one.values().stream()).toList());
        var affected = new ArrayList<Affected>();
        rules.forEach((resource, standing) ->
                compare(
                        RightStore.resource(sql, new ResourceId(resource)).orElseThrow(),
                        standing,
                        Objects.requireNonNull(after.get(resource)),
                        until,
                        affected));
        return new Preview(
                draft,
                DraftStore.basis(sql),
                now,
                until,
                affected.stream().map(Affected::person).distinct().count(),
                affected.subList(0, Math.min(MOST_SHOWN, affected.size())),
                Math.max(0, affected.size() - MOST_SHOWN));
    }

    /// Resources that any change is about.
    private Set<Long> touched() {
        var touched = new TreeSet<Long>();
        var replanned = new HashSet<PlanId>();
        for (var change : changes) {
            switch (change) {
                case Change.Put(var wanted) -> touched.add(wanted.resource().number());
                case Change.Withdraw(var rule) ->
                        RightStore.rule(sql, rule)
                                .ifPresent(one -> touched.add(one.resource().number()));
                case Change.Replan(var plan, _) -> replanned.add(plan);
            }
        }
        if (!replanned.isEmpty()) {
            RightStore.resources(sql)
                    .forEach(resource -> {
                        if (RightStore.standingAbout(sql, resource.id()).stream()
                                .anyMatch(rule -> replanned.contains(rule.plan()))) {
                            touched.add(resource.id().number());
                        }
                    });
        }
        return touched;
    }

    private List<Rule> changed(long resource, List<Rule> standing) {
        var rules = new ArrayList<>(standing);
        var fresh = 0L;
        for (var change : changes) {
            switch (change) {
                case Change.Withdraw(var id) -> rules.removeIf(rule -> rule.id().equals(id));
                case Change.Put(var wanted) -> {
                    if (wanted.resource().number() == resource
                            && rules.stream().noneMatch(rule -> rule.says().equals(wanted))) {
                        rules.add(
                                new Rule(
                                        new RuleId(--fresh),
                                        wanted.resource(),
                                        wanted.holder(),
                                        wanted.effect(),
                                        wanted.plan(),
                                        wanted.from(),
                                        wanted.until(),
                                        now,
                                        null));
                    }
                }
                case Change.Replan _ -> {
                    // the plan, not the rule
                }
            }
        }
        return rules;
    }

    /// Beyond every beginning and end, so that what begins in three years is seen too.
    private Instant until(List<List<Rule>> rules) {
        var last =
                rules.stream()
                        .flatMap(List::stream)
                        .flatMap(rule -> Stream.of(bound(rule.from()), bound(rule.until())))
                        .max(Instant::compareTo)
                        .orElse(now);
        return last.plus(LOOKED_AT);
    }

    private Instant bound(@Nullable Instant moment) {
        var furthest = now.plus(Duration.ofDays(3_650));
        if (moment == null || moment.isBefore(now)) {
            return now;
        }
        return moment.isAfter(furthest) ? furthest : moment;
    }

    private void compare(
            Resource resource,
            List<Rule> standing,
            List<Rule> changed,
            Instant until,
            List<Affected> affected) {
        var both = Stream.concat(standing.stream(), changed.stream()).toList();
        var groups =
                both.stream()
                        .filter(rule -> rule.holder().kind() == Holder.Kind.GROUP)
                        .map(rule -> rule.holder().number())
                        .collect(Collectors.toSet());
        var memberships = DraftStore.memberships(sql, groups);
        var people = new TreeSet<>(memberships.keySet());
        both.stream()
                .filter(rule -> rule.holder().kind() == Holder.Kind.PERSON)
                .forEach(rule -> people.add(rule.holder().number()));
        for (var person : people) {
            var mine = memberships.getOrDefault(person, Set.of());
            var sets = new Sets(of(person, mine, standing), of(person, mine, changed));
            var difference = known.computeIfAbsent(sets, one -> difference(one, until));
            var gains = difference.gains();
            var loses = difference.loses();
            if (!gains.spans().isEmpty() || !loses.spans().isEmpty()) {
                affected.add(
                        new Affected(
                                new PersonId(person),
                                resource,
                                difference.before(),
                                difference.after(),
                                gains.length(),
                                loses.length(),
                                Stream.of(gains, loses)
                                        .flatMap(timeline -> timeline.spans().stream().limit(1))
                                        .map(Timeline.Span::from)
                                        .min(Instant::compareTo)
                                        .orElseThrow()));
            }
        }
    }

    private static List<Rule> of(long person, Set<Long> groups, List<Rule> rules) {
        return rules.stream()
                .filter(rule ->
                        switch (rule.holder().kind()) {
                            case PERSON -> rule.holder().number() == person;
                            case GROUP -> groups.contains(rule.holder().number());
                        })
                .toList();
    }

    private Difference difference(Sets sets, Instant until) {
        var was = Timeline.of(before, sets.before(), now, until);
        var will = Timeline.of(after, sets.after(), now, until);
        return new Difference(
                before.allows(sets.before(), now),
                after.allows(sets.after(), now),
                will.without(was),
                was.without(will));
    }
}
