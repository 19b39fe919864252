package app.lodge.desktop.costcentres;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.books.Permission;
import app.lodge.core.costcentres.CostCentres.Link;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.shell.PersonNames;
import app.lodge.desktop.shell.Session;

/// Who and what is charged to a cost centre, by name as far as the clerk may see it. Asks the doors, so it
/// is used beside the screen.
final class CentreNames {

    private final Session session;
    private final PersonNames people;

    CentreNames(Session session) {
        this.session = session;
        people = new PersonNames(session);
    }

    /// @param account 0 for the whole centre, which has no name
    String of(long account) {
        return account == 0 ? "" : people.of(new AccountId(account));
    }

    String of(Link one) {
        return switch (one.holder()) {
            case PERSON -> people.of(new PersonId(one.holderId()));
            case MEDIUM -> medium(one.holderId());
            case GROUP -> group(one.holderId());
        };
    }

    private String medium(long id) {
        return session.actor().may(Permission.SEE_MEDIA)
                ? session.doors()
                        .media()
                        .find(session.actor(), new MediumId(id))
                        .map(Medium::number)
                        .orElse(String.valueOf(id))
                : String.valueOf(id);
    }

    private String group(long id) {
        return session.doors().groups().list(session.actor()).stream()
                .filter(group -> group.id().number() == id)
                .map(group -> group.name())
                .findFirst()
                .orElse(String.valueOf(id));
    }
}
