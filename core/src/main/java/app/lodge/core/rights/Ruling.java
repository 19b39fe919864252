package app.lodge.core.rights;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What rules come to at a moment. The same computation decides at the door, explains at the desk and
/// looks ahead in drafts; it is also what devices do with the list that they hold.
///
/// Only rules that hold at the moment speak; one outside its time or windows is silent. If a rule for
/// the person speaks, those for groups are not heard (ID-13). Among rules of one kind a refusal wins.
/// Where nobody speaks the answer is no.
///
/// @param plans of all rules that have one
public record Ruling(Map<PlanId, WeekPlan> plans, SiteCalendar calendar) {

    public Ruling {
        plans = Map.copyOf(plans);
    }

    /// Why a rule is silent.
    public enum Silence {
        NOT_YET,
        OVER,
        OUTSIDE_WINDOWS,
        HOLIDAY
    }

    /// What decided.
    public enum Ground {
        PERSON_REFUSED(false),
        PERSON_GRANTED(true),
        GROUP_REFUSED(false),
        GROUP_GRANTED(true),
        NOTHING_SAID(false);

        private final boolean allows;

        Ground(boolean allows) {
            this.allows = allows;
        }

        public boolean allows() {
            return allows;
        }
    }

    public boolean allows(List<Rule> rules, Instant moment) {
        return ground(rules, moment).allows();
    }

    /// @param rules about one resource that concern one person, by itself or through groups
    public Ground ground(List<Rule> rules, Instant moment) {
        var speaking = rules.stream().filter(rule -> silence(rule, moment).isEmpty()).toList();
        if (says(speaking, Holder.Kind.PERSON, Effect.REFUSAL)) {
            return Ground.PERSON_REFUSED;
        }
        if (says(speaking, Holder.Kind.PERSON, Effect.GRANT)) {
            return Ground.PERSON_GRANTED;
        }
        if (says(speaking, Holder.Kind.GROUP, Effect.REFUSAL)) {
            return Ground.GROUP_REFUSED;
        }
        return says(speaking, Holder.Kind.GROUP, Effect.GRANT)
                ? Ground.GROUP_GRANTED
                : Ground.NOTHING_SAID;
    }

    private static boolean says(List<Rule> speaking, Holder.Kind holder, Effect effect) {
        return speaking.stream()
                .anyMatch(rule -> rule.holder().kind() == holder && rule.effect() == effect);
    }

    /// Empty while the rule speaks.
    public Optional<Silence> silence(Rule rule, Instant moment) {
        var from = rule.from();
        var until = rule.until();
        if (from != null && moment.isBefore(from)) {
            return Optional.of(Silence.NOT_YET);
        }
        if (until != null && !moment.isBefore(until)) {
            return Optional.of(Silence.OVER);
        }
        var plan = rule.plan();
        if (plan == null) {
            return Optional.empty();
        }
        var week = Objects.requireNonNull(plans.get(plan), plan.toString());
        var local = calendar.local(moment);
        if (week.open(local, calendar::holiday)) {
            return Optional.empty();
        }
        return Optional.of(
                week.kind(local.toLocalDate(), calendar::holiday) == Day.HOLIDAY
                        ? Silence.HOLIDAY
                        : Silence.OUTSIDE_WINDOWS);
    }
}
