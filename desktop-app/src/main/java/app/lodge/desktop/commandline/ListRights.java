package app.lodge.desktop.commandline;

import app.lodge.core.rights.Rights;
import java.util.ArrayList;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge right list`: resources; what a person may, with the origin of each right; what stands about a
/// resource (ID-36).
@Command(name = "list")
final class ListRights extends DoorCommand {

    @Option(names = "--person", paramLabel = "PERSON", descriptionKey = "right.list.person")
    String person = "";

    @Option(names = "--resource", paramLabel = "RESOURCE", descriptionKey = "right.list.resource")
    String resource = "";

    ListRights(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var rights = doors.door(Rights.class);
        var words = new RightWords(session, doors);
        var lines = new ArrayList<String>();
        if (!person.isEmpty()) {
            var entries = rights.ofPerson(doors.actor(), Values.person("--person", person));
            for (var entry : entries) {
                lines.add(
                        "%s  %s"
                                .formatted(
                                        Values.shown(entry.resource().name()),
                                        words.ground(entry.ground())));
                entry.origins()
                        .forEach(origin ->
                                lines.add(
                                        "  "
                                                + words.line(
                                                        origin.rule(),
                                                        origin.group(),
                                                        origin.plan(),
                                                        origin.silence())));
            }
            return new Answer.Done(Map.of("rights", entries), lines);
        }
        if (!resource.isEmpty()) {
            var rules = rights.about(doors.actor(), words.resource(resource).id());
            return new Answer.Done(Map.of("rules", rules), words.lines(rules));
        }
        var resources = rights.resources(doors.actor());
        if (resources.isEmpty()) {
            lines.add(session.text("cli.right.no-resources"));
        }
        resources.forEach(one ->
                lines.add(
                        "%5d  %-8s  %s"
                                .formatted(
                                        one.id().number(),
                                        Values.kebab(one.kind()),
                                        Values.shown(one.name()))));
        return new Answer.Done(Map.of("resources", resources), lines);
    }
}
