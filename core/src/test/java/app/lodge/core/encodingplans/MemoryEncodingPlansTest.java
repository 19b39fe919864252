package app.lodge.core.encodingplans;

import app.lodge.core.books.BooksSource;
import java.util.UUID;

final class MemoryEncodingPlansTest extends EncodingPlansContract {

    @Override
    BooksSource source() {
        return new BooksSource.InMemory(UUID.randomUUID().toString());
    }

    @Override
    String unguarded() {
        return "drop trigger encoding_plan_append_only";
    }
}
