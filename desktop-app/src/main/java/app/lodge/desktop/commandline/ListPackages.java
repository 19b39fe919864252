package app.lodge.desktop.commandline;

import app.lodge.core.rollout.FieldPackage;
import app.lodge.core.rollout.Packages;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/// `lodge package list`: the library (ID-60, SAFE-52).
@Command(name = "list")
final class ListPackages extends DoorCommand {

    ListPackages(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var packages = doors.door(Packages.class).list(doors.actor());
        Map<String, Object> facts = Map.of("packages", packages);
        return packages.isEmpty()
                ? new Answer.Done(facts, List.of(session.text("cli.package.none")))
                : new Answer.Done(facts, packages.stream().map(this::line).toList());
    }

    private String line(FieldPackage one) {
        return session.text(
                "cli.package.line",
                one.number(),
                session.text("package-kind." + Values.kebab(one.kind())),
                one.title(),
                Values.kebab(one.deviceKind()),
                one.size(),
                one.sha256().substring(0, 16));
    }
}
