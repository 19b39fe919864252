package app.lodge.desktop.commandline;

import app.lodge.core.cashdesk.CashDesks;
import app.lodge.core.cashdesk.CashDesks.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lodge cash-desk close`: ends a shift with a count (ID-34).
@Command(name = "close")
final class CloseCashDesk extends DoorCommand {

    @Mixin CountWords words = new CountWords();

    @Option(names = "--shift", paramLabel = "NUMBER", descriptionKey = "cash-desk.shift")
    String shift = "";

    CloseCashDesk(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var number =
                shift.isEmpty() ? CashDeskAnswers.shift(doors) : Values.number("--shift", shift);
        var order =
                new Counted(
                        number,
                        words.count(CashDeskAnswers.currency(doors)),
                        words.differenceCause(),
                        words.reference);
        var request = Values.request("--request", words.request);
        return new CashDeskAnswers(session)
                .of(doors.door(CashDesks.class).close(doors.actor(), request, order));
    }
}
