package app.lodge.reports.privacy;

/// What a paper can be had as.
public enum PaperFormat {
    /// A4 with embedded fonts, to read and to file.
    PDF,
    /// UTF-8, all values as core has them: for programs (ID-58).
    JSON
}
