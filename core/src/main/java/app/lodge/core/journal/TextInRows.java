package app.lodge.core.journal;

import app.lodge.core.books.Books;
import app.lodge.core.books.Page;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Stream;

/// Looks for a text in the rows that a filter finds: in pieces, and in so many at once only, so that no
/// reading takes long however seldom the text stands there.
final class TextInRows {

    static final int PIECE = 2_000;
    static final int PIECES = 10;

    private final Books books;
    private final JournalPageStore pages;

    TextInRows(Books books, JournalPageStore pages) {
        this.books = books;
        this.pages = pages;
    }

    /// @param before rows below this number, in the order of the filter
    Page<JournalRow> page(Journal.Filter filter, long before, int most) {
        var wanted = filter.text().strip().toLowerCase(Locale.ROOT);
        var found = new ArrayList<JournalRow>();
        var from = before;
        for (var piece = 0; piece < PIECES; piece++) {
            var start = from;
            var rows = books.read(sql -> pages.newestFirst(sql, filter, start, PIECE));
            for (var row : rows) {
                from = row.number();
                if (says(row, wanted)) {
                    found.add(row);
                }
                if (found.size() == most) {
                    return new Page<>(found, Long.toString(from));
                }
            }
            if (rows.size() < PIECE) {
                return new Page<>(found, null);
            }
        }
        return new Page<>(found, Long.toString(from));
    }

    private static boolean says(JournalRow row, String wanted) {
        return Stream.of(row.kind(), row.subject(), row.actor(), row.workstation(), row.content())
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
