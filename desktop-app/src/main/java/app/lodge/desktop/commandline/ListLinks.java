package app.lodge.desktop.commandline;

import app.lodge.core.selfservice.SelfService;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge selfservice list`: who sees a person’s accounts, and what the person’s own logins see (ID-25).
@Command(name = "list")
final class ListLinks extends DoorCommand {

    @Parameters(index = "0", paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    ListLinks(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var seen =
                doors.door(SelfService.class)
                        .ofPerson(doors.actor(), Values.person("PERSON", person));
        return new Answer.Done(
                Map.of("links", seen),
                seen.stream()
                        .map(one ->
                                "%s  %s  %s"
                                        .formatted(
                                                SelfServiceWords.line(one.link()),
                                                Values.shown(one.email()),
                                                Values.shown(one.owner())))
                        .toList());
    }
}
