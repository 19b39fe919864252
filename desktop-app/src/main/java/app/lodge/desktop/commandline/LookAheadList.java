package app.lodge.desktop.commandline;

import app.lodge.core.settings.Settings;
import app.lodge.core.watch.Ahead;
import app.lodge.core.watch.Watch;
import java.util.List;
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
        var lines = ahead.stream().map(one -> line(one, doors)).toList();
        return new Answer.Done(
                Map.of("ahead", ahead),
                lines.isEmpty() ? List.of(session.text("watch.nothing-ahead")) : lines);
    }

    private String line(Ahead one, Doors doors) {
        var on = one.on();
        return "%-10s  %-28s  %-6s  %s"
                .formatted(
                        on == null ? "" : on,
                        session.text("watch.ahead." + Values.kebab(one.kind())),
                        left(one, doors),
                        one.what())
                .stripTrailing();
    }

    private static String left(Ahead one, Doors doors) {
        if (one.kind() == Ahead.Kind.SIM_CREDIT) {
            return Values.major(
                    one.used(), doors.door(Settings.class).site(doors.actor()).currency());
        }
        return one.of() == 0 ? "" : one.used() * 100 / one.of() + " %";
    }
}
