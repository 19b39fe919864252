package app.lodge.desktop.commandline;

import app.lodge.core.keyversions.KeyVersions;
import app.lodge.core.keyversions.KeyVersions.Status;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/// `lodge keys show`: which version of the site's keys new cards get, and which the others have.
@Command(name = "show")
final class ShowKeys extends DoorCommand {

    ShowKeys(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var now = doors.door(KeyVersions.class).status(doors.actor());
        return new Answer.Done(now, lines(session, now));
    }

    static List<String> lines(Session session, Status now) {
        var lines = new ArrayList<String>();
        lines.add(session.text("cli.keys.version", now.current(), now.checkValue()));
        for (var held : now.held()) {
            lines.add(session.text("cli.keys.held", held.version(), held.active(), held.blocked()));
        }
        return lines;
    }
}
