package app.lodge.core.rollout;

import app.lodge.core.rollout.Rollouts.Stages;
import java.util.ArrayList;
import java.util.List;

/// Divides devices into stages: canaries, a share of the rest, all others. Stages without devices are left out.
final class StagePlan {

    private StagePlan() {}

    /// @param targets those that are online first, so that canaries answer soon
    static <T> List<List<T>> of(List<T> targets, Stages stages) {
        var canaries = Math.min(stages.canaries(), targets.size());
        var rest = targets.size() - canaries;
        var share = Math.ceilDiv(rest * stages.sharePercent(), 100);
        var plan = new ArrayList<List<T>>();
        add(plan, targets.subList(0, canaries));
        add(plan, targets.subList(canaries, canaries + share));
        add(plan, targets.subList(canaries + share, targets.size()));
        return plan;
    }

    private static <T> void add(List<List<T>> plan, List<T> stage) {
        if (!stage.isEmpty()) {
            plan.add(List.copyOf(stage));
        }
    }
}
