package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.pins.HolderPins;
import app.lodge.core.pins.HolderPins.RemoveOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge people pin remove`: nobody opens a locker with this person's PIN any more (LOCK-29).
@Command(name = "remove")
final class RemoveHolderPin extends DoorCommand {

    @Parameters(paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    RemoveHolderPin(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var id = Values.person("PERSON", person);
        var number = ErasePerson.number(id.number());
        return switch (doors.door(HolderPins.class).remove(doors.actor(), RequestId.fresh(), id)) {
            case RemoveOutcome.Removed removed ->
                    Answer.done(removed, session.text("cli.people.pin-removed", number));
            case RemoveOutcome.NoPin _ -> Answer.refused("cli.people.no-pin", number);
        };
    }
}
