package app.lodge.personalization.issuing;

import app.lodge.core.books.Problem;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.media.CardJob;
import app.lodge.core.media.IssueCharges;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.Uid;
import app.lodge.core.people.PersonId;
import java.util.List;

/// What became of an order for a card.
public sealed interface IssueOutcome {

    /// The card is encoded, read back, printed, given out, and active.
    record Issued(CardJob job, Uid uid) implements IssueOutcome {}

    /// Another card of this person is being made, or waits for the clerk's word.
    record AlreadyUnderWay(CardJob job) implements IssueOutcome {}

    record PersonUnknown(PersonId person) implements IssueOutcome {}

    record PersonBlocked(PersonId person) implements IssueOutcome {}

    /// The branch has no numbered blanks that head office delegated to it (CHAIN-05).
    record NoStock(String place) implements IssueOutcome {}

    /// As many as the site allows are valid already (ID-07).
    record TooMany(MediumKind kind, int most) implements IssueOutcome {}

    /// The holder cannot pay for it; nothing was ordered.
    record NotCovered(IssueCharges.Shortfall shortfall) implements IssueOutcome {}

    record LayoutUnknown(String layout) implements IssueOutcome {}

    /// No new card gets the plan that the layout names; nothing was ordered.
    record PlanUnusable(String layout, String plan) implements IssueOutcome {}

    /// The card would not look right; nothing was fed.
    record NotPrintable(CardJob job, List<Problem> problems) implements IssueOutcome {}

    /// The printer cannot begin; no blank was used.
    record NotStarted(CardJob job, DeviceFault fault) implements IssueOutcome {}

    /// Stopped by the clerk; `job` says whether a blank was used.
    record Stopped(CardJob job) implements IssueOutcome {}

    /// A blank was spoiled; the clerk may try again.
    record Spoiled(CardJob job, IssueStep step, DeviceFault fault) implements IssueOutcome {}

    /// Nobody but the clerk can see what became of the card; the job waits for the clerk's word.
    record Unresolved(CardJob job, IssueStep step, DeviceFault fault) implements IssueOutcome {}

    /// The printer never says whether a card came out: the clerk looks, and says.
    record ToBeConfirmed(CardJob job) implements IssueOutcome {}
}
