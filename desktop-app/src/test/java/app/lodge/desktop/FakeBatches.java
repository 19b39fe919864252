package app.lodge.desktop;

import app.lodge.core.batches.BatchCard;
import app.lodge.core.batches.BatchCard.State;
import app.lodge.core.batches.BatchCard.Verdict;
import app.lodge.core.batches.BatchId;
import app.lodge.core.batches.CardBatches;
import app.lodge.core.batches.PauseReason;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.JobId;
import app.lodge.core.people.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/// One batch in memory, half made.
public final class FakeBatches implements CardBatches {

    private static final BatchId ID = new BatchId(1);

    final FakeQueue queue = new FakeQueue();
    public final List<Change> changes = new ArrayList<>();
    private final List<BatchCard> cards = new ArrayList<>();
    private String title = "Term start";
    private PauseReason pausedFor;

    FakeBatches() {
        cards.add(card(1, State.ISSUED, null));
        cards.add(card(2, State.MAKING, null));
        cards.add(card(3, State.WAITING, null));
        cards.add(card(4, State.ASIDE, Verdict.NOT_PRINTABLE));
        cards.add(card(5, State.WAITING, null));
    }

    private static BatchCard card(int number, State state, Verdict verdict) {
        var job = state == State.WAITING ? null : new JobId(number);
        return new BatchCard(number, new PersonId(number), state, job, verdict);
    }

    @Override
    public BatchOutcome order(
            Actor actor, RequestId request, String newTitle, List<PersonId> people) {
        if (people.isEmpty()) {
            return new BatchOutcome.Rejected(
                    List.of(Problem.of("people", "0", "batches.people", MOST_CARDS)));
        }
        title = newTitle;
        cards.clear();
        for (var person : people) {
            cards.add(new BatchCard(cards.size() + 1, person, State.WAITING, null, null));
        }
        return new BatchOutcome.Done(batch());
    }

    private CardBatch batch() {
        var counts = new EnumMap<State, Integer>(State.class);
        cards.forEach(card -> counts.merge(card.state(), 1, Integer::sum));
        return new CardBatch(
                ID, title, null, pausedFor, Instant.parse("2026-11-22T08:00:00Z"), counts);
    }

    @Override
    public BatchOutcome queueUp(Actor actor, RequestId request, PersonId person) {
        return queue.queueUp(person);
    }

    @Override
    public Optional<CardBatch> queue(Actor actor) {
        return queue.found();
    }

    @Override
    public List<CardBatch> list(Actor actor) {
        return List.of(batch());
    }

    @Override
    public Optional<CardBatch> find(Actor actor, BatchId batch) {
        return batch.equals(ID) ? Optional.of(batch()) : Optional.empty();
    }

    @Override
    public List<BatchCard> cards(Actor actor, BatchId batch) {
        return batch.equals(FakeQueue.ID) ? queue.cards() : List.copyOf(cards);
    }

    @Override
    public NextOutcome next(Actor actor, RequestId request, BatchId batch, String printer) {
        return batch.equals(FakeQueue.ID) ? queue.next() : new NextOutcome.NothingLeft();
    }

    @Override
    public BatchOutcome setAside(
            Actor actor, RequestId request, BatchId batch, int card, Verdict verdict) {
        return new BatchOutcome.Done(batch());
    }

    @Override
    public BatchOutcome change(Actor actor, RequestId request, BatchId batch, Change change) {
        if (batch.equals(FakeQueue.ID)) {
            return queue.change(change);
        }
        changes.add(change);
        if (change instanceof Change.Pause(var why)) {
            pausedFor = why;
        }
        return new BatchOutcome.Done(batch());
    }
}
