package app.lodge.personalization.issuing;

import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumState;
import app.lodge.core.media.Uid;

/// What became of a card that was to get the site's newest keys.
public sealed interface Renewal {

    /// It has them, proven in a fresh session, and the books know it.
    record Renewed(Medium medium) implements Renewal {}

    /// It had them already.
    record UpToDate(Medium medium) implements Renewal {}

    /// The books know no live card with this chip; nothing was written.
    record NotOurs(Uid uid) implements Renewal {}

    /// The card is no longer valid; what it has on it does not matter any more.
    record NotLive(MediumState state) implements Renewal {}
}
