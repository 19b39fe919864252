package app.lodge.core.operators;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import java.util.List;

/// The roles that staff can have: those that Lodge ships, and those that the site made (ID-55).
///
/// A change counts from the operator's next call on. Nobody makes or changes a role beyond what they may
/// do themselves.
public interface Roles {

    static Roles in(Books books) {
        return new BookedRoles(books);
    }

    /// The shipped ones first, then the site's own by name.
    List<StaffRole> list(Actor actor);

    /// Keeps a new role (id 0) or changes one of the site's own.
    RoleOutcome save(Actor actor, RequestId request, StaffRole role);

    /// Takes away a role that nobody has.
    RoleOutcome remove(Actor actor, RequestId request, long role);

    sealed interface RoleOutcome {
        record Done(StaffRole role) implements RoleOutcome {}

        record Rejected(List<Problem> problems) implements RoleOutcome {}
    }
}
