package app.lodge.core.encodingplans;

import java.util.HashSet;
import java.util.List;

/// Checks a plan before it can be published: what fits, what can be reached, what is weak, and what
/// could never be undone.
public final class PlanChecks {

    private PlanChecks() {}

    /// Everything that is wrong or weak, in the document's order.
    public static List<Finding> of(EncodingPlan plan) {
        var found = new Findings();
        if (!plan.name().matches("[a-z0-9-]{1,30}")) {
            found.blocks("name", plan.name(), "plan.name");
        }
        found.range("version", plan.version(), 1, 9_999);
        if (plan.note().length() > 500) {
            found.blocks("note", plan.note(), "plan.note");
        }
        switch (plan.medium()) {
            case PlannedMedium.Desfire it -> new DesfireChecks(it, found).run();
            case PlannedMedium.Classic it -> new ClassicChecks(it, found).run();
            case PlannedMedium.Plus it -> new PlusChecks(it, found).run();
            case PlannedMedium.Pages it -> new PageChecks(found).run(it);
            case PlannedMedium.ContactKey it -> new PageChecks(found).run(it);
        }
        if (found.written.isEmpty()) {
            found.blocks("medium", "", "plan.nothing");
        }
        readBack(plan, found);
        irreversible(plan, found);
        return found.all();
    }

    /// Whether nothing stands against publishing.
    public static boolean sound(EncodingPlan plan) {
        return of(plan).stream().noneMatch(Finding::blocks);
    }

    private static void readBack(EncodingPlan plan, Findings found) {
        var named = new HashSet<String>();
        for (var name : plan.readBack()) {
            if (!named.add(name)) {
                found.blocks("readBack", name, "plan.twice");
            } else if (!found.places.contains(name)) {
                found.blocks(
                        "readBack",
                        name,
                        "plan.no-place",
                        String.join(", ", found.places.stream().sorted().toList()));
            } else if (!found.readable.contains(name)) {
                found.blocks("readBack", name, "plan.no-read-key");
            }
        }
        found.written.stream()
                .filter(name -> !named.contains(name))
                .sorted()
                .forEach(name -> found.caution("readBack", name, "plan.not-read-back"));
    }

    private static void irreversible(EncodingPlan plan, Findings found) {
        for (var done : found.done) {
            if (!plan.irreversible().contains(done)) {
                found.blocks("irreversible", done, "plan.once-only");
            }
        }
        for (var named : plan.irreversible()) {
            if (!found.done.contains(named)) {
                found.blocks("irreversible", named, "plan.not-done");
            }
        }
    }
}
