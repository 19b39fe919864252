package app.lodge.core.approvals;

import app.lodge.core.accounts.FourEyes;
import app.lodge.core.accounts.FourEyes.Matter;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.operators.Operators;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Movements of money that wait for a second person (ID-27).
///
/// An approval is for exactly one matter, from somebody other than the one who asked, and is used once,
/// by the one who asked, in the transaction of the movement itself ({@link #fourEyes}).
public interface Approvals {

    static Approvals in(Books books, Operators operators) {
        return new BookedApprovals(books, operators);
    }

    /// The keeper of approvals, as movements of money ask it.
    static FourEyes fourEyes() {
        return new UsedApprovals();
    }

    /// Lays a matter before whoever may approve, at any desk.
    ///
    /// @param grounds of the movement; its approval is not looked at
    AskOutcome ask(Actor actor, RequestId request, Matter matter, Grounds grounds);

    /// Has a second person approve at the same desk, with name and password. Wrong passwords count, slow
    /// down and lock out as at sign-in.
    HereOutcome approveHere(
            Actor actor,
            RequestId request,
            Matter matter,
            Grounds grounds,
            String name,
            char[] password);

    /// What waits for a decision, the oldest first; one's own among them, which one cannot decide.
    List<Approval> open(Actor actor);

    /// One's own, or any for whoever may approve.
    Optional<Approval> find(Actor actor, long number);

    DecideOutcome decide(Actor actor, RequestId request, long number, Decision decision);

    /// Takes back what one asked for; does nothing to what is decided.
    DecideOutcome withdraw(Actor actor, RequestId request, long number);

    ApprovalRules rules(Actor actor);

    /// @return what is wrong with the rules; empty if they hold now
    List<Problem> changeRules(Actor actor, RequestId request, ApprovalRules rules);

    /// @param reference of a document: at most 40 letters, digits and `. / : -`, or empty
    record Decision(boolean approved, Remark remark, String reference) {}

    sealed interface AskOutcome {
        record Asked(Approval approval) implements AskOutcome {}

        record Rejected(List<Problem> problems) implements AskOutcome {}
    }

    sealed interface HereOutcome {
        record Approved(Approval approval) implements HereOutcome {}

        /// Wrong name or password: which of them is not said.
        record Wrong(Duration nextTryAfter) implements HereOutcome {}

        record LockedOut(Instant until) implements HereOutcome {}

        /// Four eyes are those of two people.
        record Yourself() implements HereOutcome {}

        record MayNotApprove(String name) implements HereOutcome {}

        record Rejected(List<Problem> problems) implements HereOutcome {}
    }

    sealed interface DecideOutcome {
        record Decided(Approval approval) implements DecideOutcome {}

        record Yourself() implements DecideOutcome {}

        /// Somebody was faster, or it is too late.
        record NotOpen(Approval approval) implements DecideOutcome {}

        record Rejected(List<Problem> problems) implements DecideOutcome {}
    }
}
