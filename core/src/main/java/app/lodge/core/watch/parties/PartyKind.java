package app.lodge.core.watch.parties;

/// What somebody who is told of a device has to do with it.
public enum PartyKind {
    /// Whose devices these are.
    CLIENT,
    BANK,
    /// Who carries the cash: cash in transit.
    CIT,
    SERVICE,
    OTHER
}
