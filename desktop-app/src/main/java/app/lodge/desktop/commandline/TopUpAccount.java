package app.lodge.desktop.commandline;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.BlockReason;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.Receipt;
import app.lodge.core.accounts.TopUpOutcome;
import app.lodge.core.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge account topup`: money over the counter, with a receipt (ID-34).
@Command(name = "topup")
final class TopUpAccount extends DoorCommand {

    @Parameters(index = "0", paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    @Parameters(index = "1", paramLabel = "AMOUNT", descriptionKey = "account.topup.amount")
    String amount = "";

    @Option(names = "--means", paramLabel = "MEANS", descriptionKey = "account.topup.means")
    String means = "cash";

    @Option(names = "--request", paramLabel = "ID", descriptionKey = "option.request")
    String request = "";

    @Mixin CurrencyOption in = new CurrencyOption();

    TopUpAccount(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var by = Values.choice("--means", means, PaymentMeans.class);
        var id = Values.request("--request", request);
        var money = Values.amount("AMOUNT", amount, in.of(doors));
        var accounts = doors.door(Accounts.class);
        var account = in.accountOf(doors, "PERSON", person);
        return switch (accounts.topUp(doors.actor(), id, account.id(), money, by)) {
            case TopUpOutcome.ToppedUp(var after, Receipt receipt) ->
                    new Answer.Done(
                            Map.of("account", after, "receipt", receipt), receiptLines(receipt));
            case TopUpOutcome.AboveMaximumBalance(Money wouldBe, Money maximum) ->
                    Answer.refused(
                            "cli.account.above-maximum",
                            money.toString(),
                            wouldBe.toString(),
                            maximum.toString());
            case TopUpOutcome.AccountBlocked(BlockReason reason) ->
                    Answer.refused("cli.account.is-blocked", Values.kebab(reason));
            case TopUpOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private List<String> receiptLines(Receipt receipt) {
        var lines = new ArrayList<String>();
        lines.add(
                session.text(
                        "cli.account.topped-up",
                        receipt.amount().toString(),
                        receipt.balanceAfter().toString()));
        lines.add(
                session.text(
                        "cli.account.receipt",
                        receipt.series(),
                        String.valueOf(receipt.number()),
                        String.valueOf(receipt.journalNumber()),
                        receipt.journalHash()));
        return lines;
    }
}
