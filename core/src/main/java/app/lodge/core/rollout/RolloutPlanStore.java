package app.lodge.core.rollout;

import app.lodge.core.books.Problem;
import app.lodge.core.rollout.Rollouts.OnDevice;
import app.lodge.core.rollout.Rollouts.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/// What an order of a roll-out comes to: its devices, stage by stage, or what is wrong with it.
final class RolloutPlanStore {

    record Plan(List<List<OnDevice>> stages, List<Problem> problems) {}

    private RolloutPlanStore() {}

    static Plan plan(DSLContext sql, Order order, Instant now) {
        var problems = check(order, now);
        var what = PackageStore.find(sql, order.packageNumber()).orElse(null);
        if (what == null) {
            problems.add(Problem.of("package", order.packageNumber(), "packages.unknown"));
            return new Plan(List.of(), problems);
        }
        var stages = TargetStore.stages(sql, what, order, now);
        if (stages.isEmpty()) {
            problems.add(Problem.of("aim", order.aim().code(), "rollouts.nobody"));
        }
        return new Plan(stages, problems);
    }

    private static List<Problem> check(Order order, Instant now) {
        var problems = new ArrayList<Problem>();
        var stages = order.stages();
        if (stages.canaries() < 0 || stages.canaries() > 1_000) {
            problems.add(range("canaries", stages.canaries(), 1_000));
        }
        if (stages.sharePercent() < 0 || stages.sharePercent() > 100) {
            problems.add(range("share", stages.sharePercent(), 100));
        }
        if (stages.stopAtFailedPercent() < 0 || stages.stopAtFailedPercent() > 100) {
            problems.add(range("stop", stages.stopAtFailedPercent(), 100));
        }
        var ends = order.endsAt();
        var starts = order.startsAt();
        if (ends != null && !ends.isAfter(starts == null || starts.isBefore(now) ? now : starts)) {
            problems.add(Problem.of("until", ends, "packages.period-backwards"));
        }
        return problems;
    }

    private static Problem range(String field, int value, int highest) {
        return Problem.of(field, value, "rollouts.range", highest);
    }
}
