package app.lodge.core.watch.parties;

/// What of a device may be told beyond that something is the matter with it.
public enum Sight {
    /// Where it stands.
    PLACE,
    /// How full each of its cassettes, coins and memories is.
    FILL,
    /// Codes of what is broken.
    FAULT,
    /// Its program, its settings' versions, the end of its certificate.
    VERSIONS,
    /// How much cash lies in it.
    TOTALS,
    /// Single payments with their references.
    PAYMENTS,
    /// Who is logged on there.
    PEOPLE
}
