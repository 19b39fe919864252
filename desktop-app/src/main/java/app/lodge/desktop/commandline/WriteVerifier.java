package app.lodge.desktop.commandline;

import app.lodge.reports.verifier.AuditorsProgram;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge journal verifier`: writes the auditor's program, one source file that needs no Lodge (ID-50).
@Command(name = "verifier")
final class WriteVerifier extends SiteCommand {

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "journal.verifier.out")
    Path out = Path.of(".");

    WriteVerifier(Session session) {
        super(session);
    }

    @Override
    Answer answer() {
        var target = out.resolve(AuditorsProgram.FILE_NAME);
        try {
            Files.write(
                    target,
                    AuditorsProgram.source(),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            return Answer.refused("cli.file-exists", "--out", target);
        } catch (IOException e) {
            return Answer.refused("cli.file-unwritable", "--out", target);
        }
        return Answer.done(
                Map.of("file", target.toString()),
                session.text("cli.journal.verifier-written", target));
    }
}
