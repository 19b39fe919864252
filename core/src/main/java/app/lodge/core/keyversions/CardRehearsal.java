package app.lodge.core.keyversions;

import app.lodge.core.keys.CardKeys;
import java.util.List;

/// Tries keys on a virtual card before they come into use.
public interface CardRehearsal {

    /// A card under the present keys is read, rolled over and read again; a blank one is written with the
    /// new keys and read.
    ///
    /// @param present keys of the version that new cards get now
    /// @param next keys of the version that they will get
    Result rehearse(CardKeys present, CardKeys next);

    sealed interface Result {
        /// @param steps codes, in order
        record Passed(List<String> steps) implements Result {}

        record Failed(String step, String why) implements Result {}
    }

    /// Where there is no virtual card, no key passes.
    static CardRehearsal none() {
        return (_, _) -> new Result.Failed("virtual-card", "there is none here");
    }
}
