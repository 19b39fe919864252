package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.kiosks.KioskRules;
import app.lodge.core.kiosks.Kiosks;
import app.lodge.core.money.Money;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge kiosk limits`: shows how much a holder gets back in cash, and changes it (ID-31).
@Command(name = "limits")
final class LimitPayOuts extends DoorCommand {

    @Option(names = "--pay-out", paramLabel = "AMOUNT", descriptionKey = "kiosk.pay-out")
    String payOut = "";

    @Option(names = "--day", paramLabel = "AMOUNT", descriptionKey = "kiosk.day")
    String day = "";

    LimitPayOuts(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var door = doors.door(Kiosks.class);
        var currency = CashDeskAnswers.currency(doors);
        var before = door.rules(doors.actor());
        if (!payOut.isEmpty() || !day.isEmpty()) {
            var wanted =
                    new KioskRules(
                            payOut.isEmpty()
                                    ? before.mostPerPayOut()
                                    : Values.amountOrZero("--pay-out", payOut, currency).minor(),
                            day.isEmpty()
                                    ? before.mostPerDay()
                                    : Values.amountOrZero("--day", day, currency).minor());
            var problems = door.changeRules(doors.actor(), RequestId.fresh(), wanted);
            if (!problems.isEmpty()) {
                return new Answer.Faulty(problems);
            }
        }
        var now = door.rules(doors.actor());
        return Answer.done(
                Map.of("limits", now),
                session.text(
                        "cli.kiosk.limits",
                        new Money(now.mostPerPayOut(), currency).toString(),
                        new Money(now.mostPerDay(), currency).toString()));
    }
}
