package app.lodge.desktop.commandline;

import app.lodge.core.cashdesk.CashDesks;
import app.lodge.core.cashdesk.CashDesks.Opening;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lodge cash-desk open`: begins a shift with a count (ID-34).
@Command(name = "open")
final class OpenCashDesk extends DoorCommand {

    @Mixin CountWords words = new CountWords();

    @Option(names = "--from-safe", paramLabel = "AMOUNT", descriptionKey = "cash-desk.from-safe")
    String fromSafe = "0";

    OpenCashDesk(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var currency = CashDeskAnswers.currency(doors);
        var order =
                new Opening(
                        words.count(currency),
                        Values.amountOrZero("--from-safe", fromSafe, currency),
                        words.differenceCause(),
                        words.reference);
        var request = Values.request("--request", words.request);
        return new CashDeskAnswers(session)
                .of(doors.door(CashDesks.class).open(doors.actor(), request, order));
    }
}
