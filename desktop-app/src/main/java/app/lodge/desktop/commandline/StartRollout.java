package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.rollout.Rollouts;
import app.lodge.core.rollout.Rollouts.Install;
import app.lodge.core.rollout.Rollouts.Order;
import app.lodge.core.rollout.Rollouts.PreviewOutcome;
import app.lodge.core.rollout.Rollouts.Stages;
import app.lodge.core.rollout.Rollouts.StartOutcome;
import java.util.ArrayList;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge rollout start`: shows who would get a package in which stage, and with `--send` begins (SAFE-54).
@Command(name = "start")
final class StartRollout extends DoorCommand {

    @Parameters(paramLabel = "PACKAGE", descriptionKey = "rollout.package")
    String number = "";

    @Mixin private final AimOptions aim = new AimOptions();

    @Option(names = "--canaries", paramLabel = "N", descriptionKey = "rollout.canaries")
    int canaries = Stages.CAREFUL.canaries();

    @Option(names = "--share", paramLabel = "PERCENT", descriptionKey = "rollout.share")
    int share = Stages.CAREFUL.sharePercent();

    @Option(names = "--stop-at", paramLabel = "PERCENT", descriptionKey = "rollout.stop-at")
    int stopAt = Stages.CAREFUL.stopAtFailedPercent();

    @Option(names = "--on-request", descriptionKey = "rollout.on-request")
    boolean onRequest;

    @Option(names = "--from", paramLabel = "TIME", descriptionKey = "rollout.from")
    String from = "";

    @Option(names = "--until", paramLabel = "TIME", descriptionKey = "rollout.until")
    String until = "";

    @Option(names = "--send", descriptionKey = "settings.send")
    boolean send;

    StartRollout(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var order =
                new Order(
                        Values.number("PACKAGE", number),
                        aim.aim(doors),
                        new Stages(canaries, share, stopAt),
                        onRequest ? Install.ON_REQUEST : Install.AT_ONCE,
                        AddPackage.time("--from", from),
                        AddPackage.time("--until", until));
        var rollouts = doors.door(Rollouts.class);
        if (send) {
            return switch (rollouts.start(doors.actor(), RequestId.fresh(), order)) {
                case StartOutcome.Started(var rollout) ->
                        Answer.done(
                                Map.of("rollout", rollout), RolloutWords.line(session, rollout));
                case StartOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
            };
        }
        return switch (rollouts.preview(doors.actor(), order)) {
            case PreviewOutcome.Shown(var devices, var stages) -> {
                var lines = new ArrayList<String>();
                devices.forEach(device -> lines.add(RolloutWords.line(session, device)));
                lines.add(session.text("cli.rollout.preview", devices.size(), stages));
                yield new Answer.Done(Map.of("devices", devices, "stages", stages), lines);
            }
            case PreviewOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
