package app.lodge.bridge.virtual;

import app.lodge.core.devices.IdentifyBy;
import java.util.Map;
import java.util.TreeMap;

/// By what somebody said at a cabinet who they are, as its events tell it.
///
/// @param credential upper-case hex; empty where a number was typed
/// @param medium as the reader tells it, `pin` where a number was typed; empty if the reader does not tell
/// @param compartment 0 for one that is not known
/// @param withPin whether a card's holder typed the right PIN besides
record Identified(String credential, String medium, int compartment, boolean withPin) {

    private static final int LONGEST_WORD = 16;

    static Identified by(String credential, String medium) {
        var told = medium.substring(0, Math.min(LONGEST_WORD, medium.length()));
        return new Identified(credential, told, 0, false);
    }

    static Identified byNumber(int compartment) {
        return new Identified("", IdentifyBy.TYPED, compartment, false);
    }

    Identified at(int known) {
        return new Identified(credential, medium, known, withPin);
    }

    /// The same, with the right PIN typed besides.
    Identified proven() {
        return new Identified(credential, medium, compartment, true);
    }

    Map<String, Object> event() {
        var event = new TreeMap<String, Object>();
        if (!credential.isEmpty()) {
            event.put("credential", credential);
        }
        if (!medium.isEmpty()) {
            event.put("medium", medium);
        }
        if (compartment > 0) {
            event.put("compartment", compartment);
        }
        if (withPin) {
            event.put("withPin", true);
        }
        return event;
    }
}
