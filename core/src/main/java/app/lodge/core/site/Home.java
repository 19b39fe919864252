package app.lodge.core.site;

import app.lodge.core.books.Problem;
import app.lodge.core.keys.HeldKey;
import app.lodge.core.keys.KeyVault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A site's home folder and what lies where in it.
///
/// ```
/// vault.lodge      the key vault, sealed under the unlock secret
/// people.keys      people's keys and the erasure list, in no backup of the books
/// unlock.secret    the unlock secret, readable by the owner only; may lie elsewhere (LODGE_UNLOCK_FILE)
/// unlock.sealed    the unlock secret under operators' passwords and cards, if the site was sealed
/// books.mv.db      the encrypted books, with books.mv.db.dw and books.mv.db.ahead(2) beside it
/// lodge.properties optional: where a PostgreSQL is, ports, a broker
/// bridge.json      how to reach the running bridge
/// logs/ backups/
/// ```
///
/// @param opened the unlock secret where an operator opened it; null where the file has it
public record Home(Path folder, @Nullable HeldKey opened) {

    private static final int SECRET_BYTES = 32;

    /// In a folder in which a site is to be made.
    private static final Set<String> MAY_BE_THERE =
            Set.of("lodge.properties", "unlock.secret", "logs", "backups", "lost+found");

    public Home(Path folder) {
        this(folder, null);
    }

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /// Where a site lives if nobody says otherwise, by the habit of the system.
    public static Home ofUser() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var user = Path.of(System.getProperty("user.home"));
        if (system.contains("win")) {
            var local = System.getenv("LOCALAPPDATA");
            return new Home(
                    (local == null ? user.resolve("AppData/Local") : Path.of(local))
                            .resolve("Lodge"));
        }
        if (system.contains("mac")) {
            return new Home(user.resolve("Library/Application Support/Lodge"));
        }
        var data = System.getenv("XDG_DATA_HOME");
        return new Home(
                (data == null || data.isBlank() ? user.resolve(".local/share") : Path.of(data))
                        .resolve("lodge"));
    }

    public boolean hasSite() {
        return Files.exists(vault());
    }

    public Path vault() {
        return folder.resolve("vault.lodge");
    }

    /// The keys that erasures destroy, and the erasure list; in no backup of the books.
    public Path keyring() {
        return KeyVault.keyringOf(vault());
    }

    public Path books() {
        return folder.resolve("books");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path backups() {
        return folder.resolve("backups");
    }

    /// Files for the bank, where the site names no other folder.
    public Path bank() {
        return folder.resolve("bank");
    }

    public Path properties() {
        return folder.resolve("lodge.properties");
    }

    /// The unlock secret's file: beside the vault, or where `LODGE_UNLOCK_FILE` says.
    public Path unlockSecret() {
        var elsewhere = System.getenv("LODGE_UNLOCK_FILE");
        return elsewhere == null || elsewhere.isBlank()
                ? folder.resolve("unlock.secret")
                : Path.of(elsewhere);
    }

    /// Creates the folder, closed to other users, and a fresh unlock secret if there is none.
    ///
    /// @throws SiteException if the folder holds what is no part of a site: it would be closed to the
    ///     others who use it, and the site would be lost among it
    byte[] prepare() throws SiteException {
        try {
            requireFree();
            Files.createDirectories(folder);
            closeToOthers(folder, "rwx------");
            Files.createDirectories(logs());
            Files.createDirectories(backups());
            var file = unlockSecret();
            if (!Files.exists(file)) {
                var random = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(random);
                Files.createFile(file);
                closeToOthers(file, "rw-------");
                Files.write(file, inHex(random));
                Arrays.fill(random, (byte) 0);
            }
            return readSecret();
        } catch (IOException e) {
            throw new SiteException(
                    Problem.of(
                            "home",
                            folder,
                            "site.home-not-writable",
                            String.valueOf(e.getMessage())));
        }
    }

    private void requireFree() throws IOException, SiteException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var password = HomeSettings.read(this).booksPasswordFile();
        try (var there = Files.list(folder)) {
            var foreign =
                    there.map(each -> each.getFileName().toString())
                            .filter(name -> !name.startsWith(".") && !MAY_BE_THERE.contains(name))
                            .filter(name -> !folder.resolve(name).equals(Path.of(password)))
                            .sorted()
                            .findFirst();
            if (foreign.isPresent()) {
                throw new SiteException(
                        Problem.of("home", folder, "site.home-in-use", foreign.get()));
            }
        }
    }

    private static byte[] inHex(byte[] bytes) {
        var line = new byte[2 * bytes.length + 1];
        for (int i = 0; i < bytes.length; i++) {
            line[2 * i] = (byte) Character.forDigit(bytes[i] >> 4 & 0xF, 16);
            line[2 * i + 1] = (byte) Character.forDigit(bytes[i] & 0xF, 16);
        }
        line[2 * bytes.length] = '\n';
        return line;
    }

    /// Without the white space around it; the caller wipes it.
    byte[] readSecret() throws SiteException {
        if (opened != null) {
            return opened.copy();
        }
        if (UnlockSeal.isSealed(this)) {
            throw new SiteException(
                    Problem.of(
                            "unlock.sealed",
                            folder.resolve(UnlockFile.NAME),
                            "site.secret-sealed"));
        }
        try {
            byte[] line = Files.readAllBytes(unlockSecret());
            int from = 0;
            int to = line.length;
            while (from < to && line[from] <= ' ' && line[from] >= 0) {
                from++;
            }
            while (to > from && line[to - 1] <= ' ' && line[to - 1] >= 0) {
                to--;
            }
            byte[] secret = Arrays.copyOfRange(line, from, to);
            Arrays.fill(line, (byte) 0);
            return secret;
        } catch (IOException e) {
            throw new SiteException(
                    Problem.of("unlock.secret", unlockSecret(), "site.secret-unreadable"));
        }
    }

    /// Held while a bridge runs: a second one on the same home is refused.
    ///
    /// @return null if another process holds it
    public @Nullable FileLock lock() throws IOException {
        var channel =
                FileChannel.open(
                        folder.resolve("bridge.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            channel.close();
            return null;
        }
    }

    static void closeToOthers(Path path, String mode) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        }
    }
}
