package app.lodge.desktop.commandline;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.journal.Journal;
import app.lodge.core.journal.Journal.Verification;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/// `lodge journal verify`: recomputes the hash chain from the first row, and compares the books
/// with it.
@Command(name = "verify")
final class VerifyJournal extends DoorCommand {

    VerifyJournal(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var verification = doors.door(Journal.class).verify(doors.actor());
        return switch (verification) {
            case Verification.Intact(long rows, String head) -> agreeing(doors, rows, head);
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

    /// The chain is whole; do the books agree with it?
    private Answer agreeing(Doors doors, long rows, String head) {
        var findings = doors.door(Accounts.class).audit(doors.actor());
        var facts = Map.of("intact", true, "rows", rows, "head", head, "findings", findings);
        var intact = session.text("cli.journal.intact", rows, head);
        if (findings.isEmpty()) {
            return new Answer.Done(facts, List.of(intact));
        }
        return new Answer.Refused(
                "cli.journal.disagrees",
                List.of(findings.size()),
                facts,
                findings.stream()
                        .map(finding ->
                                session.text(
                                        "cli.journal.finding",
                                        Values.kebab(finding.rule()),
                                        finding.subject(),
                                        String.valueOf(finding.expected()),
                                        String.valueOf(finding.found())))
                        .toList());
    }
}
