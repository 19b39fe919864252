package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.watch.parties.Parties;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge watch party remove`: it hears nothing any more (SAFE-32).
@Command(name = "remove")
final class RemoveParty extends DoorCommand {

    @Parameters(paramLabel = "PARTY", descriptionKey = "watch.party.number")
    String party = "";

    RemoveParty(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var id = Values.number("PARTY", party);
        return doors.door(Parties.class).remove(doors.actor(), RequestId.fresh(), id)
                ? Answer.done(Map.of("party", id), session.text("cli.watch.party-removed", id))
                : Answer.refused("parties.unknown", id);
    }
}
