package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.Pushes;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge settings conflicts`: where desk and panel changed the same setting, and which one holds (LOCK-08).
@Command(name = "conflicts")
final class ListConflicts extends DoorCommand {

    @Option(names = "--seen", paramLabel = "CONFLICT", descriptionKey = "settings.conflicts.seen")
    String seen = "";

    ListConflicts(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var pushes = doors.door(Pushes.class);
        if (!seen.isEmpty()) {
            var number = Values.number("--seen", seen);
            if (pushes.seen(doors.actor(), RequestId.fresh(), number).isEmpty()) {
                return Answer.refused("cli.settings.no-conflict", number);
            }
        }
        var conflicts = pushes.conflicts(doors.actor());
        Map<String, Object> facts = Map.of("conflicts", conflicts);
        return conflicts.isEmpty()
                ? new Answer.Done(facts, List.of(session.text("cli.settings.no-conflicts")))
                : new Answer.Done(facts, conflicts.stream().map(this::line).toList());
    }

    private String line(Pushes.Conflict conflict) {
        return session.text(
                "cli.settings.conflict",
                conflict.number(),
                conflict.label(),
                conflict.setting(),
                conflict.deskValue(),
                conflict.deskAt(),
                conflict.panelValue(),
                conflict.panelAt(),
                session.text("push-winner." + Values.kebab(conflict.winner())));
    }
}
