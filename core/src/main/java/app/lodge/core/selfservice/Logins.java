package app.lodge.core.selfservice;

import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.Tx;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.people.PersonCheck;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonField;
import app.lodge.core.selfservice.Login.State;
import app.lodge.core.selfservice.LoginStore.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Logins with their addresses opened. An address is found by a keyed digest; what stands in the row is
/// enciphered under the login's own key, which goes when the login ends.
final class Logins {

    private static final String ADDRESS = "self_service_login.sealed";
    private static final String SECRET = "self_service_login.secret";

    private final Books books;
    private final KeyVault vault;
    private final LoginStore store = new LoginStore();

    Logins(Books books, KeyVault vault) {
        this.books = books;
        this.vault = vault;
    }

    LoginStore store() {
        return store;
    }

    List<Problem> problems(String email) {
        var typed =
                PersonField.merged(
                        PersonDetails.named("A", "B"), Map.of(PersonField.EMAIL, email.strip()));
        var wrong =
                new PersonCheck(books.clock())
                        .problems(typed).stream()
                                .filter(problem -> problem.field().equals(PersonField.EMAIL.key()))
                                .toList();
        return wrong.isEmpty() && typed.email().isEmpty()
                ? List.of(Problem.of(PersonField.EMAIL.key(), "", "self-service.no-address"))
                : wrong;
    }

    Optional<Row> find(LoginId id) {
        return books.read(sql -> store.find(sql, id));
    }

    Optional<Row> named(String email) {
        var index = index(email);
        return books.read(sql -> store.byMail(sql, index));
    }

    Row open(Tx tx, String email) {
        var before = store.byMail(tx.sql(), index(email));
        if (before.isPresent()) {
            return before.get();
        }
        var id = store.nextNumber(tx);
        var seed = vault.newPersonKey();
        store.insert(tx, id, seed, seal(id, seed, ADDRESS, email.strip()), index(email));
        tx.journal("self-service.opened", subject(id), Map.of());
        return store.find(tx.sql(), id).orElseThrow();
    }

    Login shown(Row row) {
        return new Login(row.id(), row.state(), email(row), row.openedAt(), row.lockedUntil());
    }

    /// Empty once it has ended.
    String email(Row row) {
        return opened(row, ADDRESS, row.sealed());
    }

    /// The Argon2id string; empty if there is none.
    String secret(Row row) {
        return opened(row, SECRET, row.secret());
    }

    byte[] sealedSecret(Row row, String phc) {
        return seal(row.id(), Objects.requireNonNull(row.seed()), SECRET, phc);
    }

    /// Seals something else under the login's key.
    byte[] seal(Row row, String place, String plain) {
        return seal(row.id(), Objects.requireNonNull(row.seed()), place, plain);
    }

    String opened(Row row, String place, byte @Nullable [] sealed) {
        var seed = row.seed();
        return row.state() == State.ENDED || seed == null || sealed == null
                ? ""
                : new String(
                        vault.open(row.id().key(), seed, sealed, ascii(place)),
                        StandardCharsets.UTF_8);
    }

    /// What stands against doing anything for it.
    List<Problem> working(LoginId login) {
        var row = find(login);
        if (row.isEmpty()) {
            return List.of(Problem.of("login", login.number(), "self-service.unknown-login"));
        }
        return switch (row.get().state()) {
            case OPENED, ACTIVE -> List.of();
            case BLOCKED, ENDED ->
                    List.of(Problem.of("login", login.number(), "self-service.not-working"));
        };
    }

    static String subject(LoginId id) {
        return "self-service:" + id.number();
    }

    private byte[] seal(LoginId id, byte[] seed, String place, String plain) {
        return vault.seal(id.key(), seed, plain.getBytes(StandardCharsets.UTF_8), ascii(place));
    }

    private byte[] index(String email) {
        return vault.index(
                "self-service-mail",
                email.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] ascii(String place) {
        return place.getBytes(StandardCharsets.US_ASCII);
    }
}
