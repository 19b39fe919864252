package app.lodge.core.site;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksUnavailable;
import app.lodge.core.books.Problem;
import app.lodge.core.books.WriterTurn;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.VaultException;
import app.lodge.core.keys.VaultProblem;
import app.lodge.core.privacy.AfterRestore;
import app.lodge.core.topups.ErasedFromBank;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;

/// A site's vault and books, opened and made to agree before anybody may use them.
final class Opening {

    private Opening() {}

    /// What the database must hold.
    enum Expected {
        ITS_OWN_BOOKS,
        EMPTY_BOOKS
    }

    /// The turn of this bridge, of several on one PostgreSQL.
    static void awaitTurn(Home home) throws SiteException {
        var settings = HomeSettings.read(home);
        if (!settings.standby()) {
            return;
        }
        try {
            WriterTurn.await(settings.source(home, ""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SiteException(
                    Problem.of("books", home.folder(), "site.books", "interrupted"));
        }
    }

    static Site open(Home home, InstantSource clock, KdfCost cost, Expected expected)
            throws SiteException {
        if (!home.hasSite()) {
            throw new SiteException(Problem.of("home", home.folder(), "site.none"));
        }
        var homeSettings = HomeSettings.read(home);
        KeyVault vault;
        byte[] secret = home.readSecret();
        try {
            var token = homeSettings.token();
            vault =
                    token == null
                            ? KeyVault.open(home.vault(), secret)
                            : KeyVault.open(home.vault(), secret, token);
        } catch (VaultException e) {
            throw new SiteException(VaultProblem.of(home.vault(), e.fault()));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
        try {
            var source = homeSettings.source(home, new String(vault.databasePassword()));
            var sealing = new VaultSealing(vault);
            var books = Books.open(source, clock, sealing);
            try {
                if (expected == Expected.EMPTY_BOOKS && !books.untouched()) {
                    // Another site's, under the keys of another vault.
                    throw new SiteException(
                            Problem.of("books.url", homeSettings.books(), "site.books-in-use"));
                }
                new AfterRestore(books, vault, sealing, new SecureRandom())
                        .agree(Actor.system("site"), () -> KeyringCopy.of(home).refresh());
                new ErasedFromBank(books, home.bank()).forgetErased();
                return new Site(home, homeSettings, vault, books, sealing, cost);
            } catch (VaultException | SiteException | RuntimeException e) {
                books.close();
                vault.close();
                throw e;
            }
        } catch (VaultException e) {
            throw new SiteException(
                    Problem.of(
                            "people.keys",
                            home.keyring(),
                            "site.vault",
                            String.valueOf(e.getMessage())));
        } catch (BooksUnavailable e) {
            vault.close();
            throw new SiteException(
                    Problem.of(
                            "books", home.folder(), "site.books", String.valueOf(e.getMessage())));
        }
    }
}
