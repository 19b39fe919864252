package app.lodge.core.rollout;

import app.lodge.core.books.Tx;
import app.lodge.core.rollout.Rollouts.Rollout;
import app.lodge.core.rollout.Rollouts.State;
import java.util.List;
import java.util.Map;

/// Brings a roll-out to where time and the devices' words allow it to be: begins it, stops it at too many
/// failures, goes on to the next stage, ends it (SAFE-54).
final class Advance {

    private static final List<DeviceProgress> NOT_INSTALLING =
            List.of(
                    DeviceProgress.WAITING,
                    DeviceProgress.OFFERED,
                    DeviceProgress.DOWNLOADING,
                    DeviceProgress.DOWNLOADED);

    private Advance() {}

    static void all(Tx tx) {
        RolloutStore.under(tx.sql(), List.of(State.PLANNED, State.RUNNING, State.GOING_BACK))
                .forEach(rollout -> one(tx, rollout));
    }

    static void one(Tx tx, Rollout rollout) {
        switch (rollout.state()) {
            case PLANNED -> {
                if (!tx.now().isBefore(rollout.startsAt())) {
                    next(tx, rollout);
                }
            }
            case RUNNING -> running(tx, rollout);
            case GOING_BACK -> back(tx, rollout);
            case STOPPED, DONE, ENDED, WENT_BACK -> {
                // nothing moves any more
            }
        }
    }

    /// Every device that has it, or is about to, is told to go back.
    static void back(Tx tx, Rollout rollout) {
        RolloutStore.move(
                tx, rollout.number(), rollout.stages(), NOT_INSTALLING, DeviceProgress.NOT_BEGUN);
        var moved =
                RolloutStore.move(
                        tx,
                        rollout.number(),
                        rollout.stages(),
                        List.of(DeviceProgress.INSTALLED),
                        DeviceProgress.GOING_BACK);
        var left = open(RolloutStore.counts(tx.sql(), rollout.number(), rollout.stages()));
        to(tx, rollout, left == 0 ? State.WENT_BACK : State.GOING_BACK, rollout.stage(), moved);
    }

    private static void running(Tx tx, Rollout rollout) {
        if (tx.now().isAfter(RolloutStore.endOf(rollout))) {
            RolloutStore.move(
                    tx,
                    rollout.number(),
                    rollout.stages(),
                    NOT_INSTALLING,
                    DeviceProgress.NOT_BEGUN);
            to(tx, rollout, State.ENDED, rollout.stage(), 0);
            return;
        }
        var begun = RolloutStore.counts(tx.sql(), rollout.number(), rollout.stage());
        var devices = begun.values().stream().mapToInt(Integer::intValue).sum();
        var failed =
                begun.entrySet().stream()
                        .filter(entry -> entry.getKey().failed())
                        .mapToInt(Map.Entry::getValue)
                        .sum();
        if (100 * failed > rollout.stopAtFailedPercent() * devices) {
            to(tx, rollout, State.STOPPED, rollout.stage(), 0);
        } else if (open(begun) == 0) {
            next(tx, rollout);
        }
    }

    private static void next(Tx tx, Rollout rollout) {
        if (rollout.stage() == rollout.stages()) {
            to(tx, rollout, State.DONE, rollout.stage(), 0);
            return;
        }
        var stage = rollout.stage() + 1;
        var offered =
                RolloutStore.move(
                        tx,
                        rollout.number(),
                        stage,
                        List.of(DeviceProgress.WAITING),
                        DeviceProgress.OFFERED);
        to(tx, rollout, State.RUNNING, stage, offered);
    }

    /// @param offered devices that have something to do now: the fact wakes the delivery
    private static void to(Tx tx, Rollout rollout, State state, int stage, int offered) {
        if (state == rollout.state() && stage == rollout.stage() && offered == 0) {
            return;
        }
        RolloutStore.state(tx, rollout.number(), state, stage);
        tx.journal(
                "rollout.moved",
                "rollout:" + rollout.number(),
                Map.of("state", state.name(), "stage", stage, "offered", offered));
    }

    private static int open(Map<DeviceProgress, Integer> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().open())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
