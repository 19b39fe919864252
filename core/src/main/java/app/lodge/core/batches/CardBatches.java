package app.lodge.core.batches;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Batches of cards: ordered once, made one after the other, paused, resumed, put in another order
/// (ID-48). A batch holds no more than who is to get a card and in which order; whether one was made
/// stands with its card job. So a workstation that dies in the middle leaves nothing to be repaired:
/// the next run goes on with the card that has none.
public interface CardBatches {

    /// Cards in one batch at most.
    int MOST_CARDS = 5_000;

    /// A queue that holds so many cards, and none of them open, is followed by a fresh one.
    int LONG_QUEUE = 100;

    /// @param reach refuses people whose data is not the actor's to work with
    static CardBatches in(Books books, BiConsumer<Actor, PersonId> reach) {
        return new BookedCardBatches(books, reach);
    }

    /// @param queueAt the workstation whose queue it is; null for a batch that was ordered as a whole
    /// @param pausedFor why it stands still; null while it does not
    /// @param counts how many cards are in each state; states without any are left out
    record CardBatch(
            BatchId id,
            String title,
            @Nullable String queueAt,
            @Nullable PauseReason pausedFor,
            Instant orderedAt,
            Map<BatchCard.State, Integer> counts) {

        public CardBatch {
            counts = Map.copyOf(counts);
        }

        public boolean paused() {
            return pausedFor != null;
        }

        public int count(BatchCard.State state) {
            return counts.getOrDefault(state, 0);
        }

        public int cards() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// @param title 1 to 80 characters, for the staff
    /// @param people each once, in the order in which their cards are to be made
    BatchOutcome order(Actor actor, RequestId request, String title, List<PersonId> people);

    /// Puts a person at the end of the queue of the actor's workstation, which is a batch of its own kind:
    /// people come to it while it is made. It begins with the first of them. Whoever stands in any
    /// workstation's queue with a card that is not made yet is refused.
    BatchOutcome queueUp(Actor actor, RequestId request, PersonId person);

    /// The queue of the actor's workstation; empty before anybody stood in it.
    Optional<CardBatch> queue(Actor actor);

    /// Newest first, with the queues.
    List<CardBatch> list(Actor actor);

    Optional<CardBatch> find(Actor actor, BatchId batch);

    /// In the order in which they are made.
    List<BatchCard> cards(Actor actor, BatchId batch);

    /// The card that a printer makes next, claimed for it. What the same printer had claimed before and
    /// did not come to begin comes again, under the same request.
    ///
    /// @param printer its address; with the actor's workstation it names who works on the card
    NextOutcome next(Actor actor, RequestId request, BatchId batch, String printer);

    /// No job could be begun for a card that was claimed.
    BatchOutcome setAside(
            Actor actor, RequestId request, BatchId batch, int card, BatchCard.Verdict verdict);

    /// @param change nothing happens if it has happened already
    BatchOutcome change(Actor actor, RequestId request, BatchId batch, Change change);

    /// What staff do with a batch.
    sealed interface Change {

        /// Printers finish the card in hand and take no further one.
        record Pause(PauseReason why) implements Change {
            public Pause() {
                this(PauseReason.STAFF);
            }
        }

        record Resume() implements Change {}

        /// Stands in the queue again: a spoiled card, one set aside, one taken out.
        record TryAgain(int card) implements Change {}

        record TakeOut(int card) implements Change {}

        /// @param before the card in front of which it is put; 0 for the end
        record Move(int card, int before) implements Change {}
    }

    /// What became of a batch.
    sealed interface BatchOutcome {
        record Done(CardBatch batch) implements BatchOutcome {}

        record Rejected(List<Problem> problems) implements BatchOutcome {
            public Rejected {
                problems = List.copyOf(problems);
            }
        }
    }

    /// What a printer is told when it asks for work.
    sealed interface NextOutcome {

        /// @param request under which the card is ordered
        record Make(BatchCard card, RequestId request) implements NextOutcome {}

        record Paused() implements NextOutcome {}

        /// No card waits; others may be in the making elsewhere.
        record NothingLeft() implements NextOutcome {}

        record BatchUnknown(BatchId batch) implements NextOutcome {}
    }
}
