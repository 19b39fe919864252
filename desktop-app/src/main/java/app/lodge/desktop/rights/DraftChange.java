package app.lodge.desktop.rights;

import app.lodge.core.books.Permission;
import app.lodge.core.groups.Groups.Group;
import app.lodge.core.people.PersonId;
import app.lodge.core.rights.Holder;
import app.lodge.core.rights.PlanId;
import app.lodge.core.rights.Resource;
import app.lodge.core.rights.ResourceId;
import app.lodge.core.rights.RightDrafts.Change;
import app.lodge.core.rights.RightDrafts.Draft;
import app.lodge.core.rights.Rights.Plan;
import app.lodge.core.rights.Rule;
import app.lodge.core.rights.RuleId;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.PersonNames;
import app.lodge.desktop.shell.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One change in a draft, with the names of what it is about.
///
/// @param position from 1
/// @param resource name; empty for a change of a plan
/// @param holder name of the person or group; empty likewise
/// @param plan name; empty for none
public record DraftChange(
        int position, Change change, String resource, String holder, String plan) {

    /// All of a draft, in its order. Whoever may change rights may see whom they are for.
    static List<DraftChange> of(Session session, Draft draft) {
        if (draft.changes().isEmpty()) {
            return List.of();
        }
        var doors = session.doors();
        var actor = session.actor();
        var resources = doors.rights().resources(actor);
        var resourceNames = new HashMap<ResourceId, String>();
        resources.forEach(one -> resourceNames.put(one.id(), one.name()));
        var plans =
                doors.rights().plans(actor).stream()
                        .collect(Collectors.toMap(Plan::id, Plan::name));
        var groups =
                actor.may(Permission.SEE_BOOKS)
                        ? doors.groups().list(actor).stream()
                                .collect(Collectors.toMap(one -> one.id().number(), Group::name))
                        : Map.<Long, String>of();
        var names = new PersonNames(session);
        var standing = standing(session, draft, resources);
        return IntStream.range(0, draft.changes().size())
                .mapToObj(index -> {
                    var change = draft.changes().get(index);
                    return switch (change) {
                        case Change.Put(var wanted) ->
                                named(index, change, wanted, resourceNames, plans, groups, names);
                        case Change.Withdraw(var id) -> {
                            var rule = standing.get(id);
                            yield rule == null
                                    ? new DraftChange(index + 1, change, "", "", "")
                                    : named(
                                            index,
                                            change,
                                            wanted(rule),
                                            resourceNames,
                                            plans,
                                            groups,
                                            names);
                        }
                        case Change.Replan(var plan, var _) ->
                                new DraftChange(
                                        index + 1, change, "", "", plans.getOrDefault(plan, "–"));
                    };
                })
                .toList();
    }

    /// "may · Daytime · from …", "ends", or which plan gets other hours.
    String words(Kit kit) {
        return switch (change) {
            case Change.Put(var wanted) ->
                    kit.text(
                            "rights.change-put",
                            resource,
                            holder,
                            RuleWords.of(
                                    kit,
                                    wanted.effect(),
                                    wanted.from(),
                                    wanted.until(),
                                    plan,
                                    null));
            case Change.Withdraw(var rule) ->
                    resource.isEmpty()
                            ? kit.text("rights.change-withdraw-gone", rule.number())
                            : kit.text("rights.change-withdraw", resource, holder);
            case Change.Replan _ -> kit.text("rights.change-replan", plan);
        };
    }

    /// The rules that a draft would end and that stand yet.
    private static Map<RuleId, Rule> standing(
            Session session, Draft draft, List<Resource> resources) {
        if (draft.changes().stream().noneMatch(Change.Withdraw.class::isInstance)) {
            return Map.of();
        }
        var all = new HashMap<RuleId, Rule>();
        for (var resource : resources) {
            session.doors()
                    .rights()
                    .about(session.actor(), resource.id())
                    .forEach(rule -> all.put(rule.id(), rule));
        }
        return all;
    }

    private static DraftChange named(
            int index,
            Change change,
            Rule.Wanted wanted,
            Map<ResourceId, String> resources,
            Map<PlanId, String> plans,
            Map<Long, String> groups,
            PersonNames names) {
        var plan = wanted.plan();
        return new DraftChange(
                index + 1,
                change,
                resources.getOrDefault(wanted.resource(), "–"),
                holder(wanted.holder(), groups, names),
                plan == null ? "" : plans.getOrDefault(plan, "–"));
    }

    private static String holder(Holder holder, Map<Long, String> groups, PersonNames names) {
        return switch (holder.kind()) {
            case PERSON -> names.of(new PersonId(holder.number()));
            case GROUP -> groups.getOrDefault(holder.number(), "–");
        };
    }

    private static Rule.Wanted wanted(Rule rule) {
        return new Rule.Wanted(
                rule.resource(),
                rule.holder(),
                rule.effect(),
                rule.plan(),
                rule.from(),
                rule.until());
    }
}
