package app.lodge.personalization.ibutton;

import app.lodge.core.keys.Bytes;
import app.lodge.personalization.ibutton.ButtonFiles.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A directory as it stands on a key (Book of iButton Standards §7).
///
/// @param control seven bytes: mark, and where the map of used pages is
/// @param chain its pages
record ButtonDirectory(byte[] control, List<Entry> entries, List<Integer> chain) {

    static final int MARK = 0xAA;
    static final int LOCAL_MAP = 0x80;
    static final int READ_ONLY = 0x80;

    private static final int CONTROL = 7;
    private static final int ENTRY = 7;
    private static final int NAME = 4;

    /// @return empty if it is none
    static Optional<ButtonDirectory> of(byte[] data, List<Integer> chain) {
        if (data.length < CONTROL
                || (data[0] & 0xFF) != MARK
                || (data.length - CONTROL) % ENTRY != 0) {
            return Optional.empty();
        }
        var entries = new ArrayList<Entry>();
        for (int at = CONTROL; at < data.length; at += ENTRY) {
            var name = new String(data, at, NAME, StandardCharsets.US_ASCII).stripTrailing();
            int extension = data[at + NAME] & 0xFF;
            entries.add(
                    new Entry(
                            name,
                            extension & ~READ_ONLY,
                            (extension & READ_ONLY) != 0,
                            data[at + 5] & 0xFF,
                            data[at + 6] & 0xFF));
        }
        return Optional.of(new ButtonDirectory(Bytes.slice(data, 0, CONTROL), entries, chain));
    }

    boolean localMap() {
        return (control[2] & LOCAL_MAP) != 0;
    }

    int mapStart() {
        return control[5] & 0xFF;
    }
}
