package app.lodge.reports.catalogue;

import app.lodge.core.books.Problem;
import java.util.List;

/// What became of an order.
public sealed interface ReportOutcome {

    /// A file, ready to be saved. A report without rows is a report too: it says so.
    ///
    /// @param fileName a proposal: `account-statement-17-2026-11-22.pdf`, ASCII only, no personal data
    /// @param mediaType such as `application/pdf`
    /// @param pageCount 0 for formats without pages
    /// @param rows how many lines the report lists
    record Rendered(String fileName, String mediaType, byte[] content, int pageCount, long rows)
            implements ReportOutcome {}

    /// Pages for the screen.
    ///
    /// @param pages PNG files, the first one being page `firstPage`
    /// @param pageCount how many pages the whole report has
    record PagesRendered(List<byte[]> pages, int firstPage, int pageCount, long rows)
            implements ReportOutcome {
        public PagesRendered {
            pages = List.copyOf(pages);
        }
    }

    /// Something in the order is wrong.
    record Rejected(List<Problem> problems) implements ReportOutcome {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }

    /// The account, person, device or receipt that the order names does not exist.
    record NothingFound(Problem missing) implements ReportOutcome {}
}
