package app.lodge.desktop.commandline;

import app.lodge.core.devices.Devices;
import app.lodge.core.watch.parties.Parties;
import app.lodge.core.watch.parties.Party;
import app.lodge.core.watch.parties.Sights;
import app.lodge.core.watch.parties.Stand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/// `lodge watch party list`: who is told of devices, and what each kind may see (SAFE-32).
@Command(name = "list")
final class ListParties extends DoorCommand {

    ListParties(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var parties = doors.door(Parties.class).all(doors.actor());
        var sights = doors.door(Parties.class).sights(doors.actor());
        var names =
                doors.door(Devices.class).list(doors.actor()).stream()
                        .collect(
                                Collectors.toMap(
                                        one -> one.device().id().number(),
                                        one -> one.device().name()));
        var lines = new ArrayList<String>();
        parties.forEach(party -> lines.add(line(party, names)));
        sights.forEach(one -> lines.add(line(one)));
        return new Answer.Done(Map.of("parties", parties, "sights", sights), lines);
    }

    static String line(Party party, Map<Long, String> names) {
        return "%4d  %-24s  %-7s  %-5s  %s  %s"
                .formatted(
                        party.id(),
                        party.name(),
                        Values.kebab(party.kind()),
                        party.language(),
                        List.of(party.mail(), party.webhook()).stream()
                                .filter(way -> !way.isEmpty())
                                .collect(Collectors.joining(",")),
                        party.stands().isEmpty()
                                ? "-"
                                : party.stands().stream()
                                        .map(stand -> stand(stand, names))
                                        .collect(Collectors.joining(",")));
    }

    private static String stand(Stand stand, Map<Long, String> names) {
        if (stand.device() != 0) {
            return names.getOrDefault(stand.device(), String.valueOf(stand.device()));
        }
        var kind = stand.kind();
        return (kind == null ? "all" : Values.kebab(kind))
                + (stand.place().isEmpty() ? "" : ":" + stand.place());
    }

    static String line(Sights sights) {
        return "%-7s  %s"
                .formatted(
                        Values.kebab(sights.kind()),
                        sights.seen().isEmpty()
                                ? "-"
                                : sights.seen().stream()
                                        .sorted()
                                        .map(Values::kebab)
                                        .collect(Collectors.joining(",")));
    }
}
