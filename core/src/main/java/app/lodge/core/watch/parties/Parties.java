package app.lodge.core.watch.parties;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Sealing;
import app.lodge.core.watch.Channel;
import app.lodge.core.watch.Watch.Message;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who is told of devices besides the site's own people: their client, the bank, who carries the cash, who
/// services them (SAFE-32). A rule of the watch says which kinds of party it tells.
public interface Parties {

    static Parties in(Books books, Sealing sealing) {
        return new BookedParties(books, sealing);
    }

    /// By name.
    List<Party> all(Actor actor);

    /// A new party, or another form of one.
    ///
    /// @param secret what its webhook's calls are signed with; null to keep the one that is stored; at least
    ///     16 characters
    Outcome put(Actor actor, RequestId request, Party party, @Nullable String secret);

    /// It hears nothing any more, not even of what waits.
    ///
    /// @return false if there is no such party
    boolean remove(Actor actor, RequestId request, long party);

    /// What each kind of party may see, in the order of the kinds.
    List<Sights> sights(Actor actor);

    /// From now on, also for what waits.
    void see(Actor actor, RequestId request, PartyKind kind, Set<Sight> seen);

    /// Which parties an alert was told, or will be.
    List<Told> told(Actor actor, long alert);

    record Told(
            String party,
            PartyKind kind,
            Channel channel,
            Message.State state,
            int attempts,
            String failure) {}

    sealed interface Outcome {
        record Kept(Party party) implements Outcome {}

        record Rejected(List<Problem> problems) implements Outcome {}
    }
}
