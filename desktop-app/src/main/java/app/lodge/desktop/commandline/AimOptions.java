package app.lodge.desktop.commandline;

import app.lodge.core.devices.Aim;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.DeviceTemplates;
import app.lodge.core.devices.Devices;
import java.util.ArrayList;
import picocli.CommandLine.Option;

/// Which devices: exactly one of the four ways to say it.
final class AimOptions {

    @Option(names = "--device", paramLabel = "NAME", descriptionKey = "argument.device")
    String device = "";

    @Option(names = "--group", paramLabel = "GROUP", descriptionKey = "aim.group")
    String group = "";

    @Option(names = "--template", paramLabel = "TEMPLATE", descriptionKey = "aim.template")
    String template = "";

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "device.add.kind")
    String kind = "";

    /// @throws WrongUsage if none or several are named, or what is named is not there
    Aim aim(Doors doors) {
        var aims = new ArrayList<Aim>();
        if (!device.isEmpty()) {
            var found = doors.door(Devices.class).named(doors.actor(), device);
            aims.add(
                    new Aim.One(
                            found.orElseThrow(() ->
                                            new WrongUsage(
                                                    "cli.device.unknown", Values.shown(device)))
                                    .device()
                                    .id()));
        }
        if (!group.isEmpty()) {
            aims.add(new Aim.Group(group));
        }
        if (!template.isEmpty()) {
            aims.add(new Aim.Template(template(doors, template)));
        }
        if (!kind.isEmpty()) {
            aims.add(new Aim.OfKind(Values.choice("--kind", kind, DeviceKind.class)));
        }
        if (aims.size() != 1) {
            throw new WrongUsage("cli.aim.one");
        }
        return aims.getFirst();
    }

    /// By its name.
    static long template(Doors doors, String name) {
        return doors.door(DeviceTemplates.class).list(doors.actor()).stream()
                .filter(template -> template.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongUsage("cli.template.unknown", Values.shown(name)))
                .number();
    }
}
