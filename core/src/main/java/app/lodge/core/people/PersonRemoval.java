package app.lodge.core.people;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Tx;
import app.lodge.core.people.ImportRuns.Left;
import java.util.Optional;

/// Takes people out of the books for good who were enrolled by mistake and never used; `core.privacy`
/// does it as an erasure with a certificate.
public interface PersonRemoval {

    /// Why somebody stays; empty if they can go.
    Optional<Left> obstacle(PersonId person);

    /// Takes the person out within the caller's unit of writing.
    ///
    /// @return why somebody stays after all; empty if they went
    Optional<Left> remove(Tx tx, PersonId person, String reference);

    /// Destroys the keys of those who went. What was cut off before this is done at the next call.
    void complete(Actor actor);
}
