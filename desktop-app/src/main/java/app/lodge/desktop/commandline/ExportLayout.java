package app.lodge.desktop.commandline;

import app.lodge.personalization.layouts.model.LayoutWriter;
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

/// `lodge layout export`: a card layout as one file, its pictures inside (ID-46).
@Command(name = "export")
final class ExportLayout extends DoorCommand {

    @Parameters(paramLabel = "LAYOUT", descriptionKey = "argument.layout")
    String layout = "";

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "layout.export.out")
    @Nullable Path out;

    ExportLayout(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        OutFile.requireFree("--out", out);
        var found = SiteLayouts.shelf(doors).find(doors.actor(), layout);
        if (found.isEmpty()) {
            return Answer.refused("cli.card.layout", Values.shown(layout));
        }
        var reference = found.get().reference();
        var target = out == null ? Path.of(reference + ".json") : out;
        if (Files.isDirectory(target)) {
            target = target.resolve(reference + ".json");
        }
        try {
            Files.writeString(
                    target,
                    LayoutWriter.write(found.get()),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            return Answer.refused("cli.file-exists", "--out", target);
        } catch (IOException e) {
            return Answer.refused("cli.file-unwritable", "--out", target);
        }
        return Answer.done(
                Map.of("file", target.toString(), "layout", reference),
                session.text("designer.exported", target));
    }
}
