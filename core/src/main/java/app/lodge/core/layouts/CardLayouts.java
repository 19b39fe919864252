package app.lodge.core.layouts;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.groups.GroupId;
import app.lodge.core.people.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the site's cards look: drafts that several people may work on one after the other, and
/// published revisions, which never change (ID-46). To core a layout is a document.
public interface CardLayouts {

    /// What a document may weigh, its pictures included, in bytes.
    int HEAVIEST = 8_000_000;

    static CardLayouts in(Books books) {
        return new BookedCardLayouts(books);
    }

    /// @param layout its id: `a-z`, `0-9` and hyphens, 1 to 40 characters
    /// @param sha256 of the document, upper-case hex
    record Revision(String layout, int revision, String name, Instant at, String sha256) {

        /// What a card job remembers: `staff@3`.
        public String reference() {
            return layout + "@" + revision;
        }
    }

    /// Every published revision, by layout, the newest first.
    List<Revision> published(Actor actor);

    Optional<String> document(Actor actor, String layout, int revision);

    /// Publishes a document as the next revision, and throws the layout's draft away.
    ///
    /// @param after the revision that it was made from: the newest one, whoever published it; 0 for a
    ///     new layout. What ships with the program counts as revision 1
    PublishOutcome publish(
            Actor actor, RequestId request, String layout, String name, int after, String document);

    sealed interface PublishOutcome {
        record Published(Revision revision) implements PublishOutcome {}

        /// Somebody else has published meanwhile.
        record Overtaken(Revision newest) implements PublishOutcome {}

        record Rejected(List<Problem> problems) implements PublishOutcome {
            public Rejected {
                problems = List.copyOf(problems);
            }
        }
    }

    /// @param document as it was last left, sound or not
    record Draft(String layout, String name, String document, Instant savedAt) {}

    /// By layout.
    List<Draft> drafts(Actor actor);

    /// Keeps what is being worked on; the one before is gone.
    KeepOutcome keepDraft(
            Actor actor, RequestId request, String layout, String name, String document);

    sealed interface KeepOutcome {
        record Kept(Draft draft) implements KeepOutcome {}

        record NotKept(List<Problem> problems) implements KeepOutcome {
            public NotKept {
                problems = List.copyOf(problems);
            }
        }
    }

    /// Discarding a draft that is not there changes nothing.
    void discardDraft(Actor actor, RequestId request, String layout);

    /// Takes a discard back, as long as nobody has begun another draft or published meanwhile.
    ///
    /// @param after the newest revision when the draft was discarded; 0 if there was none. What ships with
    ///     the program counts as revision 1
    PutBackOutcome putDraftBack(
            Actor actor, RequestId request, String layout, String name, int after, String document);

    sealed interface PutBackOutcome {
        record PutBack(Draft draft) implements PutBackOutcome {}

        /// Somebody has begun to change it anew; their draft stays.
        record BegunAnew(Draft draft) implements PutBackOutcome {}

        /// Somebody has published it meanwhile.
        record Overtaken(Revision newest) implements PutBackOutcome {}

        record NotPutBack(List<Problem> problems) implements PutBackOutcome {
            public NotPutBack {
                problems = List.copyOf(problems);
            }
        }
    }

    /// @param group null for everybody who is in none of the others
    record Use(@Nullable GroupId group, String layout) {}

    List<Use> uses(Actor actor);

    /// New cards of a group look like this from now on.
    ///
    /// @param group null for everybody who is in no group with a layout of its own
    /// @param layout empty to take the group's own layout away
    void use(Actor actor, RequestId request, @Nullable GroupId group, String layout);

    /// The layout of a person's next card: that of the first of their groups, by name, that has
    /// one, else the site's; empty if nobody has chosen one.
    Optional<String> of(Actor actor, PersonId person);
}
