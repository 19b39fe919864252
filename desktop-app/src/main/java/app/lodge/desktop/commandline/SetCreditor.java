package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.topups.BankFiles;
import app.lodge.core.topups.Creditor;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lodge bank creditor`: who collects, towards the bank (ID-28).
@Command(name = "creditor")
final class SetCreditor extends DoorCommand {

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            descriptionKey = "bank.creditor.name")
    String name = "";

    @Option(
            names = "--creditor-id",
            required = true,
            paramLabel = "ID",
            descriptionKey = "bank.creditor.id")
    String creditorId = "";

    @Mixin BankAccountOptions account = new BankAccountOptions();

    @Option(names = "--folder", paramLabel = "DIR", descriptionKey = "bank.creditor.folder")
    String folder = "";

    SetCreditor(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var creditor =
                new Creditor(
                        name,
                        creditorId,
                        account.iban,
                        account.bic,
                        account.street,
                        account.buildingNumber,
                        account.postcode,
                        account.town,
                        account.country,
                        folder);
        var problems =
                doors.door(BankFiles.class)
                        .changeCreditor(doors.actor(), RequestId.fresh(), creditor);
        return problems.isEmpty()
                ? new Answer.Done(
                        Map.of("creditorId", creditorId),
                        List.of(session.text("cli.bank.creditor", creditorId)))
                : new Answer.Faulty(problems);
    }
}
