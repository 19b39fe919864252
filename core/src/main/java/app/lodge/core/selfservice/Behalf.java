package app.lodge.core.selfservice;

/// Why a clerk does what holders do themselves (requirements 0.1).
///
/// @param reference of a document: at most 40 letters, digits and `. / : -`, or empty
public record Behalf(Why why, String reference) {

    public enum Why {
        AT_THE_COUNTER,
        BY_TELEPHONE,
        BY_LETTER,
        /// There is none, it is out of order, or the holder cannot work with it.
        NO_PORTAL
    }
}
