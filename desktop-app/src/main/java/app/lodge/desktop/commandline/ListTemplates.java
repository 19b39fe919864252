package app.lodge.desktop.commandline;

import app.lodge.core.devices.DeviceTemplates;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/// `lodge template list`: templates and how many devices follow each (SAFE-49).
@Command(name = "list")
final class ListTemplates extends DoorCommand {

    ListTemplates(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var templates = doors.door(DeviceTemplates.class).list(doors.actor());
        Map<String, Object> facts = Map.of("templates", templates);
        return templates.isEmpty()
                ? new Answer.Done(facts, List.of(session.text("cli.template.none")))
                : new Answer.Done(facts, templates.stream().map(this::line).toList());
    }

    private String line(DeviceTemplates.Template template) {
        return session.text(
                "cli.template.line",
                template.name(),
                Values.kebab(template.kind()),
                template.group().isEmpty() ? "–" : template.group(),
                template.devices());
    }
}
