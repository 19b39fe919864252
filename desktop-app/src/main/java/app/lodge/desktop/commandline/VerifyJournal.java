package app.lodge.desktop.commandline;

import app.lodge.core.journal.Journal;
import app.lodge.core.journal.Journal.Verification;
import java.util.List;
import picocli.CommandLine.Command;

/// `lodge journal verify`: recomputes the hash chain from the first row.
@Command(name = "verify")
final class VerifyJournal extends DoorCommand {

    VerifyJournal(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var verification = doors.door(Journal.class).verify(doors.actor());
        return switch (verification) {
            case Verification.Intact(long rows, String head) ->
                    Answer.done(
                            verification, session.texts().get("cli.journal.intact", rows, head));
            case Verification.Broken(long at, String expected, String found) ->
                    new Answer.Refused(
                            "cli.journal.broken",
                            List.of(at, expected, found),
                            verification,
                            List.of());
        };
    }
}
