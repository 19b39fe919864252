package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.journal.JournalExports;
import app.lodge.core.journal.JournalExports.Export;
import app.lodge.core.journal.JournalExports.ExportOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge journal export`: the whole journal as a file that an auditor checks alone (ID-50).
@Command(name = "export")
final class ExportJournal extends DoorCommand {

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "journal.export.out")
    @Nullable Path out;

    ExportJournal(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        OutFile.requireFree("--out", out);
        return switch (doors.door(JournalExports.class).begin(doors.actor(), RequestId.fresh())) {
            case ExportOutcome.Begun(Export export) -> write(doors, export);
            case ExportOutcome.Broken(long at, var expected, var found) ->
                    VerifyJournal.broken(at, expected, found);
        };
    }

    private Answer write(Doors doors, Export export) {
        var target = out == null ? Path.of(export.fileName()) : out;
        if (Files.isDirectory(target)) {
            target = target.resolve(export.fileName());
        }
        var door = doors.door(JournalExports.class);
        try (var file =
                Files.newOutputStream(
                        target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            @Nullable String after = null;
            do {
                var piece = door.read(doors.actor(), export, after);
                file.write(piece.lines().getBytes(StandardCharsets.UTF_8));
                after = piece.next();
            } while (after != null);
        } catch (FileAlreadyExistsException e) {
            return Answer.refused("cli.file-exists", "--out", target);
        } catch (IOException e) {
            return Answer.refused("cli.file-unwritable", "--out", target);
        }
        var anchor = export.seals() + ":" + export.lastSeal();
        return new Answer.Done(
                Map.of(
                        "file", target.toString(),
                        "rows", export.rows(),
                        "seals", export.seals(),
                        "anchor", anchor,
                        "fingerprint", export.fingerprint()),
                List.of(
                        session.text("cli.journal.exported", target, export.rows(), export.seals()),
                        session.text("cli.journal.fingerprint", export.fingerprint()),
                        session.text("cli.journal.anchor", anchor)));
    }
}
