package app.lodge.core.selfservice;

import app.lodge.core.books.Books;
import app.lodge.core.books.Tx;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.selfservice.CodeStore.State;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Codes that are sent by mail and come back once: 12 letters and digits (60 bits) in groups of four.
///
/// No code is kept, not even enciphered. The books have a random salt; the code is what the vault's keyed
/// digest makes of it, when the mail is sent and when the code is tried. So a mail that has to be sent
/// again carries the same code, and books without their vault know none.
final class OneTimeCodes {

    enum Purpose {
        /// About a link.
        RELEASE,
        /// About a login.
        SECRET,
        /// About a holder's request for another address.
        ADDRESS
    }

    sealed interface Tried {
        record Right() implements Tried {}

        record Wrong(int left) implements Tried {}

        record None() implements Tried {}
    }

    /// Crockford's base 32: no I, L, O, U.
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CHARACTERS = 12;
    private static final int SALT = 16;

    private final Books books;
    private final KeyVault vault;
    private final SecureRandom random = new SecureRandom();
    private final CodeStore store = new CodeStore();

    OneTimeCodes(Books books, KeyVault vault) {
        this.books = books;
        this.vault = vault;
    }

    /// From now on this code holds, and none before it.
    Instant make(Tx tx, Purpose purpose, long about, Duration validFor) {
        var salt = new byte[SALT];
        random.nextBytes(salt);
        var until = tx.now().plus(validFor);
        store.put(tx, purpose, about, salt, until);
        return until;
    }

    /// The code to be sent, and until when it holds; empty if it holds no more.
    Optional<Sent> toSend(Purpose purpose, long about) {
        var now = books.clock().instant();
        return books.read(sql -> store.find(sql, purpose, about))
                .filter(row -> row.holds(now))
                .map(row -> new Sent(code(purpose, about, row.salt()), row.expiresAt()));
    }

    record Sent(String code, Instant until) {}

    /// When the present code was made, whatever became of it.
    Optional<Instant> madeAt(Tx tx, Purpose purpose, long about) {
        return store.find(tx.sql(), purpose, about).map(CodeStore.Row::madeAt);
    }

    Tried tried(Tx tx, Purpose purpose, long about, String typed, int mostWrong) {
        var found = store.find(tx.sql(), purpose, about).filter(row -> row.holds(tx.now()));
        if (found.isEmpty()) {
            return new Tried.None();
        }
        var row = found.get();
        if (MessageDigest.isEqual(
                ascii(plain(typed)), ascii(plain(code(purpose, about, row.salt()))))) {
            store.tried(tx, purpose, about, State.USED, row.wrong());
            return new Tried.Right();
        }
        var wrong = row.wrong() + 1;
        store.tried(tx, purpose, about, wrong >= mostWrong ? State.SPENT : State.WAITS, wrong);
        return new Tried.Wrong(Math.max(0, mostWrong - wrong));
    }

    void spend(Tx tx, Purpose purpose, long about) {
        store.find(tx.sql(), purpose, about)
                .filter(row -> row.state() == State.WAITS)
                .ifPresent(row -> store.tried(tx, purpose, about, State.SPENT, row.wrong()));
    }

    private String code(Purpose purpose, long about, byte[] salt) {
        var place = ascii(purpose.name() + "/" + about + "/");
        var digest =
                vault.index(
                        "self-service-code",
                        ByteBuffer.allocate(place.length + SALT).put(place).put(salt).array());
        var code = new StringBuilder();
        for (var i = 0; i < CHARACTERS; i++) {
            if (i > 0 && i % 4 == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(digest[i] & 0x1F));
        }
        return code.toString();
    }

    /// Letters that look like others are taken for them.
    private static String plain(String code) {
        return code.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
