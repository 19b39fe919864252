package app.lodge.desktop.commandline;

import app.lodge.core.rollout.DeviceProgress;
import app.lodge.core.rollout.Rollouts.OnDevice;
import app.lodge.core.rollout.Rollouts.Rollout;

/// Roll-outs in words.
final class RolloutWords {

    private RolloutWords() {}

    static String line(Session session, Rollout rollout) {
        var failed =
                rollout.count(DeviceProgress.FAILED) + rollout.count(DeviceProgress.ROLLED_BACK);
        return session.text(
                "cli.rollout.line",
                rollout.number(),
                rollout.what().title(),
                session.text("rollout-state." + Values.kebab(rollout.state())),
                rollout.stage(),
                rollout.stages(),
                rollout.count(DeviceProgress.INSTALLED),
                rollout.devices(),
                failed);
    }

    static String line(Session session, OnDevice device) {
        return "%d  %s  %s  %s"
                .formatted(
                        device.stage(),
                        device.name(),
                        session.text("rollout-progress." + Values.kebab(device.state())),
                        device.detail())
                .strip();
    }
}
