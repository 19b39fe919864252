package app.lodge.core.devices;

import app.lodge.core.books.Problem;
import app.lodge.core.devices.Pushes.Change;
import app.lodge.core.devices.Pushes.Left;
import app.lodge.core.devices.Pushes.Preview;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a push is about to do: what its preview shows is what it writes.
///
/// @param template whose settings change too; null for none
/// @param templateAfter all its settings afterwards
/// @param templateBefore those that change, as they were
record PushPlan(
        List<Problem> problems,
        List<Step> steps,
        List<Left> untouched,
        @Nullable Long template,
        Map<String, String> templateAfter,
        Map<String, String> templateBefore) {

    PushPlan {
        problems = List.copyOf(problems);
        steps = List.copyOf(steps);
        untouched = List.copyOf(untouched);
    }

    /// @param changed key → new value, only those that differ
    /// @param own settings that are the device's own afterwards
    record Step(
            DeviceStore.Row row, DeviceSetup setup, Map<String, String> changed, Set<String> own) {

        Step {
            changed = Map.copyOf(changed);
            own = Set.copyOf(own);
        }

        Map<String, String> after() {
            var after = new TreeMap<>(row.desired());
            after.putAll(changed);
            return after;
        }
    }

    static PushPlan rejected(List<Problem> problems) {
        return new PushPlan(problems, List.of(), List.of(), null, Map.of(), Map.of());
    }

    boolean empty() {
        return templateBefore.isEmpty()
                && steps.stream().allMatch(step -> step.changed().isEmpty());
    }

    Preview preview() {
        var changes = new ArrayList<Change>();
        for (var step : steps) {
            new TreeMap<>(step.changed())
                    .forEach((setting, to) ->
                            changes.add(
                                    PushPlanStore.change(
                                            step.row().device(),
                                            setting,
                                            step.row().desired().getOrDefault(setting, ""),
                                            to)));
        }
        return new Preview(changes, untouched, seen(changes));
    }

    private String seen(List<Change> changes) {
        var text = new StringBuilder(new TreeMap<>(templateAfter).toString());
        for (var change : changes) {
            text.append('\n')
                    .append(change.device().number())
                    .append('\t')
                    .append(change.setting())
                    .append('\t')
                    .append(change.from())
                    .append('\t')
                    .append(change.to());
        }
        return HexFormat.of().withUpperCase().formatHex(EventStore.hash(text.toString()), 0, 16);
    }
}
