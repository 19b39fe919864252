package app.lodge.core.batches;

/// Why a batch stands still.
public enum PauseReason {
    /// Somebody wanted it so.
    STAFF,
    /// A ribbon is at its end; after the change the batch goes on with the same card.
    RIBBON,
    /// A printer needs a hand, or a card in doubt waits for the clerk's word.
    PRINTER,
    /// Too many blanks were spoiled one after the other.
    BLANKS
}
