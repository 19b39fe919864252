package app.lodge.core.layouts;

import app.lodge.core.books.BooksSource;
import java.util.UUID;

final class MemoryCardLayoutsTest extends CardLayoutsContract {

    @Override
    BooksSource source() {
        return new BooksSource.InMemory(UUID.randomUUID().toString());
    }
}
