package app.lodge.core.rights;

import app.lodge.core.people.PersonId;
import app.lodge.core.rights.Why.Line;
import app.lodge.core.rights.Why.Verdict;
import app.lodge.core.rights.Why.What;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Tells a ruling as a tree.
final class Explaining {

    private final Standing standing;
    private final ResourceId resource;
    private final Instant moment;
    private final boolean ownSpeak;

    private Explaining(Standing standing, ResourceId resource, Instant moment) {
        this.standing = standing;
        this.resource = resource;
        this.moment = moment;
        this.ownSpeak =
                standing.about(resource).stream()
                        .filter(rule -> rule.holder().kind() == Holder.Kind.PERSON)
                        .anyMatch(rule -> standing.ruling().silence(rule, moment).isEmpty());
    }

    static Why why(Standing standing, PersonId person, Resource resource, Instant moment) {
        var ground = standing.ruling().ground(standing.about(resource.id()), moment);
        return new Why(
                person,
                resource,
                moment,
                ground.allows() && !standing.blocked(),
                standing.blocked(),
                ground,
                new Explaining(standing, resource.id(), moment).lines());
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        lines.add(
                new Line(
                        What.PERSON,
                        standing.blocked() ? Verdict.REFUSES : Verdict.SILENT,
                        true,
                        "",
                        null,
                        null,
                        null,
                        List.of()));
        var calendar = standing.ruling().calendar();
        var holiday = calendar.holidays().get(calendar.local(moment).toLocalDate());
        if (holiday != null) {
            lines.add(
                    new Line(
                            What.HOLIDAY,
                            Verdict.SILENT,
                            true,
                            holiday,
                            null,
                            null,
                            null,
                            List.of()));
        }
        var own = rules(Holder.Kind.PERSON, null);
        lines.add(new Line(What.OWN_RULES, sum(own), true, "", null, null, null, own));
        for (var group : standing.groups()) {
            var rules = rules(Holder.Kind.GROUP, group.group());
            lines.add(
                    new Line(
                            What.GROUP,
                            sum(rules),
                            !ownSpeak,
                            group.name(),
                            group.since(),
                            null,
                            null,
                            rules));
        }
        return lines;
    }

    private List<Line> rules(Holder.Kind kind, @Nullable Long group) {
        return standing.about(resource).stream()
                .filter(rule -> rule.holder().kind() == kind)
                .filter(rule -> group == null || rule.holder().number() == group)
                .map(this::rule)
                .toList();
    }

    private Line rule(Rule rule) {
        var silence = standing.ruling().silence(rule, moment).orElse(null);
        var plan = rule.plan();
        var speaks = rule.effect() == Effect.GRANT ? Verdict.ALLOWS : Verdict.REFUSES;
        return new Line(
                What.RULE,
                silence == null ? speaks : Verdict.SILENT,
                rule.holder().kind() == Holder.Kind.PERSON || !ownSpeak,
                plan == null ? "" : Objects.requireNonNull(standing.planNames().get(plan)),
                null,
                rule,
                silence,
                List.of());
    }

    private static Verdict sum(List<Line> rules) {
        if (rules.stream().anyMatch(line -> line.verdict() == Verdict.REFUSES)) {
            return Verdict.REFUSES;
        }
        return rules.stream().anyMatch(line -> line.verdict() == Verdict.ALLOWS)
                ? Verdict.ALLOWS
                : Verdict.SILENT;
    }
}
