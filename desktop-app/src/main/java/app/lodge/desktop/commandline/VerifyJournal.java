package app.lodge.desktop.commandline;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.journal.Seals;
import app.lodge.core.journal.Seals.Verification;
import app.lodge.core.journal.Seals.What;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/// `lodge journal verify`: recomputes hash chain and seals from the first row, and compares the books
/// with them.
@Command(name = "verify")
final class VerifyJournal extends DoorCommand {

    VerifyJournal(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        return switch (doors.door(Seals.class).verify(doors.actor())) {
            case Verification.Intact intact -> agreeing(doors, intact);
            case Verification.Broken(What what, long at, String expected, String found) ->
                    what == What.ROW_HASH
                            ? broken(at, expected, found)
                            : new Answer.Refused(
                                    "cli.journal.seal-broken",
                                    List.of(
                                            Values.kebab(what),
                                            String.valueOf(at),
                                            expected,
                                            found),
                                    facts(at, expected, found),
                                    List.of());
        };
    }

    static Answer broken(long at, String expected, String found) {
        return new Answer.Refused(
                "cli.journal.broken",
                List.of(String.valueOf(at), expected, found),
                facts(at, expected, found),
                List.of());
    }

    private static Map<String, Object> facts(long at, String expected, String found) {
        return Map.of("intact", false, "row", at, "expected", expected, "found", found);
    }

    /// The chain is whole; do the books agree with it?
    private Answer agreeing(Doors doors, Verification.Intact whole) {
        var findings = doors.door(Accounts.class).audit(doors.actor());
        var facts =
                Map.of(
                        "intact",
                        true,
                        "rows",
                        whole.rows(),
                        "head",
                        whole.head(),
                        "seals",
                        whole.seals(),
                        "unsealedRows",
                        whole.unsealedRows(),
                        "findings",
                        findings);
        if (findings.isEmpty()) {
            return new Answer.Done(
                    facts,
                    List.of(
                            session.text("cli.journal.intact", whole.rows(), whole.head()),
                            session.text(
                                    "cli.journal.sealed", whole.seals(), whole.unsealedRows())));
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
