package app.lodge.desktop.commandline;

import app.lodge.core.keys.KdfCost;
import app.lodge.core.site.Home;
import app.lodge.core.site.Restore;
import app.lodge.core.site.SiteException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge restore`: a backup made into a site again in an empty home, or only proved to be good
/// (LOCK-74).
@Command(name = "restore")
final class RestoreSite extends SiteCommand {

    @Parameters(paramLabel = "BACKUP", descriptionKey = "restore.backup")
    Path backup = Path.of("");

    @Option(
            names = "--unlock-file",
            paramLabel = "FILE",
            required = true,
            descriptionKey = "restore.unlock-file")
    @Nullable Path unlockFile;

    @Option(names = "--keys", paramLabel = "FILE", descriptionKey = "restore.keys")
    @Nullable Path keys;

    @Option(names = "--dry-run", descriptionKey = "restore.dry-run")
    boolean dryRun;

    private final KdfCost cost;

    RestoreSite(Session session, KdfCost cost) {
        super(session);
        this.cost = cost;
    }

    @Override
    Answer answer() {
        var secret = readable("--unlock-file", unlockFile);
        var file = readable("BACKUP", backup);
        var keyring = readable("--keys", keys == null ? file.resolveSibling("people.keys") : keys);
        var restore = new Restore(InstantSource.system(), cost);
        try {
            var restored =
                    dryRun
                            ? restore.prove(file, secret, keyring)
                            : restore.into(new Home(home()), file, secret, keyring);
            return Answer.done(
                    Map.of("rows", restored.rows(), "head", restored.head()),
                    dryRun
                            ? session.text("cli.restore.good", restored.rows(), restored.head())
                            : session.text(
                                    "cli.restore.done", home(), restored.rows(), restored.head()));
        } catch (SiteException e) {
            return new Answer.Faulty(e.problems());
        }
    }

    private static Path readable(String field, @Nullable Path file) {
        if (file == null || !Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new WrongUsage("cli.file-unreadable", field, String.valueOf(file));
        }
        return file;
    }
}
