package app.lodge.core.media;

import app.lodge.core.books.Answers;
import app.lodge.core.people.PersonId;
import java.util.Optional;

/// Who stands behind what a reader read, for payments and rights (ID-14, ID-41).
public interface Credentials {

    /// The live medium with this chip, else the newest that had it.
    Optional<Credential> find(Answers answers, Uid uid);

    /// A medium as a device meets it.
    record Credential(MediumId medium, MediumState state, PersonId holder) {}

    static Credentials inBooks() {
        return new CredentialStore();
    }
}
