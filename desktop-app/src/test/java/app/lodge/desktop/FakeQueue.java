package app.lodge.desktop;

import app.lodge.core.batches.BatchCard;
import app.lodge.core.batches.BatchCard.State;
import app.lodge.core.batches.BatchId;
import app.lodge.core.batches.CardBatches.BatchOutcome;
import app.lodge.core.batches.CardBatches.CardBatch;
import app.lodge.core.batches.CardBatches.Change;
import app.lodge.core.batches.CardBatches.NextOutcome;
import app.lodge.core.batches.PauseReason;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.JobId;
import app.lodge.core.people.PersonId;
import app.lodge.personalization.issuing.IssueOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/// The queue of one desk in memory; several threads may ask.
final class FakeQueue {

    static final BatchId ID = new BatchId(2);

    private final List<BatchCard> cards = new ArrayList<>();
    private PauseReason pausedFor;

    synchronized BatchOutcome queueUp(PersonId person) {
        boolean stands =
                cards.stream()
                        .anyMatch(card -> card.person().equals(person) && card.state().open());
        if (stands) {
            return new BatchOutcome.Rejected(
                    List.of(
                            Problem.of(
                                    "person",
                                    String.valueOf(person.number()),
                                    "batches.queued-already")));
        }
        cards.add(new BatchCard(cards.size() + 1, person, State.WAITING, null, null));
        return new BatchOutcome.Done(batch());
    }

    /// A card that was spoiled before.
    synchronized void failed(PersonId person) {
        cards.add(new BatchCard(cards.size() + 1, person, State.SPOILED, new JobId(7), null));
    }

    private CardBatch batch() {
        var counts = new EnumMap<State, Integer>(State.class);
        cards.forEach(card -> counts.merge(card.state(), 1, Integer::sum));
        return new CardBatch(
                ID, "desk-1", "desk-1", pausedFor, Instant.parse("2026-11-22T08:00:00Z"), counts);
    }

    synchronized Optional<CardBatch> found() {
        return cards.isEmpty() ? Optional.empty() : Optional.of(batch());
    }

    synchronized List<BatchCard> cards() {
        return List.copyOf(cards);
    }

    synchronized NextOutcome next() {
        if (pausedFor != null) {
            return new NextOutcome.Paused();
        }
        var next =
                cards.stream()
                        .filter(card ->
                                card.state() == State.WAITING || card.state() == State.MAKING)
                        .findFirst();
        if (next.isEmpty()) {
            return new NextOutcome.NothingLeft();
        }
        become(next.get(), State.MAKING, null);
        return new NextOutcome.Make(next.get(), RequestId.fresh());
    }

    /// What the job says of the person's card.
    synchronized void became(PersonId person, IssueOutcome outcome) {
        var card =
                cards.stream()
                        .filter(each -> each.state() == State.MAKING)
                        .filter(each -> each.person().equals(person))
                        .findFirst()
                        .orElseThrow();
        switch (outcome) {
            case IssueOutcome.Issued(var job, var _) -> become(card, State.ISSUED, job.id());
            case IssueOutcome.Spoiled(var job, var _, var _) ->
                    become(card, State.SPOILED, job.id());
            case IssueOutcome.Unresolved(var job, var _, var _) ->
                    become(card, State.UNSETTLED, job.id());
            default -> become(card, State.WAITING, null);
        }
    }

    private void become(BatchCard card, State state, JobId job) {
        cards.set(
                numbers().indexOf(card.number()),
                new BatchCard(card.number(), card.person(), state, job, null));
    }

    private List<Integer> numbers() {
        return cards.stream().map(BatchCard::number).toList();
    }

    synchronized BatchOutcome change(Change change) {
        switch (change) {
            case Change.Pause(var why) -> pausedFor = why;
            case Change.Resume() -> pausedFor = null;
            case Change.TryAgain(int card) -> become(card(card), State.WAITING, null);
            case Change.TakeOut(int card) -> become(card(card), State.TAKEN_OUT, null);
            case Change.Move(int card, int before) -> {
                var moved = card(card);
                cards.remove(moved);
                cards.add(before == 0 ? cards.size() : numbers().indexOf(before), moved);
            }
        }
        return new BatchOutcome.Done(batch());
    }

    private BatchCard card(int number) {
        return cards.get(numbers().indexOf(number));
    }
}
