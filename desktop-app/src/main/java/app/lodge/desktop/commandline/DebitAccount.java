package app.lodge.desktop.commandline;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.books.RequestId;
import app.lodge.core.settings.Settings;
import app.lodge.core.topups.TopUpSource;
import app.lodge.core.topups.TopUps;
import app.lodge.core.topups.TopUps.NewOrder;
import app.lodge.core.topups.TopUps.OrderOutcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge account debit`: a top-up by direct debit, collected with the next file (ID-28, ID-29).
@Command(name = "debit")
final class DebitAccount extends DoorCommand {

    @Parameters(index = "0", paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    @Parameters(index = "1", paramLabel = "AMOUNT", descriptionKey = "account.topup.amount")
    String amount = "";

    @Option(names = "--request", paramLabel = "ID", descriptionKey = "option.request")
    String request = "";

    DebitAccount(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var holder = Values.person("PERSON", person);
        var id = Values.request("--request", request);
        var currency = doors.door(Settings.class).site(doors.actor()).currency();
        var money = Values.amount("AMOUNT", amount, currency);
        var account = doors.door(Accounts.class).ofPerson(doors.actor(), holder).orElse(null);
        if (account == null) {
            return Answer.refused("cli.no-such-person", String.valueOf(holder.number()));
        }
        var reference = reference(id);
        var order = new NewOrder(TopUpSource.DIRECT_DEBIT, reference, account.id(), money);
        return switch (doors.door(TopUps.class).order(doors.actor(), id, order)) {
            case OrderOutcome.Done(var done, _) ->
                    new Answer.Done(
                            Map.of("order", done),
                            List.of(
                                    session.text(
                                            done.credited()
                                                    ? "cli.account.debit-credited"
                                                    : "cli.account.debit-waits",
                                            money.toString(),
                                            done.reference())));
            case OrderOutcome.NoMandate() -> Answer.refused("cli.account.no-mandate");
            case OrderOutcome.Refused(var refusal) ->
                    Answer.refused("cli.account.debit-refused", refusal.toString());
            case OrderOutcome.NotNow(var now) ->
                    Answer.refused("cli.account.debit-refused", Values.kebab(now.state()));
            case OrderOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    /// The same for the same request, so that a repeat orders nothing twice.
    private static String reference(RequestId request) {
        var print = UUID.nameUUIDFromBytes(request.value().getBytes(StandardCharsets.UTF_8));
        return "D-"
                + Long.toUnsignedString(print.getMostSignificantBits(), 36)
                + Long.toUnsignedString(print.getLeastSignificantBits(), 36);
    }
}
