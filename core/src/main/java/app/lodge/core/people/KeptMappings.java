package app.lodge.core.people;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.people.PersonnelImport.Mapping;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Mappings of columns that were kept under a name, and the one that a file is proposed (ID-04).
final class KeptMappings {

    private static final int LONGEST_NAME = 64;

    private final Books books;
    private final MappingStore mappings;
    private final HeadingWords headings = new HeadingWords();

    KeptMappings(Books books) {
        this.books = books;
        this.mappings = new MappingStore(books);
    }

    List<Mapping> all() {
        return mappings.all();
    }

    /// The saved mapping that knows most of the headings, if all of its own are there.
    Mapping proposed(List<String> found) {
        return mappings.all().stream()
                .filter(saved -> !saved.columns().isEmpty())
                .filter(saved -> found.containsAll(saved.columns().keySet()))
                .max(Comparator.comparing(saved -> saved.columns().size()))
                .orElseGet(() -> new Mapping("", headings.proposal(found)));
    }

    void save(Actor actor, Mapping mapping) {
        var content = MappingStore.content(mapping);
        if (mapping.name().isBlank()
                || mapping.name().length() > LONGEST_NAME
                || content.length() > MappingStore.LONGEST_CONTENT) {
            throw new IllegalArgumentException(
                    "Mapping '%s' must have a name of 1 to %d characters and at most %d in all, not %d"
                            .formatted(
                                    mapping.name(),
                                    LONGEST_NAME,
                                    MappingStore.LONGEST_CONTENT,
                                    content.length()));
        }
        books.write(
                actor,
                tx -> {
                    mappings.save(tx, mapping);
                    return tx.journal(
                            "import-mapping.saved",
                            "import-mapping:"
                                    + BookedPersonnelImport.digest(mapping.name()).substring(0, 16),
                            Map.of("name", mapping.name(), "columns", mapping.columns()));
                });
    }
}
