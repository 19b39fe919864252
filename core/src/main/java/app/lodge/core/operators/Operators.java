package app.lodge.core.operators;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Scope;
import app.lodge.core.keys.PasswordHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who may work with Lodge: sign-in with Argon2id, slowed and locked out after wrong passwords.
public interface Operators {

    static Operators in(Books books, PasswordHash passwords) {
        return new BookedOperators(books, passwords);
    }

    /// @param workstation the machine's name, for the journal
    SignInOutcome signIn(String name, char[] password, String workstation);

    List<Operator> list(Actor actor);

    AddOutcome add(Actor actor, RequestId request, String name, Role role, char[] password);

    AddOutcome changePassword(Actor actor, RequestId request, long operator, char[] password);

    /// Whoever asks gives themselves another password. Wrong present passwords slow down and lock out as at
    /// the sign-in.
    ///
    /// @param present and `next` are wiped by the caller
    AddOutcome changeOwnPassword(Actor actor, RequestId request, char[] present, char[] next);

    /// The last active administrator cannot be deactivated.
    AddOutcome deactivate(Actor actor, RequestId request, long operator);

    /// Lets somebody who was deactivated sign in again, with the role and the password that they had. Nobody
    /// lets in who may do more than they may themselves.
    AddOutcome reactivate(Actor actor, RequestId request, long operator);

    /// Gives an operator another role or scope, from their next call on. Nobody gives more than they have
    /// themselves, and the last administrator of the whole site stays one.
    ///
    /// @param role a shipped one (id 0, by its template) or one of the site's own (by its id)
    AddOutcome assign(Actor actor, RequestId request, long operator, StaffRole role, Scope scope);

    /// What the operator behind a session may do now, asked at each call from afar; empty once let go.
    Optional<Actor> signedIn(long operator, String workstation);

    sealed interface SignInOutcome {
        record SignedIn(Actor actor) implements SignInOutcome {}

        /// Wrong name or password: which of them is not said.
        record Wrong(Duration nextTryAfter) implements SignInOutcome {}

        record LockedOut(Instant until) implements SignInOutcome {}
    }

    sealed interface AddOutcome {
        record Done(Operator operator) implements AddOutcome {}

        record Rejected(List<Problem> problems) implements AddOutcome {}
    }
}
