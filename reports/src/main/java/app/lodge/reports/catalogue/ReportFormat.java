package app.lodge.reports.catalogue;

/// What a report can be had as (ID-53, ID-54). `docs/reports.md` describes the columns.
public enum ReportFormat {
    /// A4 pages with embedded fonts, for people and for the file.
    PDF,
    /// A workbook with numbers and times as such, for people who calculate.
    XLSX,
    /// RFC 4180, plain values: for programs.
    CSV,
    /// Plain values with names: for programs.
    XML,
    /// The PDF's pages as pictures, for the screen.
    PAGES
}
