package app.lodge.core.groups;

import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;

/// Who has to know that somebody's groups are others now, within the transaction that changes them.
@FunctionalInterface
public interface Memberships {

    void changed(Tx tx, PersonId person);
}
