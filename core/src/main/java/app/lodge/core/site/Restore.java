package app.lodge.core.site;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.doors.Json;
import app.lodge.core.journal.Journal;
import app.lodge.core.journal.Seals.Verification;
import app.lodge.core.journal.Seals.What;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keyversions.KeyVersions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipFile;

/// A backup made into a site again, in an empty home; or only proved, without touching any.
public final class Restore {

    private final InstantSource clock;
    private final KdfCost cost;

    private final int knownCardKeys;

    public Restore(InstantSource clock, KdfCost cost) {
        this(clock, cost, 0);
    }

    private Restore(InstantSource clock, KdfCost cost, int knownCardKeys) {
        this.clock = clock;
        this.cost = cost;
        this.knownCardKeys = knownCardKeys;
    }

    /// The same, told which version of card keys the site was on, where no note lies beside the backup or
    /// the keyring.
    ///
    /// @param version 1 to 255; 0 for nothing known
    public Restore knowingCardKeys(int version) {
        return new Restore(clock, cost, version);
    }

    /// Restores into `home`, which must hold no site, and proves the journal of what came out. Whoever
    /// was erased since the backup was taken is taken out again (ID-57).
    ///
    /// @param secret the unlock secret's file, which is in no backup
    /// @param keyring `people.keys`, the newest there is; in no backup either
    public Restored into(Home home, Path backup, Path secret, Path keyring) throws SiteException {
        if (home.hasSite()) {
            throw new SiteException(Problem.of("home", home.folder(), "site.already-there"));
        }
        var restored = prove(backup, secret, keyring);
        try {
            Files.createDirectories(home.folder());
            unpack(backup, secret, keyring, home);
            if (restored.cardKeysWentBack()) {
                keepCardKeys(home, restored.newestCardKeys());
            }
            return restored;
        } catch (IOException e) {
            throw new SiteException(
                    Problem.of(
                            "home",
                            home.folder(),
                            "site.home-not-writable",
                            String.valueOf(e.getMessage())));
        }
    }

    /// Unpacks to a temporary folder, opens the books with the real code, recomputes the journal's
    /// chain and seals, compares its head with the backup's note, and every balance and total with
    /// the journal.
    public Restored prove(Path backup, Path secret, Path keyring) throws SiteException {
        Path scratch = null;
        try {
            scratch = Files.createTempDirectory("lodge-restore");
            var home = new Home(scratch);
            var note = unpack(backup, secret, keyring, home);
            try (var site = Site.open(home, clock, cost)) {
                return proved(site, note, newestCardKeys(backup, keyring));
            }
        } catch (IOException e) {
            throw new SiteException(
                    Problem.of(
                            "backup",
                            backup,
                            "restore.unreadable",
                            String.valueOf(e.getMessage())));
        } finally {
            deleteAll(scratch);
        }
    }

    /// What the notes beside the backup and the keyring tell, and whoever restores.
    private int newestCardKeys(Path backup, Path keyring) {
        var beside = new CardKeyNote(backup.resolveSibling(CardKeyNote.NAME)).read();
        var withKeyring = new CardKeyNote(keyring.resolveSibling(CardKeyNote.NAME)).read();
        return Math.max(knownCardKeys, Math.max(beside, withKeyring));
    }

    private void keepCardKeys(Home home, int newest) throws SiteException {
        try (var site = Site.open(home, clock, cost)) {
            KeyVersions.keepAfterRestore(
                    site.books(), site.vault(), Actor.system("restore"), newest);
        }
    }

    private static Restored proved(Site site, ZippedBackups.Note note, int newestCardKeys)
            throws SiteException {
        var system = Actor.system("restore");
        switch (site.seals().verify(system)) {
            case Verification.Intact(long rows, String head, _, _, _) -> {
                if (!holds(site, note)) {
                    throw new SiteException(
                            Problem.of(
                                    "journal",
                                    rows + " " + head,
                                    "restore.other-head",
                                    note.journalNumber(),
                                    note.journalHead()));
                }
            }
            case Verification.Broken(What what, long at, _, _) ->
                    throw new SiteException(
                            switch (what) {
                                case ROW_MISSING, ROW_HASH ->
                                        Problem.of("journal", at, "restore.broken");
                                case SEAL_MISSING,
                                        SEAL_RANGE,
                                        SEAL_ROOT,
                                        SEAL_LINK,
                                        SEAL_HASH,
                                        SEAL_SIGNATURE ->
                                        Problem.of("seal", at, "restore.seal-broken");
                            });
        }
        var findings = site.accounts().audit(system);
        if (!findings.isEmpty()) {
            throw new SiteException(
                    Problem.of(
                            "books",
                            findings.getFirst().subject(),
                            "restore.books-differ",
                            findings.size()));
        }
        var cardKeys = site.keyVersions().status(system).current();
        return new Restored(
                note.journalNumber(),
                note.journalHead(),
                cardKeys,
                Math.max(cardKeys, newestCardKeys));
    }

    /// Rows after the note's are those of people who are erased again.
    private static boolean holds(Site site, ZippedBackups.Note note) {
        var upTo = Long.toString(note.journalNumber() + 1);
        var rows =
                site.journal().page(Actor.system("restore"), Journal.Filter.all(), upTo, 1).rows();
        return rows.isEmpty()
                ? note.journalNumber() == 0
                : rows.getFirst().number() == note.journalNumber()
                        && rows.getFirst().hash().equals(note.journalHead());
    }

    private static ZippedBackups.Note unpack(Path backup, Path secret, Path keyring, Home home)
            throws IOException {
        try (var zip = new ZipFile(backup.toFile())) {
            for (var name : List.of(ZippedBackups.VAULT, ZippedBackups.BOOKS, ZippedBackups.NOTE)) {
                var entry = zip.getEntry(name);
                if (entry == null) {
                    throw new IOException(name + " is missing in the zip");
                }
                if (!name.equals(ZippedBackups.NOTE)) {
                    Files.copy(
                            zip.getInputStream(entry),
                            home.folder().resolve(name),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
            // A side file that another site's books left here would be applied to the restored
            // ones.
            Files.deleteIfExists(home.folder().resolve(ZippedBackups.BOOKS + ".dw"));
            Files.deleteIfExists(home.folder().resolve(ZippedBackups.BOOKS + ".ahead"));
            Files.deleteIfExists(home.folder().resolve(ZippedBackups.BOOKS + ".ahead2"));
            Files.copy(
                    secret,
                    home.folder().resolve("unlock.secret"),
                    StandardCopyOption.REPLACE_EXISTING);
            Files.copy(keyring, home.keyring(), StandardCopyOption.REPLACE_EXISTING);
            return Json.read(
                    zip.getInputStream(zip.getEntry(ZippedBackups.NOTE)).readAllBytes(),
                    ZippedBackups.Note.class);
        }
    }

    private static void deleteAll(@org.jspecify.annotations.Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// @param rows how many journal rows verify
    /// @param cardKeys the version of card keys that the backup knows
    /// @param newestCardKeys the one that the site was on since, and that new cards get after the restore
    public record Restored(long rows, String head, int cardKeys, int newestCardKeys) {
        public boolean cardKeysWentBack() {
            return cardKeys < newestCardKeys;
        }
    }
}
