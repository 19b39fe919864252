package app.lodge.personalization.purse;

import app.lodge.core.books.Actor;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.purse.PurseChange;
import app.lodge.core.purse.PurseOnCard;
import app.lodge.core.purse.PurseRecord;
import java.time.Instant;

/// The record that a change of a purse leaves on the card, with its check value; the same on every chip.
final class NextRecord {

    /// Stands where the check value goes while it is reckoned.
    private static final String NEVER_CHECKED = "0000000000000000";

    private NextRecord() {}

    /// @param version of the keys that the card holds
    static PurseRecord after(
            CardKeys keys, Actor actor, int version, PurseOnCard seen, PurseChange change) {
        var open =
                new PurseRecord(
                        seen.state().counter() + 1,
                        change.kind(),
                        change.terminal(),
                        change.sequence(),
                        change.operator(),
                        Instant.ofEpochSecond(change.at().getEpochSecond()),
                        change.amount(),
                        seen.value() + change.kind().sign() * change.amount(),
                        Math.max(0, seen.state().points() + change.points()),
                        change.currency(),
                        version,
                        NEVER_CHECKED);
        return open.with(keys.purseCheck(actor, seen.uid(), version, open.checked()));
    }
}
