package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.topups.Mandate.BankDetails;
import app.lodge.core.topups.Mandates;
import app.lodge.core.topups.Mandates.MandateOutcome;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge account mandate`: a holder's mandate for SEPA direct debit (ID-28).
@Command(name = "mandate")
final class GrantMandate extends DoorCommand {

    @Parameters(index = "0", paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    @Mixin BankAccountOptions account = new BankAccountOptions();

    @Option(
            names = "--holder",
            required = true,
            paramLabel = "NAME",
            descriptionKey = "account.mandate.holder")
    String holder = "";

    @Option(
            names = "--signed",
            required = true,
            paramLabel = "DATE",
            descriptionKey = "account.mandate.signed")
    String signed = "";

    @Option(names = "--one-off", descriptionKey = "account.mandate.one-off")
    boolean oneOff;

    GrantMandate(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var outcome =
                doors.door(Mandates.class)
                        .grant(
                                doors.actor(),
                                RequestId.fresh(),
                                Values.person("PERSON", person),
                                Values.day("--signed", signed),
                                oneOff,
                                new BankDetails(
                                        holder,
                                        account.iban,
                                        account.bic,
                                        account.street,
                                        account.buildingNumber,
                                        account.postcode,
                                        account.town,
                                        account.country));
        return switch (outcome) {
            case MandateOutcome.Kept(var mandate) ->
                    new Answer.Done(
                            Map.of("mandate", mandate.number(), "reference", mandate.reference()),
                            List.of(session.text("cli.account.mandate", mandate.reference())));
            case MandateOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
