package app.lodge.desktop.commandline;

import app.lodge.core.watch.Ahead;
import app.lodge.core.watch.Watch;
import java.util.Map;
import picocli.CommandLine.Command;

/// `lodge watch ahead`: everything that will expire or fill up, the nearest first.
@Command(name = "ahead")
final class LookAheadList extends DoorCommand {

    LookAheadList(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var ahead = doors.door(Watch.class).ahead(doors.actor());
        return new Answer.Done(
                Map.of("ahead", ahead), ahead.stream().map(LookAheadList::line).toList());
    }

    private static String line(Ahead one) {
        var on = one.on();
        return "%-10s  %-20s  %-12s  %s"
                .formatted(
                        on == null ? "" : on,
                        Values.kebab(one.kind()),
                        one.of() == 0 ? "" : one.used() + "/" + one.of(),
                        one.what())
                .stripTrailing();
    }
}
