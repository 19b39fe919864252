package app.lodge.core.search;

import app.lodge.core.books.Actor;
import java.util.List;

/// One box that finds a person, card, account or device by any name or number.
public interface Search {

    /// Best first; only what the actor may see.
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
