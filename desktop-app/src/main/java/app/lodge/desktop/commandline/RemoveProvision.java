package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.watch.Watch;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge watch provision remove`: it is out of the look-ahead (ID-49).
@Command(name = "remove")
final class RemoveProvision extends DoorCommand {

    @Parameters(paramLabel = "NUMBER", descriptionKey = "watch.provision.number")
    String provision = "";

    RemoveProvision(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var id = Values.number("NUMBER", provision);
        return doors.door(Watch.class).removeProvision(doors.actor(), RequestId.fresh(), id)
                ? Answer.done(
                        Map.of("provision", id), session.text("cli.watch.provision-removed", id))
                : Answer.refused("watch.provision-unknown", id);
    }
}
