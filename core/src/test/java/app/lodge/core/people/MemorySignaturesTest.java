package app.lodge.core.people;

import app.lodge.core.books.BooksSource;
import java.util.UUID;

final class MemorySignaturesTest extends SignaturesContract {
    @Override
    BooksSource source() {
        return new BooksSource.InMemory(UUID.randomUUID().toString());
    }
}
