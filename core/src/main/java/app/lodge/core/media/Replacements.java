package app.lodge.core.media;

import app.lodge.core.books.Books;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.Documents;
import java.util.List;

/// What a medium issued now would take the place of, by the very rule of issuing: for whoever says
/// beforehand what it costs (ID-43, ID-63).
public interface Replacements {

    static Replacements in(Books books) {
        var media = new MediumStore();
        return (person, kind) ->
                Succession.replaced(
                        Succession.rules(Documents.find(books, BookedMediaLife.DOCUMENT)),
                        books.read(sql -> media.ofPerson(sql, person)),
                        kind);
    }

    /// The newest first.
    List<Medium> before(PersonId person, MediumKind kind);
}
