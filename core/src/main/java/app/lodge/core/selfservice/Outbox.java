package app.lodge.core.selfservice;

import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Register;
import app.lodge.core.selfservice.MailStore.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Mail as it is written down: in the unit of writing that it tells of, or not at all. Nothing that was
/// promised by mail is lost by whatever happens afterwards.
final class Outbox {

    private final Register register;
    private final Logins logins;
    private final MailStore store = new MailStore();

    Outbox(Register register, Logins logins) {
        this.register = register;
        this.logins = logins;
    }

    MailStore store() {
        return store;
    }

    void toPerson(Tx tx, Kind kind, long about, PersonId person, String address) {
        var id = store.nextNumber(tx);
        var sealed =
                register.seal(
                        tx, person, MailStore.place(id), address.getBytes(StandardCharsets.UTF_8));
        store.insert(tx, new MailStore.Row(id, kind, about, person, null, sealed.orElseThrow(), 0));
    }

    void toLogin(Tx tx, Kind kind, LoginStore.Row login) {
        var id = store.nextNumber(tx);
        var sealed = logins.seal(login, MailStore.place(id), logins.email(login));
        store.insert(
                tx, new MailStore.Row(id, kind, login.id().number(), null, login.id(), sealed, 0));
    }

    /// Where a mail goes; empty if whoever it is for was erased or has ended.
    Optional<String> address(MailStore.Row row) {
        var sealed = row.sealed();
        var person = row.person();
        var login = row.login();
        if (sealed == null) {
            return Optional.empty();
        }
        var place = MailStore.place(row.id());
        if (person != null) {
            return register.open(person, place, sealed)
                    .map(plain -> new String(plain, StandardCharsets.UTF_8));
        }
        return login == null
                ? Optional.empty()
                : logins.find(login)
                        .map(owner -> logins.opened(owner, place, sealed))
                        .filter(address -> !address.isEmpty());
    }
}
