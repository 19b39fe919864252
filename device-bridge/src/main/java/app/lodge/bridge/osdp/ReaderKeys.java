package app.lodge.bridge.osdp;

import java.util.Optional;

/// Where a reader's base key is kept: never with the reader's settings, never in plain. Whoever gets one
/// from here wipes it.
public interface ReaderKeys {

    /// The key that the reader is known to have; empty before it was given one.
    Optional<byte[]> own();

    /// A key that was made for the reader and perhaps sent, but never confirmed: after a cut at the wrong
    /// moment the reader has one or the other.
    Optional<byte[]> offered();

    /// Makes and keeps a new one, before it is sent.
    byte[] offer();

    /// The reader proved that it has the offered key.
    void confirmed();
}
