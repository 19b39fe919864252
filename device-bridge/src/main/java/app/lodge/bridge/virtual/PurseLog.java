package app.lodge.bridge.virtual;

import app.lodge.core.purse.PurseChange;
import java.util.Map;
import java.util.TreeMap;

/// What a terminal remembers of its changes to purses.
///
/// @param last number of the newest change
/// @param begun chip in hex → a change that was begun there and has not been heard to end
record PurseLog(long last, Map<String, PurseChange> begun) {

    PurseLog {
        begun = Map.copyOf(begun);
    }

    static PurseLog nothing() {
        return new PurseLog(0, Map.of());
    }

    PurseLog begin(String uid, PurseChange change) {
        var all = new TreeMap<>(begun);
        all.put(uid, change);
        return new PurseLog(Math.max(last, change.sequence()), all);
    }

    PurseLog end(String uid) {
        var all = new TreeMap<>(begun);
        all.remove(uid);
        return new PurseLog(last, all);
    }
}
