package app.lodge.desktop.commandline;

import app.lodge.core.media.ContactKeys;
import app.lodge.core.media.KeyNumber;
import app.lodge.desktop.shell.Wording;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge key find`: a key by its number, however it is written, and who had it (KEY-04, KEY-05).
@Command(name = "find")
final class FindKey extends DoorCommand {

    @Parameters(paramLabel = "NUMBER", descriptionKey = "key.number")
    String number = "";

    FindKey(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var sought =
                KeyNumber.of(number)
                        .orElseThrow(() ->
                                new WrongUsage(
                                        "contact-key.number-range",
                                        Values.shown(number),
                                        KeyNumber.HIGHEST));
        var keys = doors.door(ContactKeys.class).history(doors.actor(), sought);
        if (keys.isEmpty()) {
            return Answer.refused("cli.key.no-such-number", sought.shown());
        }
        return new Answer.Done(
                Map.of("keys", keys),
                keys.stream()
                        .map(key ->
                                session.text(
                                        "cli.key.line",
                                        key.number().shown(),
                                        "%07d".formatted(key.medium().holder().number()),
                                        key.medium().number(),
                                        Wording.of(
                                                session.texts(),
                                                "medium.state",
                                                key.medium().state())))
                        .toList());
    }
}
