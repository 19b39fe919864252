package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.topups.BankFiles;
import app.lodge.core.topups.BankFiles.ReturnState;
import app.lodge.core.topups.BankFiles.ReturnsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge bank returns`: what a file of returned debits says; does it with `--write` (ID-29).
@Command(name = "returns")
final class BankReturns extends DoorCommand {

    private static final long LARGEST_FILE = 16L << 20;

    @Parameters(paramLabel = "FILE", descriptionKey = "bank.returns.file")
    Path file = Path.of("");

    @Option(names = "--write", descriptionKey = "bank.returns.write")
    boolean write;

    BankReturns(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var door = doors.door(BankFiles.class);
        var returns = new ReturnsFile(file.getFileName().toString(), read());
        var found =
                write
                        ? door.applyReturns(doors.actor(), RequestId.fresh(), returns)
                        : door.previewReturns(doors.actor(), returns);
        if (!found.problems().isEmpty()) {
            return new Answer.Faulty(found.problems());
        }
        var lines = new ArrayList<String>();
        for (var row : found.rows()) {
            lines.add(
                    "%5d  %-35s  %-4s  %s"
                            .formatted(
                                    row.row(),
                                    Values.shown(row.reference()),
                                    Values.shown(row.reason()),
                                    Values.kebab(row.state())));
        }
        lines.add(
                session.text(
                        write ? "cli.bank.returned" : "cli.bank.would-return",
                        found.count(write ? ReturnState.RETURNED_NOW : ReturnState.READY)));
        return new Answer.Done(Map.of("rows", found.rows()), lines);
    }

    private byte[] read() {
        try {
            if (!Files.isRegularFile(file)) {
                throw new WrongUsage("cli.file-unreadable", "FILE", file);
            }
            if (Files.size(file) > LARGEST_FILE) {
                throw new WrongUsage("cli.file-large", "FILE", file, LARGEST_FILE >> 20);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new WrongUsage("cli.file-unreadable", "FILE", file);
        }
    }
}
