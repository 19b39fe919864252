package app.lodge.desktop.commandline;

import app.lodge.core.journal.Journal;
import app.lodge.core.journal.Journal.Verification;
import java.util.List;
import java.util.Map;
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
                            Map.of("intact", true, "rows", rows, "head", head),
                            session.text("cli.journal.intact", rows, head));
            case Verification.Broken(long at, String expected, String found) ->
                    new Answer.Refused(
                            "cli.journal.broken",
                            List.of(String.valueOf(at), expected, found),
                            Map.of(
                                    "intact",
                                    false,
                                    "row",
                                    at,
                                    "expected",
                                    expected,
                                    "found",
                                    found),
                            List.of());
        };
    }
}
