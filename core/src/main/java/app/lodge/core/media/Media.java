package app.lodge.core.media;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Page;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Reach;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The media of people: found, blocked, unblocked (ID-07, ID-41…44).
public interface Media {

    /// @param spreading knows what devices have confirmed
    static Media in(Books books, Spreading spreading) {
        return in(books, spreading, BlankStock.uncounted());
    }

    /// @param stock hears of media that are lost and found
    static Media in(Books books, Spreading spreading, BlankStock stock) {
        return new BookedMedia(books, spreading, stock);
    }

    /// The same, for whoever works with some people's data only.
    static Media within(Reach reach, Media all) {
        return new MediaWithinReach(reach, all);
    }

    Optional<Medium> find(Actor actor, MediumId id);

    /// The live medium (active or blocked) with this chip, if any.
    Optional<Medium> withUid(Actor actor, Uid uid);

    List<Medium> ofPerson(Actor actor, PersonId person);

    /// Issued media, newest first.
    Page<Medium> list(Actor actor, @Nullable String after, int limit);

    /// Media that are blocked now, the newest block first.
    List<Medium> blocked(Actor actor, int limit);

    /// How many media of any kind are active.
    long countActive(Actor actor);

    BlockOutcome block(Actor actor, RequestId request, MediumId id, BlockReason reason);

    /// A found medium lives again if no replacement was made (ID-44).
    BlockOutcome unblock(Actor actor, RequestId request, MediumId id);

    /// A live card got the site's newest keys (CHAIN-07).
    ///
    /// @param uid the chip that was written: another one than the medium's is refused
    /// @param keyVersion what it has now, 1 to 255
    RenewOutcome renewed(Actor actor, RequestId request, MediumId id, Uid uid, int keyVersion);

    /// Which devices have confirmed the medium's present state, and which have not yet (ID-42).
    Spread spread(Actor actor, MediumId id);

    sealed interface BlockOutcome {
        record Blocked(Medium medium) implements BlockOutcome {}

        record Unblocked(Medium medium) implements BlockOutcome {}

        /// The medium's state does not allow it: already blocked, replaced, spoiled …
        record NotPossible(MediumState state) implements BlockOutcome {}
    }

    sealed interface RenewOutcome {
        record Renewed(Medium medium) implements RenewOutcome {}

        /// The medium lives no more, or another chip is its own.
        record NotPossible(MediumState state) implements RenewOutcome {}
    }

    record Spread(List<Confirmed> confirmed, List<Unconfirmed> unconfirmed) {

        /// The most that could still be spent with a blocked medium at all of them, in minor units: the account
        /// at each of them, and the card's purse once.
        public long spendable() {
            return unconfirmed.stream().mapToLong(Unconfirmed::account).sum()
                    + unconfirmed.stream().mapToLong(Unconfirmed::purse).max().orElse(0);
        }

        /// The most at any one of them, in minor units.
        public long mostAtOne() {
            return unconfirmed.stream().mapToLong(Unconfirmed::spendable).max().orElse(0);
        }
    }

    record Confirmed(String device, Instant at) {}

    /// @param online a device that is away confirms when it is back
    /// @param lastContact null if it was never there
    /// @param account what it would still sell from the account while it cannot ask, in minor units
    /// @param purse what it would still take from the card's own purse, in minor units: the same value wherever
    ///     it is spent first (CHAIN-18)
    /// @param opens whether it would still open a compartment for one
    record Unconfirmed(
            String device,
            boolean online,
            @Nullable Instant lastContact,
            long account,
            long purse,
            boolean opens) {

        /// The most at this one, in minor units.
        public long spendable() {
            return account + purse;
        }

        /// A device where nothing can be spent.
        public Unconfirmed(String device, boolean online) {
            this(device, online, null, 0, 0, false);
        }
    }
}
