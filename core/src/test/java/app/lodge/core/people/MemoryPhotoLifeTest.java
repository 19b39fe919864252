package app.lodge.core.people;

import app.lodge.core.books.BooksSource;
import java.util.UUID;

final class MemoryPhotoLifeTest extends PhotoLifeContract {
    @Override
    BooksSource source() {
        return new BooksSource.InMemory(UUID.randomUUID().toString());
    }
}
