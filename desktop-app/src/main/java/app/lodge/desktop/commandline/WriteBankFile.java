package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.topups.BankFile;
import app.lodge.core.topups.BankFiles;
import app.lodge.core.topups.BankFiles.RunOutcome;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge bank collect` and `lodge bank pay-out`: all that waits, as one file for the bank (ID-28, ID-64).
@Command
final class WriteBankFile extends DoorCommand {

    @Option(
            names = "--due",
            required = true,
            paramLabel = "DATE",
            descriptionKey = "bank.collect.due")
    String due = "";

    private final BankFile.Kind kind;

    WriteBankFile(Session session, BankFile.Kind kind) {
        super(session);
        this.kind = kind;
    }

    @Override
    Answer answer(Doors doors) {
        var outcome =
                doors.door(BankFiles.class)
                        .run(doors.actor(), RequestId.fresh(), kind, Values.day("--due", due));
        return switch (outcome) {
            case RunOutcome.Filed(var file) ->
                    new Answer.Done(
                            Map.of("file", file),
                            List.of(
                                    session.text(
                                            "cli.bank.collected",
                                            file.name(),
                                            file.orders(),
                                            file.amount().toString())));
            case RunOutcome.NotWritten(var file, var folder) ->
                    Answer.refused("cli.bank.not-written", file.name(), folder);
            case RunOutcome.NothingDue() ->
                    new Answer.Done(Map.of(), List.of(session.text("cli.bank.nothing-due")));
            case RunOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
