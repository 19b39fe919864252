package app.lodge.core.people;

import app.lodge.core.books.BooksSource;
import java.util.UUID;

/// The promises in memory.
final class MemoryImportUndoTest extends ImportUndoContract {

    @Override
    BooksSource source() {
        return new BooksSource.InMemory(UUID.randomUUID().toString());
    }
}
