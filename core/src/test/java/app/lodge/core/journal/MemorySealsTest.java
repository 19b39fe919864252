package app.lodge.core.journal;

import app.lodge.core.books.BooksSource;
import java.util.UUID;

final class MemorySealsTest extends SealsContract {

    @Override
    BooksSource source() {
        return new BooksSource.InMemory(UUID.randomUUID().toString());
    }

    @Override
    String unguarded(String table) {
        return "drop trigger %s_append_only".formatted(table.replace("journal_seal", "seal"));
    }
}
