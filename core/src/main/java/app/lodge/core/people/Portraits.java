package app.lodge.core.people;

import app.lodge.core.books.Actor;
import java.util.List;

/// Photographs of many people at once: whose files they are, by their names (ID-11).
public interface Portraits {

    /// Files asked about at once, at most.
    int MOST_FILES = 500;

    static Portraits in(Register register) {
        return new BookedPortraits(register);
    }

    /// Who is meant by each file's name, in the same order: a person's number (`1234.jpg`), the
    /// personnel number, the whole name in any order (`Müller_Anna.jpg`, `anna-mueller.png`), or a
    /// number with the name (`4001 Anna Müller.jpg`), which must agree. Never somebody who is out of
    /// reach, nor by a number that the role hides.
    ///
    /// @throws IllegalArgumentException if there are more than {@link #MOST_FILES}
    List<Whose> whose(Actor actor, List<String> fileNames);
}
