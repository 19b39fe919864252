package app.lodge.core.selfservice;

import app.lodge.core.books.Problem;
import java.time.Instant;
import java.util.List;

/// What became of a link that was asked for, released, changed or taken away (ID-23).
public sealed interface LinkOutcome {

    /// A code is on its way to the address stored for the account's owner.
    record Asked(Link link, Instant validUntil) implements LinkOutcome {}

    /// It stands now as asked, or stood so before.
    record Done(Link link) implements LinkOutcome {}

    /// There is no such account, or no address stored for its owner: which of the two is said to nobody
    /// who may not see it.
    record OnlyAtTheDesk() implements LinkOutcome {}

    /// The owner's address changed a short while ago (ID-24).
    record Barred(Instant until) implements LinkOutcome {}

    /// @param left how many more tries this code has
    record WrongCode(int left) implements LinkOutcome {}

    /// Used, too old, tried too often, or there never was one.
    record NoCode() implements LinkOutcome {}

    /// Too many releases asked for by this login today.
    record TooMany(Instant again) implements LinkOutcome {}

    record Rejected(List<Problem> problems) implements LinkOutcome {}
}
