package app.lodge.desktop.commandline;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.settings.Settings;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.workstation.LogFile;
import app.lodge.personalization.ibutton.StationLog.ReadOut;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge key log`: a station's journal, rebuilt from the log in its DS1996 (KEY-22).
@Command(name = "log")
final class ReadKeyLog extends DoorCommand {

    @Option(names = "--reader", paramLabel = "PORT", required = true, descriptionKey = "key.reader")
    String reader = "";

    @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "key.csv")
    @Nullable Path csv;

    ReadKeyLog(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        OutFile.requireFree("--csv", csv);
        ReadOut log;
        try {
            var found = LookAtKey.machines(session, doors).look(doors.actor(), reader);
            if (found.log().isEmpty()) {
                return Answer.refused("cli.key.no-log");
            }
            log = found.log().get();
        } catch (DeviceException e) {
            return Answer.refused("cli.card.unread", FaultWords.of(session.texts(), e.fault()));
        }
        var site = doors.door(Settings.class).site(doors.actor());
        var lines = new ArrayList<String>();
        lines.add(session.text("key.log-station") + ": " + log.station());
        lines.add(
                session.text("key.log-fill")
                        + ": "
                        + session.text(
                                "key.log-fill-words",
                                log.used(),
                                log.capacity(),
                                log.percentFull()));
        if (!log.torn().isEmpty()) {
            lines.add(session.text("key.log-torn", log.torn().size()));
        }
        var text = LogFile.text(log, site.zone(), site.currency());
        if (csv == null) {
            lines.addAll(List.of(text.split("\r\n")));
        } else {
            try {
                LogFile.write(csv, log, site.zone(), site.currency());
            } catch (IOException e) {
                return Answer.refused("cli.file-unwritable", "--csv", csv);
            }
            lines.add(session.text("key.exported", csv));
        }
        return new Answer.Done(log, lines);
    }
}
