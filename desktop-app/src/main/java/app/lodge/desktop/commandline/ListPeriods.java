package app.lodge.desktop.commandline;

import app.lodge.core.accounts.Periods;
import java.util.Map;
import picocli.CommandLine.Command;

/// `lodge period list`: months and where they stand.
@Command(name = "list")
final class ListPeriods extends DoorCommand {

    ListPeriods(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var periods = doors.door(Periods.class).list(doors.actor());
        return new Answer.Done(
                Map.of("periods", periods),
                periods.stream()
                        .map(each ->
                                each.month()
                                        + "  "
                                        + session.text(
                                                "period-state." + Values.kebab(each.state())))
                        .toList());
    }
}
