package app.lodge.core.devices;

import app.lodge.core.books.BooksSource;
import java.util.UUID;

final class MemoryFieldBooksTest extends FieldBooksContract {
    @Override
    BooksSource source() {
        return new BooksSource.InMemory(UUID.randomUUID().toString());
    }
}
