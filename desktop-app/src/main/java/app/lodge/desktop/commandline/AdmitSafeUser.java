package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceDuty;
import app.lodge.core.devices.DeviceRight;
import app.lodge.core.devices.DeviceUsers;
import app.lodge.core.settings.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge safe admit`: lets somebody deposit, open or service at a safe, and nothing else (SAFE-63).
@Command(name = "admit")
final class AdmitSafeUser extends SafeCommand {

    @Parameters(index = "1", paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    @Option(
            names = "--may",
            required = true,
            split = ",",
            paramLabel = "DUTY",
            descriptionKey = "safe.may")
    List<String> may = new ArrayList<>();

    @Option(names = "--from", paramLabel = "DAY", descriptionKey = "safe.from")
    String from = "";

    @Option(names = "--until", paramLabel = "DAY", descriptionKey = "safe.until")
    String until = "";

    AdmitSafeUser(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var who = Values.person("PERSON", person);
        var duties =
                may.stream().map(one -> Values.choice("--may", one, DeviceDuty.class)).toList();
        var first = from.isEmpty() ? null : Values.day("--from", from);
        var last = until.isEmpty() ? null : Values.day("--until", until);
        var id = find(doors).orElse(null);
        if (id == null) {
            return unknown();
        }
        var zone = doors.door(Settings.class).site(doors.actor()).zone();
        var right =
                new DeviceRight(
                        duties,
                        first == null ? Instant.EPOCH : first.atStartOfDay(zone).toInstant(),
                        last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant());
        return said(
                doors.door(DeviceUsers.class)
                        .put(doors.actor(), RequestId.fresh(), id, who, right));
    }
}
