package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.purse.Purses;
import app.lodge.desktop.shell.Wording;
import java.util.ArrayList;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge purse alarms`: purses whose records contradict each other, and what to do.
@Command(name = "alarms")
final class ListPurseAlarms extends DoorCommand {

    @Option(names = "--settle", paramLabel = "NUMBER", descriptionKey = "purse.settle")
    long settle;

    ListPurseAlarms(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var purses = doors.door(Purses.class);
        var request = RequestId.fresh();
        if (settle > 0 && !purses.settle(doors.actor(), request, settle)) {
            return Answer.refused("cli.purse.no-alarm", settle);
        }
        var lines = new ArrayList<String>();
        var alarms = purses.alarms(doors.actor());
        for (var alarm : alarms) {
            if (alarm.settledAt() == null) {
                lines.add(
                        session.text(
                                "cli.purse.alarm",
                                alarm.number(),
                                alarm.medium().number(),
                                alarm.counter(),
                                Wording.of(session.texts(), "purse.finding", alarm.finding())));
            }
        }
        if (lines.isEmpty()) {
            lines.add(session.text("cli.purse.no-alarms"));
        }
        return new Answer.Done(Map.of("alarms", alarms), lines);
    }
}
