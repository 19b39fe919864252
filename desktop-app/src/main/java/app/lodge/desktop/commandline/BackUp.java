package app.lodge.desktop.commandline;

import app.lodge.core.site.Backups;
import app.lodge.core.site.Backups.BackupOutcome;
import java.util.Map;
import picocli.CommandLine.Command;

/// `lodge backup`: a copy of vault and books, taken between two writes of the running site (LOCK-74).
@Command(name = "backup")
final class BackUp extends DoorCommand {

    BackUp(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        return switch (doors.door(Backups.class).take(doors.actor())) {
            case BackupOutcome.Taken(var backup) ->
                    Answer.done(
                            Map.of("backup", backup),
                            session.text("cli.backup.taken", backup.file(), backup.bytes()),
                            session.text(
                                    "cli.backup.head",
                                    String.valueOf(backup.journalNumber()),
                                    backup.journalHead()));
            case BackupOutcome.NotTaken(var problems) -> new Answer.Faulty(problems);
        };
    }
}
