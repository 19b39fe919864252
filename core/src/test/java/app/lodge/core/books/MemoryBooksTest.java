package app.lodge.core.books;

final class MemoryBooksTest extends BooksContract {
    @Override
    BooksSource source() {
        return new BooksSource.InMemory(java.util.UUID.randomUUID().toString());
    }
}
