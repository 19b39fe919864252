package app.lodge.core.devices;

import app.lodge.core.books.BooksSource;
import java.util.UUID;

final class MemoryTwinTest extends TwinContract {
    @Override
    BooksSource source() {
        return new BooksSource.InMemory(UUID.randomUUID().toString());
    }
}
