package app.lodge.core.search;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.people.Register;
import java.util.List;

/// One box that finds a person, card, account or device by any name or number.
public interface Search {

    static Search in(Books books, Register people) {
        return new BookedSearch(people, new SearchStore(books));
    }

    /// Best first; only what the actor may see: an exact card, account or chip number before people,
    /// devices last. Without {@code SEE_PEOPLE} no line names anybody.
    ///
    /// @param limit 1 to 50
    List<Hit> find(Actor actor, String text, int limit);

    /// @param kind what it is; `number` leads to it in its door
    /// @param title the line to show, `detail` a second one
    record Hit(Kind kind, long number, String title, String detail) {}

    enum Kind {
        PERSON,
        CARD,
        ACCOUNT,
        DEVICE
    }
}
