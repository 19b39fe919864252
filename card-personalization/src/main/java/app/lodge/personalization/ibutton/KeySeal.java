package app.lodge.personalization.ibutton;

import app.lodge.personalization.onewire.RomNumber;

/// Check bytes that only the site can make, over a key's content and its ROM number: what was copied
/// from another key or written by hand does not pass.
public interface KeySeal {

    /// Version of the site's keys that new content gets, 1 to 255.
    int version();

    /// @return 8 bytes
    byte[] over(RomNumber rom, int version, byte[] content);
}
