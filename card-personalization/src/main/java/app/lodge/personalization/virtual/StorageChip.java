package app.lodge.personalization.virtual;

import app.lodge.core.media.Uid;
import java.util.Optional;

/// A chip without an own APDU set, as it speaks on the air behind ISO/IEC 14443-3's anticollision.
interface StorageChip {

    Uid uid();

    /// Two bytes, the one sent last first.
    int atqa();

    int sak();

    /// The reader's name for it in the ATR (PC/SC part 3, supplemental document §3.1).
    int storageName();

    /// Bytes of a block or page that a write takes: 16 or 4.
    int unit();

    /// One command without its CRC.
    ///
    /// @return the answer, without bytes for an acknowledgement; empty if the chip refused and halted
    Optional<byte[]> exchange(byte[] command);

    /// From now on (or no longer) the field fails while a block is written, and half of it is written.
    void tearing(boolean now);

    /// Power off and on, or selected anew.
    void reset();
}
