package app.lodge.personalization.ibutton;

import java.util.List;

/// What stands on a contact key.
public sealed interface KeyContents {

    /// The key is a number and holds nothing else (DS1990A, or a family that we do not know).
    record NumberOnly() implements KeyContents {}

    record Blank() implements KeyContents {}

    /// @param record the newest whole one
    /// @param keyVersion version of the site's keys that sealed it
    /// @param tornBeside whether a writing after it broke off
    record Lodge(KeyRecord record, int keyVersion, boolean tornBeside) implements KeyContents {}

    /// Lodge's pages are there and none holds together: the writing broke off, or it was tampered with.
    record Torn() implements KeyContents {}

    /// Sealed by nobody we know: copied from another key, or another site's.
    record Forged() implements KeyContents {}

    /// Files of somebody else's.
    record Others(List<String> files) implements KeyContents {}

    /// Something that is no file structure.
    record Data() implements KeyContents {}

    /// A station's log (KEY-22).
    record Log() implements KeyContents {}
}
