package app.lodge.desktop.commandline;

import app.lodge.core.virtualsite.VirtualSite;
import java.util.Map;
import picocli.CommandLine.Command;

/// `lodge virtual list`: the virtual devices that are in the field.
@Command(name = "list")
final class ListVirtual extends DoorCommand {

    ListVirtual(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var all = doors.door(VirtualSite.class).devices(doors.actor());
        return new Answer.Done(
                Map.of("devices", all),
                all.stream()
                        .map(one ->
                                "%-40s  %-15s  %-4s  %d"
                                        .formatted(
                                                one.device(),
                                                Values.kebab(one.kind()),
                                                session.text(
                                                        one.connected()
                                                                ? "cli.device.up"
                                                                : "cli.device.down"),
                                                one.unacknowledged()))
                        .toList());
    }
}
