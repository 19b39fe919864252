package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.pins.HolderPins;
import app.lodge.core.pins.HolderPins.SetOutcome;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge people pin set`: somebody's PIN for locker terminals, typed twice or from a file (LOCK-29).
@Command(name = "set")
final class SetHolderPin extends DoorCommand {

    @Parameters(paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    @Option(names = "--pin-file", paramLabel = "FILE", descriptionKey = "people.pin.file")
    @Nullable Path pinFile;

    SetHolderPin(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var id = Values.person("PERSON", person);
        var number = ErasePerson.number(id.number());
        var pin = session.secret(pinFile, "cli.people.ask-pin", number);
        var again =
                pinFile == null ? session.secret(null, "cli.people.ask-pin-again", number) : pin;
        try {
            if (!Arrays.equals(pin, again)) {
                return Answer.refused("own-access.pins-differ");
            }
            return switch (doors.door(HolderPins.class)
                    .set(doors.actor(), RequestId.fresh(), id, pin)) {
                case SetOutcome.Set set ->
                        Answer.done(set, session.text("cli.people.pin-set", number));
                case SetOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
            };
        } finally {
            Arrays.fill(pin, ' ');
            Arrays.fill(again, ' ');
        }
    }
}
