package app.lodge.core.batches;

import app.lodge.core.batches.BatchCard.State;
import app.lodge.core.batches.BatchCard.Verdict;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Batches in the books. The journal has each change by the card's number, and no names.
final class BookedCardBatches implements CardBatches {

    static final int LONGEST_TITLE = 80;

    private final Books books;
    private final BiConsumer<Actor, PersonId> reach;
    private final BatchStore store = new BatchStore();
    private final DeskQueues queues = new DeskQueues(store);

    BookedCardBatches(Books books, BiConsumer<Actor, PersonId> reach) {
        this.books = books;
        this.reach = reach;
    }

    @Override
    public BatchOutcome order(Actor actor, RequestId request, String title, List<PersonId> people) {
        actor.require(Permission.ISSUE_CARDS);
        people.forEach(person -> reach.accept(actor, person));
        return books.once(
                actor,
                request,
                "batches.order",
                List.of(title, people),
                BatchOutcome.class,
                tx -> {
                    var problems = problems(tx, title, people);
                    if (!problems.isEmpty()) {
                        return new BatchOutcome.Rejected(problems);
                    }
                    var id = store.add(tx, title.strip(), null, people);
                    tx.journal("batch.ordered", subject(id), Map.of("cards", people.size()));
                    return done(tx, id);
                });
    }

    @Override
    public BatchOutcome queueUp(Actor actor, RequestId request, PersonId person) {
        actor.require(Permission.ISSUE_CARDS);
        reach.accept(actor, person);
        return books.once(
                actor,
                request,
                "batches.queue-up",
                List.of(person),
                BatchOutcome.class,
                tx -> queues.queueUp(tx, person));
    }

    @Override
    public Optional<CardBatch> queue(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(sql -> store.queue(sql, actor.workstation()));
    }

    private List<Problem> problems(Tx tx, String title, List<PersonId> people) {
        var problems = new ArrayList<Problem>();
        var plain = title.strip();
        if (plain.isEmpty()
                || plain.length() > LONGEST_TITLE
                || plain.chars().anyMatch(Character::isISOControl)) {
            problems.add(Problem.of("title", title, "batches.title", LONGEST_TITLE));
        }
        if (people.isEmpty() || people.size() > MOST_CARDS) {
            problems.add(
                    Problem.of(
                            "people", String.valueOf(people.size()), "batches.people", MOST_CARDS));
        }
        var seen = new LinkedHashSet<PersonId>();
        var known = store.known(tx.sql(), people);
        for (var person : people) {
            var shown = String.valueOf(person.number());
            if (!known.contains(person)) {
                problems.add(Problem.of("people", shown, "batches.person-unknown"));
            } else if (!seen.add(person)) {
                problems.add(Problem.of("people", shown, "batches.person-twice"));
            }
        }
        return problems;
    }

    @Override
    public List<CardBatch> list(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(store::all);
    }

    @Override
    public Optional<CardBatch> find(Actor actor, BatchId batch) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(sql -> store.find(sql, batch));
    }

    @Override
    public List<BatchCard> cards(Actor actor, BatchId batch) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(sql -> store.cards(sql, batch));
    }

    @Override
    public NextOutcome next(Actor actor, RequestId request, BatchId batch, String printer) {
        actor.require(Permission.ISSUE_CARDS);
        return books.once(
                actor,
                request,
                "batches.next",
                List.of(batch, printer),
                NextOutcome.class,
                tx -> next(tx, batch, tx.actor().workstation() + " " + printer));
    }

    private NextOutcome next(Tx tx, BatchId batch, String runner) {
        var found = store.find(tx.sql(), batch);
        if (found.isEmpty()) {
            return new NextOutcome.BatchUnknown(batch);
        }
        if (found.get().paused()) {
            return new NextOutcome.Paused();
        }
        var begun = store.claimedWithoutJob(tx.sql(), batch, runner);
        if (begun.isPresent()) {
            return begun.get();
        }
        return store.cards(tx.sql(), batch).stream()
                .filter(card -> card.state() == State.WAITING)
                .findFirst()
                .<NextOutcome>map(card -> {
                    var order = RequestId.fresh();
                    store.claim(tx, batch, card.number(), runner, order);
                    return new NextOutcome.Make(card, order);
                })
                .orElseGet(NextOutcome.NothingLeft::new);
    }

    @Override
    public BatchOutcome setAside(
            Actor actor, RequestId request, BatchId batch, int card, Verdict verdict) {
        actor.require(Permission.ISSUE_CARDS);
        return books.once(
                actor,
                request,
                "batches.set-aside",
                List.of(batch, card, verdict),
                BatchOutcome.class,
                tx ->
                        ofCard(
                                tx,
                                batch,
                                card,
                                found -> {
                                    store.setAside(tx, batch, card, verdict);
                                    journal(tx, "batch.set-aside", batch, card, verdict.name());
                                    return List.of();
                                }));
    }

    @Override
    public BatchOutcome change(Actor actor, RequestId request, BatchId batch, Change change) {
        actor.require(Permission.ISSUE_CARDS);
        return books.once(
                actor,
                request,
                "batches.change",
                List.of(batch, change.getClass().getSimpleName(), change),
                BatchOutcome.class,
                tx ->
                        switch (change) {
                            case Change.Pause(var why) -> paused(tx, batch, why);
                            case Change.Resume() -> paused(tx, batch, null);
                            case Change.TryAgain(int card) ->
                                    ofCard(tx, batch, card, found -> again(tx, batch, found));
                            case Change.TakeOut(int card) ->
                                    ofCard(tx, batch, card, found -> takenOut(tx, batch, found));
                            case Change.Move(int card, int before) ->
                                    ofCard(
                                            tx,
                                            batch,
                                            card,
                                            found -> moved(tx, batch, found, before));
                        });
    }

    private BatchOutcome paused(Tx tx, BatchId batch, @Nullable PauseReason why) {
        var found = store.find(tx.sql(), batch);
        if (found.isEmpty()) {
            return unknown(batch);
        }
        if (found.get().pausedFor() != why) {
            store.pause(tx, batch, why);
            journalPause(tx, batch, why);
        }
        return done(tx, batch);
    }

    private static void journalPause(Tx tx, BatchId batch, @Nullable PauseReason why) {
        if (why == null) {
            tx.journal("batch.resumed", subject(batch), Map.of());
        } else {
            tx.journal("batch.paused", subject(batch), Map.of("why", why.name()));
        }
    }

    private List<Problem> again(Tx tx, BatchId batch, BatchCard card) {
        if (card.state() == State.WAITING) {
            return List.of();
        }
        if (!card.state().canBeTriedAgain()) {
            return wrong(card, "batches.not-again");
        }
        store.again(tx, batch, card.number());
        journal(tx, "batch.tried-again", batch, card.number(), card.state().name());
        return List.of();
    }

    private List<Problem> takenOut(Tx tx, BatchId batch, BatchCard card) {
        if (card.state() == State.TAKEN_OUT) {
            return List.of();
        }
        if (card.state() != State.WAITING && !card.state().canBeTriedAgain()) {
            return wrong(card, "batches.not-out");
        }
        store.takeOut(tx, batch, card.number());
        journal(tx, "batch.taken-out", batch, card.number(), card.state().name());
        return List.of();
    }

    private List<Problem> moved(Tx tx, BatchId batch, BatchCard card, int before) {
        var order =
                new ArrayList<>(
                        store.cards(tx.sql(), batch).stream().map(BatchCard::number).toList());
        order.remove(Integer.valueOf(card.number()));
        int at = before == 0 ? order.size() : order.indexOf(before);
        if (at < 0) {
            return List.of(Problem.of("before", String.valueOf(before), "batches.card-unknown"));
        }
        order.add(at, card.number());
        store.arrange(tx, batch, order);
        return List.of();
    }

    private interface CardChange {
        List<Problem> of(BatchCard card);
    }

    private BatchOutcome ofCard(Tx tx, BatchId batch, int number, CardChange change) {
        var card =
                store.cards(tx.sql(), batch).stream()
                        .filter(each -> each.number() == number)
                        .findFirst();
        if (card.isEmpty()) {
            return new BatchOutcome.Rejected(
                    List.of(Problem.of("card", String.valueOf(number), "batches.card-unknown")));
        }
        var problems = change.of(card.get());
        return problems.isEmpty() ? done(tx, batch) : new BatchOutcome.Rejected(problems);
    }

    private static List<Problem> wrong(BatchCard card, String key) {
        return List.of(Problem.of("card", String.valueOf(card.number()), key));
    }

    private BatchOutcome done(Tx tx, BatchId batch) {
        return new BatchOutcome.Done(store.find(tx.sql(), batch).orElseThrow());
    }

    private static BatchOutcome unknown(BatchId batch) {
        return new BatchOutcome.Rejected(
                List.of(Problem.of("batch", String.valueOf(batch.number()), "batches.unknown")));
    }

    private static void journal(Tx tx, String kind, BatchId batch, int card, String state) {
        tx.journal(kind, subject(batch), Map.of("card", card, "state", state));
    }

    static String subject(BatchId batch) {
        return "batch:" + batch.number();
    }
}
