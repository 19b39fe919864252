package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.DeviceTemplates;
import app.lodge.core.devices.DeviceTemplates.MakeOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge template make`: settings, lists and roll-out group that devices are added with (SAFE-49).
@Command(name = "make")
final class MakeTemplate extends DoorCommand {

    @Parameters(index = "0", paramLabel = "TEMPLATE", descriptionKey = "template.name")
    String name = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "KEY=VALUE",
            descriptionKey = "template.settings")
    List<String> settings = new ArrayList<>();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            required = true,
            descriptionKey = "device.add.kind")
    String kind = "";

    @Option(names = "--group", paramLabel = "GROUP", descriptionKey = "aim.group")
    String group = "";

    @Option(names = "--lists", paramLabel = "LIST", split = ",", descriptionKey = "template.lists")
    List<String> lists = new ArrayList<>();

    MakeTemplate(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var draft =
                new DeviceTemplates.Draft(
                        name,
                        Values.choice("--kind", kind, DeviceKind.class),
                        group,
                        lists,
                        Values.pairs("KEY=VALUE", settings));
        var outcome =
                doors.door(DeviceTemplates.class).make(doors.actor(), RequestId.fresh(), draft);
        return switch (outcome) {
            case MakeOutcome.Made(var template) ->
                    Answer.done(
                            Map.of("template", template),
                            session.text("cli.template.made", template.name()));
            case MakeOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
