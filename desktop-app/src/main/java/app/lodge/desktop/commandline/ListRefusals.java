package app.lodge.desktop.commandline;

import app.lodge.core.devices.DeviceCare;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge device refusals`: what the field network refused, newest first (SAFE-59).
@Command(name = "refusals")
final class ListRefusals extends DoorCommand {

    @Option(names = "--limit", paramLabel = "COUNT", descriptionKey = "device.refusals.limit")
    int limit = 50;

    ListRefusals(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        Values.count("--limit", limit, 1, 500);
        var refusals = doors.door(DeviceCare.class).refusals(doors.actor(), limit);
        Map<String, Object> facts = Map.of("refusals", refusals);
        return refusals.isEmpty()
                ? new Answer.Done(facts, List.of(session.text("cli.device.no-refusals")))
                : new Answer.Done(facts, refusals.stream().map(this::line).toList());
    }

    private String line(DeviceCare.Refusal refusal) {
        return session.text(
                "cli.device.refusal",
                refusal.at(),
                refusal.name(),
                session.text("device-refused." + Values.kebab(refusal.what())),
                refusal.detail());
    }
}
