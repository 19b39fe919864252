package app.lodge.desktop.journal;

import app.lodge.core.books.RequestId;
import app.lodge.core.journal.JournalExports.Export;
import app.lodge.core.journal.JournalExports.ExportOutcome;
import app.lodge.core.work.Progress;
import app.lodge.desktop.shell.Session;
import app.lodge.reports.verifier.AuditorsProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/// Writes the journal to a file, piece by piece; the file is there whole or not at all. Beside it lies the
/// program that checks it without Lodge.
record JournalExport(Session session, Path target) {

    ExportOutcome run(Progress<String> progress) throws IOException {
        var outcome = session.doors().journalExports().begin(session.actor(), RequestId.fresh());
        if (outcome instanceof ExportOutcome.Begun(Export export)) {
            write(export, progress);
        }
        return outcome;
    }

    private void write(Export export, Progress<String> progress) throws IOException {
        var part = target.resolveSibling(target.getFileName() + ".part");
        try (var out = Files.newOutputStream(part)) {
            @Nullable String after = null;
            do {
                var piece = session.doors().journalExports().read(session.actor(), export, after);
                out.write(piece.lines().getBytes(StandardCharsets.UTF_8));
                progress.at(piece.row() + " / " + export.rows());
                after = piece.next();
            } while (after != null);
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        Files.write(target.resolveSibling(AuditorsProgram.FILE_NAME), AuditorsProgram.source());
    }
}
