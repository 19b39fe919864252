package app.lodge.desktop.commandline;

import app.lodge.core.keys.KdfCost;
import app.lodge.core.keyversions.KeyVersions;
import app.lodge.core.site.Home;
import app.lodge.core.site.Restore;
import app.lodge.core.site.SiteException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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

    @Option(names = "--card-keys", paramLabel = "VERSION", descriptionKey = "restore.card-keys")
    int cardKeys;

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
        var known = Values.count("--card-keys", cardKeys, 0, KeyVersions.LAST);
        var restore = new Restore(InstantSource.system(), cost).knowingCardKeys(known);
        try {
            var restored =
                    dryRun
                            ? restore.prove(file, secret, keyring)
                            : restore.into(new Home(home()), file, secret, keyring);
            return new Answer.Done(
                    Map.of(
                            "rows", restored.rows(),
                            "head", restored.head(),
                            "cardKeys", restored.cardKeys(),
                            "newestCardKeys", restored.newestCardKeys()),
                    lines(restored));
        } catch (SiteException e) {
            return new Answer.Faulty(e.problems());
        }
    }

    private List<String> lines(Restore.Restored restored) {
        var lines = new ArrayList<String>();
        lines.add(
                dryRun
                        ? session.text("cli.restore.good", restored.rows(), restored.head())
                        : session.text(
                                "cli.restore.done", home(), restored.rows(), restored.head()));
        if (restored.cardKeysWentBack()) {
            lines.add(
                    session.text(
                            dryRun ? "cli.restore.card-keys-old" : "cli.restore.card-keys-kept",
                            restored.cardKeys(),
                            restored.newestCardKeys()));
        }
        return lines;
    }

    private static Path readable(String field, @Nullable Path file) {
        if (file == null || !Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new WrongUsage("cli.file-unreadable", field, String.valueOf(file));
        }
        return file;
    }
}
