package app.lodge.core.exports;

import java.util.Locale;

/// How an export is written.
public enum Format {
    /// RFC 4180, UTF-8 without a mark, commas, one heading row.
    CSV,
    /// One sheet, numbers and amounts as numbers.
    XLSX,
    /// An array of objects, amounts as texts.
    JSON;

    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
