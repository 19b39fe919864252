package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.rights.Rights;
import app.lodge.core.rights.Rights.HolidayOutcome;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge right holiday`: shows a year's calendar, or puts a day into it or takes it out (ID-37).
@Command(name = "holiday")
final class PutRightHoliday extends DoorCommand {

    @Parameters(index = "0", paramLabel = "DAY", descriptionKey = "right.holiday.day")
    String day = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            descriptionKey = "right.holiday.name")
    String name = "";

    @Option(names = "--remove", descriptionKey = "right.holiday.remove")
    boolean remove;

    PutRightHoliday(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var rights = doors.door(Rights.class);
        var date = Values.day("DAY", day);
        if (!remove && name.isEmpty()) {
            var holidays = rights.holidays(doors.actor(), date.getYear());
            return new Answer.Done(
                    Map.of("holidays", holidays),
                    holidays.stream()
                            .map(one -> one.day() + "  " + Values.shown(one.name()))
                            .toList());
        }
        var outcome =
                remove
                        ? rights.removeHoliday(doors.actor(), RequestId.fresh(), date)
                        : rights.putHoliday(doors.actor(), RequestId.fresh(), date, name);
        return switch (outcome) {
            case HolidayOutcome.Done(var holiday) ->
                    Answer.done(
                            Map.of("holiday", holiday),
                            holiday.day() + "  " + Values.shown(holiday.name()));
            case HolidayOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
