package app.lodge.core.site;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import java.time.Instant;
import java.util.List;

/// Backups of a running site, taken between two writes. The unlock secret is never in one, nor are the
/// keys of people, which an erasure must be able to destroy: of those there is one copy, always today's.
public interface Backups {

    static Backups in(Site site) {
        return new ZippedBackups(site);
    }

    /// Copies vault and books into one zip in the home's `backups` folder.
    BackupOutcome take(Actor actor);

    /// Newest first.
    List<Backup> list(Actor actor);

    /// @param file name within the `backups` folder of the bridge's machine
    /// @param journalHead where the journal stood: an auditor compares it with the restored one
    record Backup(String file, long bytes, Instant at, long journalNumber, String journalHead) {}

    sealed interface BackupOutcome {
        record Taken(Backup backup) implements BackupOutcome {}

        /// A PostgreSQL is backed up by its own means (docs/operations.md); the disk is full; …
        record NotTaken(List<Problem> problems) implements BackupOutcome {}
    }
}
