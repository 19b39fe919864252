package app.lodge.reports.catalogue;

/// How a receipt is printed.
public enum ReceiptFormat {
    /// PDF, 80 mm wide, as long as the receipt is.
    ROLL,
    /// PDF, the same receipt on a sheet of A4.
    A4,
    /// UTF-8 text, 42 columns, lines ended by LF: for receipt printers and terminals.
    TEXT
}
