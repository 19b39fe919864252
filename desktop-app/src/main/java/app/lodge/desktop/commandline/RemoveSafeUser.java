package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceUsers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge safe remove`: somebody may do nothing at a safe any more, once the safe has confirmed it (SAFE-63).
@Command(name = "remove")
final class RemoveSafeUser extends SafeCommand {

    @Parameters(index = "1", paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    RemoveSafeUser(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var who = Values.person("PERSON", person);
        var id = find(doors).orElse(null);
        return id == null
                ? unknown()
                : said(
                        doors.door(DeviceUsers.class)
                                .remove(doors.actor(), RequestId.fresh(), id, who));
    }
}
