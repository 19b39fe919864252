package app.lodge.personalization.virtual;

import app.lodge.core.media.Uid;

/// A card in software together with the reader that it lies on.
public interface VirtualCard {

    Uid uid();

    /// As the reader gives it to PC/SC (PC/SC part 3 §3.1.3.2.3).
    byte[] atr();

    /// Power off and on.
    void reset();

    /// One APDU and its answer.
    ///
    /// @return empty if the card left the reader
    byte[] transmit(byte[] apdu);
}
