package app.lodge.desktop.commandline;

import app.lodge.core.devices.DeviceBoard;
import app.lodge.core.devices.DeviceBoard.Fault;
import app.lodge.core.devices.DeviceBoard.Row;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge device board`: every device with fill, faults, last contact and what it holds (ID-49).
@Command(name = "board")
final class ShowBoard extends DoorCommand {

    @Option(names = "--troubled", descriptionKey = "device.board.troubled")
    boolean troubled;

    ShowBoard(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var rows =
                doors.door(DeviceBoard.class).rows(doors.actor()).stream()
                        .filter(row -> !troubled || row.troubled())
                        .toList();
        return rows.isEmpty()
                ? Answer.done(
                        Map.of("devices", rows),
                        session.text(troubled ? "cli.device.no-trouble" : "cli.device.none"))
                : new Answer.Done(
                        Map.of("devices", rows), rows.stream().map(ShowBoard::line).toList());
    }

    private static String line(Row row) {
        var fullest = row.fullest();
        var contact = row.lastContact();
        var operator = row.operator();
        return "%-40s  %-7s  %-8s  %4s  %d/%d  %-20s  %-16s  %s"
                .formatted(
                        row.device().name(),
                        Values.kebab(row.presence()),
                        Values.kebab(row.sync()),
                        fullest == null ? "-" : fullest.percent() + "%",
                        row.reportedVersion(),
                        row.desiredVersion(),
                        contact == null
                                ? "-"
                                : contact.truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                        operator == null ? "-" : operator.name(),
                        row.faults().stream().map(Fault::code).collect(Collectors.joining(" ")))
                .stripTrailing();
    }
}
