package app.lodge.core.groups;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Page;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Groups of people; a person may be in several (ID-13).
public interface Groups {

    /// @param memberships who has to know of each change
    static Groups in(Books books, List<Memberships> memberships) {
        return new BookedGroups(books, memberships);
    }

    /// By name.
    List<Group> list(Actor actor);

    /// @param name 1 to 80 characters, unique at the site
    GroupOutcome add(Actor actor, RequestId request, String name);

    GroupOutcome rename(Actor actor, RequestId request, GroupId id, String name);

    /// Adding somebody who is in the group already changes nothing.
    GroupOutcome enter(Actor actor, RequestId request, GroupId id, PersonId person);

    GroupOutcome leave(Actor actor, RequestId request, GroupId id, PersonId person);

    List<Group> ofPerson(Actor actor, PersonId person);

    /// By person's number.
    ///
    /// @param after a page's `next`, or null for the first page
    /// @param limit rows at most, 1 to 500
    Page<PersonId> members(Actor actor, GroupId id, @Nullable String after, int limit);

    record Group(GroupId id, String name, long members) {}

    sealed interface GroupOutcome {
        record Done(Group group) implements GroupOutcome {}

        record Rejected(List<Problem> problems) implements GroupOutcome {}
    }
}
