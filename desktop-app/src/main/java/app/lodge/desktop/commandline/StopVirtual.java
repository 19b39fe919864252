package app.lodge.desktop.commandline;

import app.lodge.core.virtualsite.VirtualSite;
import java.util.Map;
import picocli.CommandLine.Command;

/// `lodge virtual stop`: takes all virtual devices out of the field.
@Command(name = "stop")
final class StopVirtual extends DoorCommand {

    StopVirtual(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var stopped = doors.door(VirtualSite.class).stop(doors.actor());
        return Answer.done(
                Map.of("stopped", stopped), session.text("cli.virtual.stopped", stopped));
    }
}
