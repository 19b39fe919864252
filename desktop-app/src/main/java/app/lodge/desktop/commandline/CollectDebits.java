package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.topups.BankFile;
import app.lodge.core.topups.BankFiles;
import app.lodge.core.topups.BankFiles.RunOutcome;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge bank collect`: all direct debits that are due, as one file for the bank (ID-28).
@Command(name = "collect")
final class CollectDebits extends DoorCommand {

    @Option(
            names = "--due",
            required = true,
            paramLabel = "DATE",
            descriptionKey = "bank.collect.due")
    String due = "";

    CollectDebits(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var outcome =
                doors.door(BankFiles.class)
                        .run(
                                doors.actor(),
                                RequestId.fresh(),
                                BankFile.Kind.COLLECTION,
                                Values.day("--due", due));
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
