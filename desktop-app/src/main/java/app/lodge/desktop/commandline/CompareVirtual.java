package app.lodge.desktop.commandline;

import app.lodge.core.virtualsite.VirtualSite;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/// `lodge virtual compare`: lays each virtual device's own record beside the books; 1 where they differ.
@Command(name = "compare")
final class CompareVirtual extends DoorCommand {

    CompareVirtual(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var all = doors.door(VirtualSite.class).compare(doors.actor());
        var lines =
                all.stream()
                        .map(one ->
                                "%-40s  %6d  %14s  %d"
                                        .formatted(
                                                one.device(),
                                                one.events(),
                                                session.texts().money(one.paid()),
                                                one.differences()))
                        .toList();
        var facts = Map.of("devices", all);
        var differing = all.stream().filter(one -> one.differences() > 0).count();
        return differing == 0
                ? new Answer.Done(facts, lines)
                : new Answer.Refused("cli.virtual.differ", List.of(differing), facts, lines);
    }
}
