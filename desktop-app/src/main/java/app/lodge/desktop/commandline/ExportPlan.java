package app.lodge.desktop.commandline;

import app.lodge.core.encodingplans.EncodingPlans;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge plan export`: a plan as one file, with its signature.
@Command(name = "export")
final class ExportPlan extends DoorCommand {

    @Parameters(paramLabel = "PLAN", descriptionKey = "argument.plan")
    String plan = "";

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "plan.export.out")
    @Nullable Path out;

    ExportPlan(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        OutFile.requireFree("--out", out);
        var argument = new PlanArgument(plan);
        var found = argument.find(doors);
        if (found.isEmpty()) {
            return argument.unknown();
        }
        var named = found.get().plan();
        var file =
                doors.door(EncodingPlans.class)
                        .export(doors.actor(), named.name(), named.version())
                        .orElseThrow();
        var target = out == null ? Path.of(named.reference() + ".json") : out;
        if (Files.isDirectory(target)) {
            target = target.resolve(named.reference() + ".json");
        }
        try {
            Files.writeString(
                    target, file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            return Answer.refused("cli.file-exists", "--out", target);
        } catch (IOException e) {
            return Answer.refused("cli.file-unwritable", "--out", target);
        }
        return Answer.done(
                Map.of("file", target.toString(), "plan", named.reference()),
                session.text("plans.exported", named.reference(), target));
    }
}
