package app.lodge.desktop.commandline;

import app.lodge.core.books.Actor;
import app.lodge.core.groups.Groups;
import app.lodge.core.rights.Effect;
import app.lodge.core.rights.Holder;
import app.lodge.core.rights.PlanId;
import app.lodge.core.rights.Resource;
import app.lodge.core.rights.Rights;
import app.lodge.core.rights.Rule;
import app.lodge.core.rights.Ruling;
import app.lodge.core.settings.Settings;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Words of the `right` commands as values, and rules as words.
final class RightWords {

    private final Session session;
    private final Doors doors;
    private final Rights rights;
    private final Actor actor;

    RightWords(Session session, Doors doors) {
        this.session = session;
        this.doors = doors;
        this.rights = doors.door(Rights.class);
        this.actor = doors.actor();
    }

    Resource resource(String typed) {
        return rights.resources(actor).stream()
                .filter(one ->
                        one.name().equalsIgnoreCase(typed)
                                || Long.toString(one.id().number()).equals(typed))
                .findFirst()
                .orElseThrow(() -> new WrongUsage("cli.right.no-resource", Values.shown(typed)));
    }

    /// `12` for a person, `group:Chemists` for a group.
    Holder holder(String typed) {
        if (!typed.startsWith("group:")) {
            return Holder.person(Values.person("HOLDER", typed).number());
        }
        var name = typed.substring("group:".length());
        return doors.door(Groups.class).list(actor).stream()
                .filter(group -> group.name().equalsIgnoreCase(name))
                .findFirst()
                .map(group -> Holder.group(group.id().number()))
                .orElseThrow(() -> new WrongUsage("cli.right.no-group", Values.shown(name)));
    }

    @Nullable PlanId plan(String typed) {
        return typed.isEmpty()
                ? null
                : rights.plans(actor).stream()
                        .filter(plan -> plan.name().equalsIgnoreCase(typed))
                        .findFirst()
                        .map(Rights.Plan::id)
                        .orElseThrow(
                                () -> new WrongUsage("cli.right.no-plan", Values.shown(typed)));
    }

    /// A moment by the clock of the site, `2026-05-03T07:12`, or a day's beginning, `2026-05-03`.
    @Nullable Instant moment(String field, String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return LocalDateTime.parse(typed.contains("T") ? typed : typed + "T00:00")
                    .atZone(zone())
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw new WrongUsage("cli.right.moment", field, Values.shown(typed));
        }
    }

    ZoneId zone() {
        return doors.door(Settings.class).site(actor).zone();
    }

    String time(Instant moment) {
        return session.texts().time(moment, zone());
    }

    String ground(Ruling.Ground ground) {
        return session.text("right-ground." + Values.kebab(ground));
    }

    /// One rule on one line: number, effect, whom for, plan, from, until.
    String line(Rule rule, String group, String plan, Ruling.@Nullable Silence silence) {
        var parts = new ArrayList<String>();
        parts.add("%6d".formatted(rule.id().number()));
        parts.add(effect(rule.effect()));
        parts.add(
                rule.holder().kind() == Holder.Kind.PERSON
                        ? "%07d".formatted(rule.holder().number())
                        : group);
        if (!plan.isEmpty()) {
            parts.add(plan);
        }
        var from = rule.from();
        var until = rule.until();
        if (from != null) {
            parts.add(session.text("right-rule.from", time(from)));
        }
        if (until != null) {
            parts.add(session.text("right-rule.until", time(until)));
        }
        if (silence != null) {
            parts.add("(" + session.text("right-silence." + Values.kebab(silence)) + ")");
        }
        return String.join("  ", parts);
    }

    List<String> lines(List<Rule> rules) {
        var plans =
                rights.plans(actor).stream()
                        .collect(Collectors.toMap(Rights.Plan::id, Rights.Plan::name));
        Map<Long, String> groups =
                rules.stream().anyMatch(rule -> rule.holder().kind() == Holder.Kind.GROUP)
                        ? doors.door(Groups.class).list(actor).stream()
                                .collect(
                                        Collectors.toMap(
                                                group -> group.id().number(), Groups.Group::name))
                        : Map.of();
        return rules.stream()
                .map(rule -> {
                    var plan = rule.plan();
                    return line(
                            rule,
                            groups.getOrDefault(rule.holder().number(), ""),
                            plan == null ? "" : plans.getOrDefault(plan, ""),
                            null);
                })
                .toList();
    }

    String effect(Effect effect) {
        return session.text("right-effect." + Values.kebab(effect));
    }
}
