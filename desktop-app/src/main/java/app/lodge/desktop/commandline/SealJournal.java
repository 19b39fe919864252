package app.lodge.desktop.commandline;

import app.lodge.core.journal.Seals;
import app.lodge.core.journal.Seals.SealOutcome;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge journal seal`: seals now what waits for the daily seal, and replaces the signing key if asked
/// (ID-50).
@Command(name = "seal")
final class SealJournal extends DoorCommand {

    @Option(names = "--new-key", descriptionKey = "journal.seal.new-key")
    boolean newKey;

    SealJournal(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var seals = doors.door(Seals.class);
        return switch (newKey ? seals.rotateKey(doors.actor()) : seals.seal(doors.actor())) {
            case SealOutcome.Sealed(var seal) -> {
                var anchor = seal.number() + ":" + seal.hash();
                var key = seals.standing(doors.actor()).fingerprint();
                yield new Answer.Done(
                        Map.of("anchor", anchor, "rows", seal.rows(), "fingerprint", key),
                        List.of(
                                session.text("cli.journal.seal-made", seal.number(), seal.rows()),
                                session.text("cli.journal.fingerprint", key),
                                session.text("cli.journal.anchor", anchor)));
            }
            case SealOutcome.NothingNew _ ->
                    Answer.done(Map.of("rows", 0), session.text("cli.journal.nothing-to-seal"));
            case SealOutcome.Broken(long at, var expected, var found) ->
                    VerifyJournal.broken(at, expected, found);
        };
    }
}
