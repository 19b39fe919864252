package app.lodge.core.people;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import java.util.List;
import java.util.Optional;

/// Photographs on their way to a card, and what became of each: matched by files' names, proposed,
/// approved, rejected, replaced, kept until the person is erased (ID-11).
public interface Portraits {

    /// Files asked about at once, at most.
    int MOST_FILES = 500;

    /// Proposals answered at once, at most.
    int MOST_PROPOSALS = 200;

    static Portraits in(Register register) {
        return new BookedPortraits(register);
    }

    /// Who is meant by each file's name, in the same order: a person's number (`1234.jpg`), the
    /// personnel number, the whole name in any order (`Müller_Anna.jpg`, `anna-mueller.png`), or a
    /// number with the name (`4001 Anna Müller.jpg`), which must agree. Never somebody who is out of
    /// reach, nor by a number that the role hides.
    ///
    /// @throws IllegalArgumentException if there are more than {@link #MOST_FILES}
    List<Whose> whose(Actor actor, List<String> fileNames);

    /// Keeps a photograph as the rules say: approved at once, or proposed. A newer proposal replaces
    /// the older one, an approved photograph replaces both. The one that is approved or proposed
    /// already changes nothing.
    ///
    /// @param jpeg at most 900,000 bytes, cut to the card's ratio
    PhotoOutcome handIn(
            Actor actor, RequestId request, PersonId person, PhotoSource source, byte[] jpeg);

    /// What waits for approval.
    ///
    /// @param after the last photograph's number seen, 0 for the first
    /// @param limit 1 to {@link #MOST_PROPOSALS}
    PhotoProposals proposed(Actor actor, long after, int limit);

    /// Everything that is kept of a person, the newest first; nothing where the role hides it.
    List<Photograph> history(Actor actor, PersonId person);

    /// Any of them; empty where there is none, or it is out of reach or hidden.
    Optional<Photograph> find(Actor actor, long photo);

    /// The picture of any of them; empty where there is none, or it is out of reach or hidden.
    Optional<byte[]> picture(Actor actor, long photo);

    /// Makes it the one that is printed; also an older or a rejected one.
    ///
    /// @param seen its state as whoever decides saw it
    PhotoDecision approve(Actor actor, RequestId request, long photo, PhotoState seen);

    /// Rejects what is proposed, or takes the approval away: then no photograph is printed.
    ///
    /// @param seen its state as whoever decides saw it
    PhotoDecision reject(
            Actor actor, RequestId request, long photo, PhotoState seen, PhotoReason reason);

    /// Takes the last decision back, with what it replaced, unless the person's photographs have
    /// changed since.
    ///
    /// @param seen its state as whoever decides saw it
    PhotoDecision undo(Actor actor, RequestId request, long photo, PhotoState seen);

    /// Also for who issues cards: they hold for what is printed, too.
    PhotoRules rules(Actor actor);

    /// Holds for what is kept from now on.
    PhotoRules changeRules(Actor actor, RequestId request, PhotoRules rules);
}
