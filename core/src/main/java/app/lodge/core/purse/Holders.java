package app.lodge.core.purse;

import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;

/// Knows whose cards are without a name: the books have it under lock only.
@FunctionalInterface
public interface Holders {

    boolean nameless(Tx tx, PersonId person);
}
