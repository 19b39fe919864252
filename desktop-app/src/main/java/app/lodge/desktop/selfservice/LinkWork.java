package app.lodge.desktop.selfservice;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.AccountId;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.Person;
import app.lodge.core.selfservice.Behalf;
import app.lodge.core.selfservice.HolderAnswer;
import app.lodge.core.selfservice.HolderRequest;
import app.lodge.core.selfservice.Link;
import app.lodge.core.selfservice.LinkOutcome;
import app.lodge.core.selfservice.LoginId;
import app.lodge.core.selfservice.SelfService.LoginOutcome;
import app.lodge.desktop.shell.Session;
import java.util.function.Function;

/// A new link as it is made beside the screen: the person's account, the login of an address, opened where
/// it has none, and then the link between them.
///
/// @param email the address that the login signs in with
/// @param wanted what the link gives, for the account that is found
record LinkWork(
        Session session,
        Person person,
        String email,
        Function<AccountId, Link.Wanted> wanted,
        Behalf behalf) {

    /// What is asked about a login and a person's account.
    interface Linking {
        LinkOutcome link(RequestId request, LoginId login, Link.Wanted wanted);
    }

    LinkOutcome run(RequestId request, Linking verb) {
        var door = session.doors().selfService();
        var actor = session.actor();
        var account = session.doors().accounts().ofPerson(actor, person.id()).map(Account::id);
        if (account.isEmpty()) {
            return new LinkOutcome.OnlyAtTheDesk();
        }
        var given = wanted.apply(account.get());
        var known = door.named(actor, email);
        if (known.isPresent()) {
            return verb.link(request, known.get().id(), given);
        }
        return switch (door.open(actor, RequestId.fresh(), email, behalf)) {
            case LoginOutcome.Done(var login) -> verb.link(request, login.id(), given);
            case LoginOutcome.Rejected(var found) -> new LinkOutcome.Rejected(found);
        };
    }

    /// Asks for the person at the desk.
    static LinkOutcome onBehalf(
            Session session, RequestId request, LoginId login, HolderRequest asked, Behalf behalf) {
        var door = session.doors().selfService();
        return switch (door.onBehalf(session.actor(), request, login, asked, behalf)) {
            case HolderAnswer.Linking(var outcome) -> outcome;
            case HolderAnswer.Rejected(var found) -> new LinkOutcome.Rejected(found);
            case HolderAnswer other ->
                    throw new IllegalStateException("No answer to a link: " + other);
        };
    }
}
