package app.lodge.core.site;

import app.lodge.core.books.Books;
import app.lodge.core.conservation.Conservation;
import app.lodge.core.journal.Journal;
import app.lodge.core.journal.JournalExports;
import app.lodge.core.journal.Seals;
import app.lodge.core.keys.KeyVault;

/// What an auditor looks at.
final class JournalDoors {

    final Journal journal;
    final Seals seals;
    final Conservation conservation;
    final JournalExports journalExports;

    JournalDoors(Books books, KeyVault vault) {
        var signing = new VaultSigningKeys(vault);
        journal = Journal.in(books);
        seals = Seals.in(books, signing, vault.siteId());
        conservation = Conservation.in(books);
        journalExports = JournalExports.in(books, signing, vault.siteId());
    }
}
