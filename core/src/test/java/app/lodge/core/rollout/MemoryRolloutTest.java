package app.lodge.core.rollout;

import app.lodge.core.books.BooksSource;
import java.util.UUID;

final class MemoryRolloutTest extends RolloutContract {
    @Override
    BooksSource source() {
        return new BooksSource.InMemory(UUID.randomUUID().toString());
    }
}
