package app.lodge.core.books;

import java.nio.file.Path;

/// Where the books lie.
public sealed interface BooksSource {

    /// An encrypted file of the embedded database (the default).
    ///
    /// @param file without ending; H2 adds `.mv.db`
    /// @param password 64 hex digits of a random 256-bit key, from the vault
    record EmbeddedFile(Path file, String password) implements BooksSource {
        @Override
        public String toString() {
            return "EmbeddedFile[" + file + "]";
        }
    }

    /// Lives as long as the process; for tests and rehearsals.
    record InMemory(String name) implements BooksSource {}

    /// A PostgreSQL 15 or later, for sites that outgrow one machine.
    ///
    /// @param url `jdbc:postgresql://host/database`
    record PostgreSql(String url, String user, String password) implements BooksSource {
        @Override
        public String toString() {
            return "PostgreSql[" + url + ", " + user + "]";
        }
    }
}
