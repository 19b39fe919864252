package app.lodge.core.journal;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.RequestId;
import org.jspecify.annotations.Nullable;

/// The whole journal as a text that is checked without Lodge and without its database: one line a row,
/// the seals between them (`docs/journal-format.md`).
public interface JournalExports {

    static JournalExports in(Books books, SigningKeys keys, String site) {
        return new BookedJournalExports(books, keys, site);
    }

    /// Writes down that the journal leaves the house, and seals up to there.
    ExportOutcome begin(Actor actor, RequestId request);

    /// Reads on; the pieces in order are the file.
    ///
    /// @param after a piece's `next`, or null for the first piece
    Piece read(Actor actor, Export export, @Nullable String after);

    sealed interface ExportOutcome {
        record Begun(Export export) implements ExportOutcome {}

        /// The rows do not hold together, so nothing could be sealed.
        record Broken(long atRow, String expected, String found) implements ExportOutcome {}
    }

    /// @param seals number of the last seal that the file holds
    /// @param rows number of the last row
    /// @param lastSeal hash of the last seal: the anchor to note down
    /// @param fingerprint of the key that signed last, in groups of four
    /// @param fileName proposed
    record Export(long seals, long rows, String lastSeal, String fingerprint, String fileName) {}

    /// @param lines UTF-8 text of whole lines, each ended by a line feed
    /// @param row the last row in it, to show how far the work is
    /// @param next null at the end
    record Piece(String lines, long row, @Nullable String next) {}
}
