package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceSetup;
import app.lodge.core.devices.DeviceTemplates;
import app.lodge.core.devices.DeviceTemplates.SetupOutcome;
import app.lodge.core.devices.Devices;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge device setup`: whom a device follows, with whom it is rolled out, and what is its own (SAFE-49).
@Command(name = "setup")
final class SetUpDevice extends DoorCommand {

    @Parameters(paramLabel = "NAME", descriptionKey = "argument.device")
    String name = "";

    @Option(names = "--template", paramLabel = "TEMPLATE", descriptionKey = "device.setup.template")
    @Nullable String template;

    @Option(names = "--group", paramLabel = "GROUP", descriptionKey = "device.setup.group")
    @Nullable String group;

    @Option(names = "--again", paramLabel = "KEY", descriptionKey = "device.setup.again")
    @Nullable String again;

    SetUpDevice(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var device = doors.door(Devices.class).named(doors.actor(), name).orElse(null);
        if (device == null) {
            return Answer.refused("cli.device.unknown", Values.shown(name));
        }
        var id = device.device().id();
        var templates = doors.door(DeviceTemplates.class);
        if (template != null) {
            var followed = template.isEmpty() ? null : AimOptions.template(doors, template);
            return said(templates.follow(doors.actor(), RequestId.fresh(), id, followed));
        }
        if (group != null) {
            return said(templates.putInGroup(doors.actor(), RequestId.fresh(), id, group));
        }
        if (again != null) {
            return said(templates.followAgain(doors.actor(), RequestId.fresh(), id, again));
        }
        return done(
                templates.setups(doors.actor()).stream()
                        .filter(setup -> setup.device().equals(id))
                        .findFirst()
                        .orElseGet(() -> new DeviceSetup(id, null, "", "", Set.of())));
    }

    private Answer said(SetupOutcome outcome) {
        return switch (outcome) {
            case SetupOutcome.Changed(var setup) -> done(setup);
            case SetupOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private Answer done(DeviceSetup setup) {
        return Answer.done(
                Map.of("setup", setup),
                session.text(
                        "cli.device.setup",
                        name,
                        setup.templateName().isEmpty() ? "–" : setup.templateName(),
                        setup.group().isEmpty() ? "–" : setup.group(),
                        setup.own().isEmpty()
                                ? "–"
                                : String.join(", ", new TreeSet<>(setup.own()))));
    }
}
