package app.lodge.core.exports;

/// A column of an export.
public record Column(String name, Kind kind) {

    /// How its values are written.
    public enum Kind {
        TEXT,
        /// A whole number.
        NUMBER,
        /// In major units with the currency's digits: `-12.50`.
        AMOUNT,
        /// ISO 8601: `2026-11-22`.
        DATE,
        /// ISO 8601 in UTC: `2026-11-22T08:30:15.123456Z`.
        TIME,
        /// `true` or `false`.
        FLAG
    }

    static Column text(String name) {
        return new Column(name, Kind.TEXT);
    }

    static Column number(String name) {
        return new Column(name, Kind.NUMBER);
    }

    static Column amount(String name) {
        return new Column(name, Kind.AMOUNT);
    }

    static Column date(String name) {
        return new Column(name, Kind.DATE);
    }

    static Column time(String name) {
        return new Column(name, Kind.TIME);
    }

    static Column flag(String name) {
        return new Column(name, Kind.FLAG);
    }
}
