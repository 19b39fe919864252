package app.lodge.reports.catalogue;

import app.lodge.core.books.Problem;
import app.lodge.reports.catalogue.ReportOutcome.PagesRendered;
import app.lodge.reports.catalogue.ReportOutcome.Rejected;
import app.lodge.reports.catalogue.ReportOutcome.Rendered;
import app.lodge.reports.export.CsvExport;
import app.lodge.reports.export.TableExport;
import app.lodge.reports.export.XlsxExport;
import app.lodge.reports.export.XmlExport;
import app.lodge.reports.rendering.Listing;
import app.lodge.reports.rendering.Press;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/// Gives a listing the form that was ordered.
final class Forms {

    /// About 500 pages: more is no reading matter, and takes a reader's memory away from the payments.
    private static final int MOST_ROWS_ON_PAPER = 20_000;

    private static final int MOST_ROWS_OF_DATA = 100_000;

    /// What fits into one answer between bridge and desktop.
    private static final int MOST_BYTES = 14_000_000;

    private final Press press;

    Forms(Press press) {
        this.press = press;
    }

    static int mostRows(ReportFormat format) {
        return switch (format) {
            case PDF, PAGES -> MOST_ROWS_ON_PAPER;
            case XLSX, CSV, XML -> MOST_ROWS_OF_DATA;
        };
    }

    /// What is wrong with the pages that are wanted.
    static List<Problem> problems(ReportOrder order) {
        var problems = new ArrayList<Problem>();
        range(problems, "dpi", order.dpi(), 36, 300);
        range(problems, "firstPage", order.firstPage(), 1, 100_000);
        range(problems, "pages", order.pages(), 1, 50);
        return problems;
    }

    private static void range(
            List<Problem> problems, String field, int value, int least, int most) {
        if (value < least || value > most) {
            problems.add(Problem.of(field, value, "reports.range", least, most));
        }
    }

    ReportOutcome give(ReportOrder order, Listing.Found found, ZonedDateTime at) {
        var rows = found.table().rows().size();
        var most = mostRows(order.format());
        if (rows > most) {
            return new Rejected(List.of(Problem.of("from", "", "reports.too-many-rows", most)));
        }
        var stem =
                found.table().about().kind()
                        + (found.subject().isEmpty() ? "" : "-" + found.subject())
                        + "-"
                        + at.toLocalDate();
        return switch (order.format()) {
            case PDF -> {
                var printed = press.print(found.paper().get());
                yield limited(
                        new Rendered(
                                stem + ".pdf",
                                "application/pdf",
                                printed.pdf(),
                                printed.pageCount(),
                                rows));
            }
            case PAGES -> {
                var printed = press.print(found.paper().get());
                yield new PagesRendered(
                        printed.pictures(order.dpi(), order.firstPage(), order.pages()),
                        order.firstPage(),
                        printed.pageCount(),
                        rows);
            }
            case XLSX ->
                    data(
                            new XlsxExport(),
                            found,
                            stem + ".xlsx",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            case CSV ->
                    data(
                            new CsvExport(),
                            found,
                            stem + ".csv",
                            "text/csv; charset=utf-8; header=present");
            case XML -> data(new XmlExport(), found, stem + ".xml", "application/xml");
        };
    }

    private static ReportOutcome data(
            TableExport export, Listing.Found found, String fileName, String mediaType) {
        var table = found.table();
        return limited(
                new Rendered(fileName, mediaType, export.write(table), 0, table.rows().size()));
    }

    private static ReportOutcome limited(Rendered rendered) {
        return rendered.content().length <= MOST_BYTES
                ? rendered
                : new Rejected(
                        List.of(
                                Problem.of(
                                        "from",
                                        "",
                                        "reports.too-large",
                                        rendered.content().length / 1_000_000,
                                        MOST_BYTES / 1_000_000)));
    }
}
