package app.lodge.core.site;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.doors.Json;
import app.lodge.core.journal.Journal;
import app.lodge.core.keyversions.KeyVersions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A backup as a zip of vault, books and a note of where the journal stood. The keyring is in none: a
/// copy of it lies beside them, one for all.
final class ZippedBackups implements Backups {

    static final String VAULT = "vault.lodge";
    static final String BOOKS = "books.mv.db";
    static final String NOTE = "backup.json";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Site site;

    ZippedBackups(Site site) {
        this.site = site;
    }

    @Override
    public BackupOutcome take(Actor actor) {
        actor.require(Permission.TAKE_BACKUP);
        if (!site.homeSettings().books().isEmpty()) {
            return new BackupOutcome.NotTaken(
                    List.of(
                            Problem.of(
                                    "books.url",
                                    site.homeSettings().books(),
                                    "backup.postgresql")));
        }
        var at = site.books().clock().instant();
        var file = site.home().backups().resolve("lodge-" + STAMP.format(at) + ".zip");
        var half = file.resolveSibling(file.getFileName() + ".half");
        try {
            Files.createDirectories(site.home().backups());
            var copy = half.resolveSibling(file.getFileName() + ".books");
            try {
                Journal.Head head = site.books().standStill(actor, () -> copyBooks(copy));
                zip(half, copy, new Note(at, head.number(), head.hash()));
                KeyringCopy.of(site.home()).write();
                CardKeyNote.of(site.home())
                        .keep(KeyVersions.current(site.books(), site.vault()).getAsInt());
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
                site.books()
                        .write(
                                actor,
                                tx ->
                                        tx.journal(
                                                "backup.taken",
                                                "site",
                                                Map.of(
                                                        "journal",
                                                        head.number(),
                                                        "head",
                                                        head.hash())));
                return new BackupOutcome.Taken(
                        new Backup(
                                file.getFileName().toString(),
                                Files.size(file),
                                at,
                                head.number(),
                                head.hash()));
            } finally {
                Files.deleteIfExists(copy);
                Files.deleteIfExists(half);
            }
        } catch (IOException | UncheckedIOException e) {
            return new BackupOutcome.NotTaken(
                    List.of(
                            Problem.of(
                                    "backups",
                                    file,
                                    "backup.disk",
                                    String.valueOf(e.getMessage()))));
        }
    }

    @Override
    public List<Backup> list(Actor actor) {
        actor.require(Permission.TAKE_BACKUP);
        if (!Files.isDirectory(site.home().backups())) {
            return List.of();
        }
        try (var files = Files.list(site.home().backups())) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .map(ZippedBackups::read)
                    .sorted(Comparator.comparing(Backup::at).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Journal.Head copyBooks(Path copy) {
        try {
            Files.copy(
                    site.home().folder().resolve(BOOKS), copy, StandardCopyOption.REPLACE_EXISTING);
            return site.journal().head(Actor.system("backup"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void zip(Path target, Path books, Note note) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(target))) {
            zip.setLevel(1); // enciphered bytes do not compress
            zip.putNextEntry(new ZipEntry(NOTE));
            zip.write(Json.bytes(note, Note.class));
            zip.putNextEntry(new ZipEntry(VAULT));
            Files.copy(site.home().vault(), zip);
            zip.putNextEntry(new ZipEntry(BOOKS));
            Files.copy(books, zip);
            zip.closeEntry();
        }
        try (var channel =
                java.nio.channels.FileChannel.open(
                        target, java.nio.file.StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static Backup read(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry(NOTE);
            if (entry == null) {
                throw new IOException(file + " is no backup of Lodge");
            }
            var note = Json.read(zip.getInputStream(entry).readAllBytes(), Note.class);
            return new Backup(
                    file.getFileName().toString(),
                    Files.size(file),
                    note.at(),
                    note.journalNumber(),
                    note.journalHead());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Note(java.time.Instant at, long journalNumber, String journalHead) {}
}
