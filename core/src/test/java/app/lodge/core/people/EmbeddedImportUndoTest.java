package app.lodge.core.people;

import app.lodge.core.books.BooksSource;

/// The promises on the embedded database.
final class EmbeddedImportUndoTest extends ImportUndoContract {

    @Override
    BooksSource source() {
        return new BooksSource.EmbeddedFile(folder.resolve("books"), "cd".repeat(32));
    }
}
