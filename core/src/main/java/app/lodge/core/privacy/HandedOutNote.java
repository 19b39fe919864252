package app.lodge.core.privacy;

import app.lodge.core.books.Tx;
import app.lodge.core.privacy.Certificate.HandedOut;

/// Notes that a file with people's data has left Lodge, such as a scheduled export: later certificates
/// name it, because an erasure cannot reach it (ID-57).
public final class HandedOutNote {

    private HandedOutNote() {}

    /// @param place the file's path, or where it went; cut to 400 characters
    public static void everybody(Tx tx, String place) {
        HandedOutStore.add(tx, HandedOut.Kind.EXPORT, place, null);
    }
}
