package app.lodge.desktop.shell;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.books.Permission;
import app.lodge.core.people.PersonId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Full names for one reading of a screen, for whoever may see them; else numbers. Reads through the
/// doors: beside the screen only.
public final class PersonNames {

    private final Session session;
    private final Map<PersonId, String> known = new HashMap<>();

    public PersonNames(Session session) {
        this.session = session;
    }

    /// @param person null for somebody who is not known any more
    public String of(@Nullable PersonId person) {
        return person == null ? "–" : known.computeIfAbsent(person, this::read);
    }

    private String read(PersonId person) {
        var number = "%07d".formatted(person.number());
        return session.actor().may(Permission.SEE_PEOPLE)
                ? session.doors()
                        .people()
                        .find(session.actor(), person)
                        .map(found -> found.details().fullName())
                        .orElse(number)
                : number;
    }

    public String of(AccountId account) {
        if (!session.actor().may(Permission.SEE_ACCOUNTS)) {
            return String.valueOf(account.number());
        }
        return session.doors()
                .accounts()
                .find(session.actor(), account)
                .map(found -> of(found.holder()))
                .orElse(String.valueOf(account.number()));
    }
}
