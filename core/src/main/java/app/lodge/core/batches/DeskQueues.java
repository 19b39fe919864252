package app.lodge.core.batches;

import app.lodge.core.batches.BatchCard.State;
import app.lodge.core.batches.CardBatches.BatchOutcome;
import app.lodge.core.batches.CardBatches.CardBatch;
import app.lodge.core.books.Problem;
import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import java.util.List;
import java.util.Map;

/// Queues of card desks: one at each workstation, begun with the first person and followed by a fresh one
/// when it has grown long and everybody in it is served (ID-48).
final class DeskQueues {

    private final BatchStore store;

    DeskQueues(BatchStore store) {
        this.store = store;
    }

    BatchOutcome queueUp(Tx tx, PersonId person) {
        if (store.known(tx.sql(), List.of(person)).isEmpty()) {
            return refused(person, "batches.person-unknown");
        }
        if (store.queued(tx.sql(), person)) {
            return refused(person, "batches.queued-already");
        }
        var workstation = tx.actor().workstation();
        var going = store.queue(tx.sql(), workstation).filter(queue -> !served(queue));
        if (going.isPresent() && going.get().cards() >= CardBatches.MOST_CARDS) {
            return refused(person, "batches.people", CardBatches.MOST_CARDS);
        }
        var number = going.map(CardBatch::cards).orElse(0) + 1;
        var id = going.map(CardBatch::id).orElseGet(() -> begun(tx, workstation));
        store.addCard(tx, id, number, person);
        tx.journal("batch.queued-up", BookedCardBatches.subject(id), Map.of("card", number));
        return new BatchOutcome.Done(store.find(tx.sql(), id).orElseThrow());
    }

    private BatchId begun(Tx tx, String workstation) {
        int longest = Math.min(workstation.length(), BookedCardBatches.LONGEST_TITLE);
        return store.add(tx, workstation.substring(0, longest), workstation, List.of());
    }

    private static boolean served(CardBatch queue) {
        return queue.cards() >= CardBatches.LONG_QUEUE
                && queue.counts().keySet().stream().noneMatch(State::open);
    }

    private static BatchOutcome refused(PersonId person, String key, Object... arguments) {
        return new BatchOutcome.Rejected(
                List.of(Problem.of("person", String.valueOf(person.number()), key, arguments)));
    }
}
