package app.lodge.desktop.commandline;

import app.lodge.core.settings.Settings;
import app.lodge.core.watch.Provision;
import app.lodge.core.watch.Watch;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/// `lodge watch provision list`: licences, SIM cards and ribbons with what is left (ID-49).
@Command(name = "list")
final class ListProvisions extends DoorCommand {

    ListProvisions(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var all = doors.door(Watch.class).provisions(doors.actor());
        var currency = doors.door(Settings.class).site(doors.actor()).currency();
        var lines = all.stream().map(one -> line(one, currency)).toList();
        return new Answer.Done(
                Map.of("provisions", all),
                lines.isEmpty() ? List.of(session.text("watch.nothing-ahead")) : lines);
    }

    static String line(Provision one, Currency currency) {
        var on = one.on();
        var left =
                switch (one.kind()) {
                    case LICENCE -> "";
                    case SIM -> Values.major(one.remaining(), currency);
                    case RIBBON -> one.remaining() + "/" + one.wanted();
                };
        return "%4d  %-7s  %-10s  %-12s  %s"
                .formatted(
                        one.id(), Values.kebab(one.kind()), on == null ? "" : on, left, one.name());
    }
}
