package app.lodge.reports.catalogue;

import java.util.Map;

/// One report as it is wanted.
///
/// @param parameters name → value as typed; blank values count as not given
/// @param language IETF tag such as `de`; empty for the site's language. CSV and XML do not depend on it
/// @param dpi for PAGES: resolution of the pictures, 36 to 300
/// @param firstPage for PAGES: the first page wanted, from 1
/// @param pages for PAGES: how many at most, 1 to 50
public record ReportOrder(
        ReportKind kind,
        Map<String, String> parameters,
        ReportFormat format,
        String language,
        int dpi,
        int firstPage,
        int pages) {

    public ReportOrder {
        parameters = Map.copyOf(parameters);
    }

    /// A report as one file.
    public static ReportOrder file(
            ReportKind kind, Map<String, String> parameters, ReportFormat format, String language) {
        return new ReportOrder(kind, parameters, format, language, 96, 1, 10);
    }

    /// Pages for the screen.
    public static ReportOrder screen(
            ReportKind kind,
            Map<String, String> parameters,
            String language,
            int dpi,
            int firstPage,
            int pages) {
        return new ReportOrder(
                kind, parameters, ReportFormat.PAGES, language, dpi, firstPage, pages);
    }
}
