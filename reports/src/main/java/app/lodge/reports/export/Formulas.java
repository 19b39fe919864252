package app.lodge.reports.export;

/// Texts that people typed must never run as formulas in the spreadsheet of whoever opens an export
/// (OWASP, "CSV Injection"; CWE-1236).
final class Formulas {

    /// The last four are the full-width forms, which some programs take for the plain ones.
    private static final String STARTERS = "=+-@\t\r\n＝＋－＠";

    private Formulas() {}

    static String disarmed(String text) {
        return !text.isEmpty() && STARTERS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
