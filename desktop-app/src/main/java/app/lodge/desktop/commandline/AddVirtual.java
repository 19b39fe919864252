package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.virtualsite.VirtualSite;
import app.lodge.core.virtualsite.VirtualSite.AddOutcome;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge virtual add`: devices without hardware, in the bridge's own process.
@Command(name = "add")
final class AddVirtual extends DoorCommand {

    private static final int MOST = 200;

    @Parameters(index = "0", paramLabel = "KIND", descriptionKey = "virtual.kind")
    String kind = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "COUNT", descriptionKey = "virtual.count")
    int count = 1;

    @Option(names = "--place", paramLabel = "TEXT", descriptionKey = "virtual.place")
    String place = "";

    AddVirtual(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var wanted = Values.choice("KIND", kind, DeviceKind.class);
        Values.count("COUNT", count, 1, MOST);
        var outcome =
                doors.door(VirtualSite.class)
                        .add(doors.actor(), RequestId.fresh(), wanted, count, place);
        return switch (outcome) {
            case AddOutcome.Added(var names) -> new Answer.Done(Map.of("devices", names), names);
            case AddOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
