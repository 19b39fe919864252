package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.topups.BankFiles;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge bank carried-out`: the bank has done what a file says (ID-28, ID-64).
@Command(name = "carried-out")
final class ConfirmBankFile extends DoorCommand {

    @Parameters(paramLabel = "FILE", descriptionKey = "bank.carried-out.file")
    long file;

    ConfirmBankFile(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var problems =
                doors.door(BankFiles.class).carriedOut(doors.actor(), RequestId.fresh(), file);
        return problems.isEmpty()
                ? new Answer.Done(
                        Map.of("file", file),
                        List.of(session.text("cli.bank.carried-out", String.valueOf(file))))
                : new Answer.Faulty(problems);
    }
}
