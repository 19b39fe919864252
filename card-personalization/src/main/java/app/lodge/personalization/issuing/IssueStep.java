package app.lodge.personalization.issuing;

/// Where the making of a card is.
public enum IssueStep {
    PREPARING,
    /// The printer takes a card from its feeder.
    FEEDING,
    /// Somebody has to put a blank on the desk reader.
    PLACING,
    ENCODING,
    /// A second, fresh session reads the chip back.
    VERIFYING,
    PRINTING,
    EJECTING,
    ISSUING
}
