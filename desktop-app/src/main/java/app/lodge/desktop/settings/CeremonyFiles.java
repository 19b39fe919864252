package app.lodge.desktop.settings;

import app.lodge.desktop.shell.Background.Call;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.reports.catalogue.ReportOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;

/// A ceremony's papers as files, each readable by its owner only.
final class CeremonyFiles {

    private final Session session;
    private final BooleanProperty busy;
    private final ObjectProperty<@Nullable Message> told;

    CeremonyFiles(Session session, BooleanProperty busy, ObjectProperty<@Nullable Message> told) {
        this.session = session;
        this.busy = busy;
        this.told = told;
    }

    void share(String ceremony, int number) {
        save(
                "share-%d.pdf".formatted(number),
                "ceremony.share-saved",
                () ->
                        session.doors()
                                .ceremonyPapers()
                                .share(session.actor(), ceremony, number, language()));
    }

    void transcript(String ceremony) {
        save(
                "ceremony-%s.pdf".formatted(ceremony),
                "ceremony.transcript-saved",
                () ->
                        session.doors()
                                .ceremonyPapers()
                                .transcript(session.actor(), ceremony, language()));
    }

    /// Empty: the site's.
    private static String language() {
        return "";
    }

    private void save(String name, String savedKey, Call<ReportOutcome> paper) {
        session.dialogs()
                .chooseTarget("ceremony.save-title", name)
                .ifPresent(target ->
                        session.background()
                                .run(
                                        "ceremony.working",
                                        busy,
                                        () -> written(paper.answer(), target),
                                        done ->
                                                told.set(
                                                        done
                                                                ? Message.of(
                                                                        savedKey,
                                                                        target.getFileName())
                                                                : Message.of("ceremony.ended"))));
    }

    private static boolean written(ReportOutcome outcome, Path target) throws Exception {
        if (!(outcome instanceof ReportOutcome.Rendered sheet)) {
            return false;
        }
        Files.deleteIfExists(target);
        if (target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    target,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(target, sheet.content());
        Arrays.fill(sheet.content(), (byte) 0);
        return true;
    }
}
