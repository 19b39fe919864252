package app.lodge.core.site;

import app.lodge.core.books.Books;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keyversions.KeyVersions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `backups/card-keys.version`: the newest version of card keys that the site ever was on, beside the
/// backups and in none of them. A backup from before a roll-over knows only the version before; by this
/// note its restore goes on with the newer one, so that no card is made with keys that were given up
/// (CHAIN-07). The number is no secret.
record CardKeyNote(Path file) {

    static final String NAME = "card-keys.version";

    private static final Logger LOG = LoggerFactory.getLogger(CardKeyNote.class);

    static CardKeyNote of(Home home) {
        return new CardKeyNote(home.backups().resolve(NAME));
    }

    /// Follows every roll-over from now on.
    static void follow(Home home, Books books, KeyVault vault) {
        var note = of(home);
        var current = KeyVersions.current(books, vault);
        books.changes()
                .listen(facts -> {
                    if (facts.stream().anyMatch(fact -> fact.kind().startsWith("keys."))) {
                        note.keep(current.getAsInt());
                    }
                });
    }

    /// Keeps a version if it is newer than the one kept. A disk that takes no note stops nothing: the next
    /// backup writes it.
    void keep(int version) {
        if (version <= read()) {
            return;
        }
        try {
            var half = file.resolveSibling(NAME + ".half");
            Files.createDirectories(file.getParent());
            Files.writeString(half, version + "\n", StandardCharsets.US_ASCII);
            Files.move(
                    half,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} could not be written: version {} is not noted", file, version, e);
        }
    }

    /// @return 0 if there is no note, or none that can be read
    int read() {
        try {
            var text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            return text.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(text) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
