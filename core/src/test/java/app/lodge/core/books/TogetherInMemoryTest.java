package app.lodge.core.books;

import java.util.UUID;

/// Units that write together on H2.
final class TogetherInMemoryTest extends TogetherContract {

    @Override
    BooksSource source() {
        return new BooksSource.InMemory(UUID.randomUUID().toString());
    }
}
