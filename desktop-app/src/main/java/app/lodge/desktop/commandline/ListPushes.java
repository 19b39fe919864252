package app.lodge.desktop.commandline;

import app.lodge.core.devices.Pushes;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/// `lodge settings list`: what was sent, newest first, and how many devices have confirmed.
@Command(name = "list")
final class ListPushes extends DoorCommand {

    private static final int SHOWN = 100;

    ListPushes(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var pushes = doors.door(Pushes.class).list(doors.actor(), SHOWN);
        Map<String, Object> facts = Map.of("pushes", pushes);
        return pushes.isEmpty()
                ? new Answer.Done(facts, List.of(session.text("cli.settings.none")))
                : new Answer.Done(facts, pushes.stream().map(this::line).toList());
    }

    private String line(Pushes.Push push) {
        return session.text(
                "cli.settings.line",
                push.number(),
                push.at(),
                session.text("push-kind." + Values.kebab(push.kind())),
                push.aim(),
                String.join(", ", push.settings()),
                push.confirmed(),
                push.devices());
    }
}
