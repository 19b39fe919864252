package app.lodge.core.batches;

import static app.lodge.core.books.tables.Tables.CARD_BATCH;
import static app.lodge.core.books.tables.Tables.CARD_BATCH_CARD;
import static app.lodge.core.books.tables.Tables.CARD_JOB;
import static app.lodge.core.books.tables.Tables.PERSON;

import app.lodge.core.batches.BatchCard.State;
import app.lodge.core.batches.BatchCard.Verdict;
import app.lodge.core.batches.CardBatches.CardBatch;
import app.lodge.core.batches.CardBatches.NextOutcome;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.media.JobId;
import app.lodge.core.media.JobState;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Register;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The rows of batches and their cards.
final class BatchStore {

    private static final int AT_ONCE = 500;

    Set<PersonId> known(DSLContext sql, List<PersonId> people) {
        var known = new HashSet<PersonId>();
        for (var from = 0; from < people.size(); from += AT_ONCE) {
            var some = people.subList(from, Math.min(people.size(), from + AT_ONCE));
            sql.select(PERSON.ID)
                    .from(PERSON)
                    .where(PERSON.ID.in(some.stream().map(PersonId::number).toList()))
                    .and(PERSON.STATE.ne(Register.ERASED))
                    .forEach(row -> known.add(new PersonId(row.value1())));
        }
        return known;
    }

    BatchId add(Tx tx, String title, @Nullable String queueAt, List<PersonId> people) {
        var id = new BatchId(tx.nextNumber(CARD_BATCH.ID));
        tx.sql()
                .insertInto(CARD_BATCH)
                .set(CARD_BATCH.ID, id.number())
                .set(CARD_BATCH.TITLE, title)
                .set(CARD_BATCH.QUEUE_AT, queueAt)
                .set(CARD_BATCH.PAUSED, false)
                .set(CARD_BATCH.ORDERED_AT, tx.nowUtc())
                .set(CARD_BATCH.ORDERED_BY, tx.actor().operatorId())
                .execute();
        var number = 0;
        for (var person : people) {
            number++;
            addCard(tx, id, number, person);
        }
        return id;
    }

    /// At the place of its number, which is the last: places are a batch's numbers in another order.
    void addCard(Tx tx, BatchId batch, int number, PersonId person) {
        tx.sql()
                .insertInto(CARD_BATCH_CARD)
                .set(CARD_BATCH_CARD.BATCH_ID, batch.number())
                .set(CARD_BATCH_CARD.CARD_NO, number)
                .set(CARD_BATCH_CARD.PLACE, number)
                .set(CARD_BATCH_CARD.PERSON_ID, person.number())
                .set(CARD_BATCH_CARD.TAKEN_OUT, false)
                .execute();
    }

    Optional<CardBatch> queue(DSLContext sql, String workstation) {
        return sql.select(DSL.max(CARD_BATCH.ID))
                .from(CARD_BATCH)
                .where(CARD_BATCH.QUEUE_AT.eq(workstation))
                .fetchOptional(DSL.max(CARD_BATCH.ID))
                .flatMap(id -> find(sql, new BatchId(id)));
    }

    /// Whether a card of the person is open in any workstation's queue.
    boolean queued(DSLContext sql, PersonId person) {
        var queues =
                DSL.select(CARD_BATCH.ID).from(CARD_BATCH).where(CARD_BATCH.QUEUE_AT.isNotNull());
        return select(
                        sql,
                        CARD_BATCH_CARD
                                .PERSON_ID
                                .eq(person.number())
                                .and(CARD_BATCH_CARD.BATCH_ID.in(queues)))
                .stream()
                .anyMatch(row -> card(row).state().open());
    }

    List<CardBatch> all(DSLContext sql) {
        var counts = new HashMap<Long, Map<State, Integer>>();
        select(sql, DSL.trueCondition())
                .forEach(row ->
                        counts.computeIfAbsent(
                                        row.get(CARD_BATCH_CARD.BATCH_ID),
                                        _ -> new EnumMap<>(State.class))
                                .merge(card(row).state(), 1, Integer::sum));
        return sql.selectFrom(CARD_BATCH)
                .orderBy(CARD_BATCH.ID.desc())
                .fetch(row -> batch(row, counts.getOrDefault(row.get(CARD_BATCH.ID), Map.of())));
    }

    Optional<CardBatch> find(DSLContext sql, BatchId batch) {
        return sql.selectFrom(CARD_BATCH)
                .where(CARD_BATCH.ID.eq(batch.number()))
                .fetchOptional(row -> {
                    var counts = new EnumMap<State, Integer>(State.class);
                    cards(sql, batch).forEach(card -> counts.merge(card.state(), 1, Integer::sum));
                    return batch(row, counts);
                });
    }

    private static CardBatch batch(Record row, Map<State, Integer> counts) {
        return new CardBatch(
                new BatchId(row.get(CARD_BATCH.ID)),
                row.get(CARD_BATCH.TITLE),
                row.get(CARD_BATCH.QUEUE_AT),
                pausedFor(row),
                Tx.instant(row.get(CARD_BATCH.ORDERED_AT)),
                counts);
    }

    /// Batches that were paused before reasons were kept were paused by somebody.
    private static @Nullable PauseReason pausedFor(Record row) {
        if (!row.get(CARD_BATCH.PAUSED)) {
            return null;
        }
        var why = row.get(CARD_BATCH.PAUSED_FOR);
        return why == null ? PauseReason.STAFF : PauseReason.valueOf(why);
    }

    List<BatchCard> cards(DSLContext sql, BatchId batch) {
        return select(sql, CARD_BATCH_CARD.BATCH_ID.eq(batch.number())).stream()
                .map(BatchStore::card)
                .toList();
    }

    private static List<? extends Record> select(DSLContext sql, Condition where) {
        return sql.select(CARD_BATCH_CARD.fields())
                .select(CARD_JOB.ID, CARD_JOB.STATE)
                .from(CARD_BATCH_CARD)
                .leftJoin(CARD_JOB)
                .on(CARD_JOB.REQUEST.eq(CARD_BATCH_CARD.REQUEST))
                .where(where)
                .orderBy(CARD_BATCH_CARD.BATCH_ID, CARD_BATCH_CARD.PLACE)
                .fetch();
    }

    private static BatchCard card(Record row) {
        var job = row.get(CARD_JOB.ID);
        var verdict = row.get(CARD_BATCH_CARD.VERDICT);
        return new BatchCard(
                row.get(CARD_BATCH_CARD.CARD_NO),
                new PersonId(row.get(CARD_BATCH_CARD.PERSON_ID)),
                state(row),
                job == null ? null : new JobId(job),
                verdict == null ? null : Verdict.valueOf(verdict));
    }

    private static State state(Record row) {
        if (row.get(CARD_BATCH_CARD.TAKEN_OUT)) {
            return State.TAKEN_OUT;
        }
        if (row.get(CARD_BATCH_CARD.VERDICT) != null) {
            return State.ASIDE;
        }
        var job = row.get(CARD_JOB.STATE);
        if (job == null) {
            return row.get(CARD_BATCH_CARD.RUNNER) == null ? State.WAITING : State.MAKING;
        }
        return switch (JobState.valueOf(job)) {
            case ISSUED -> State.ISSUED;
            case REJECTED -> State.SPOILED;
            case UNKNOWN -> State.UNSETTLED;
            // No blank was used: as if it had not been begun.
            case CANCELLED -> State.WAITING;
            case QUEUED, FED, ENCODING, ENCODED, VERIFIED, PRINTING, PRINTED -> State.MAKING;
        };
    }

    /// What a printer took on and was kept from ordering.
    Optional<NextOutcome> claimedWithoutJob(DSLContext sql, BatchId batch, String runner) {
        return select(
                        sql,
                        CARD_BATCH_CARD
                                .BATCH_ID
                                .eq(batch.number())
                                .and(CARD_BATCH_CARD.RUNNER.eq(runner))
                                .and(CARD_BATCH_CARD.VERDICT.isNull())
                                .andNot(CARD_BATCH_CARD.TAKEN_OUT)
                                .and(CARD_JOB.ID.isNull()))
                .stream()
                .findFirst()
                .map(row ->
                        new NextOutcome.Make(
                                card(row), new RequestId(row.get(CARD_BATCH_CARD.REQUEST))));
    }

    void claim(Tx tx, BatchId batch, int card, String runner, RequestId request) {
        set(tx, batch, card, false, runner, request.value(), null);
    }

    void setAside(Tx tx, BatchId batch, int card, Verdict verdict) {
        set(tx, batch, card, false, null, null, verdict.name());
    }

    void again(Tx tx, BatchId batch, int card) {
        set(tx, batch, card, false, null, null, null);
    }

    void takeOut(Tx tx, BatchId batch, int card) {
        set(tx, batch, card, true, null, null, null);
    }

    private static void set(
            Tx tx,
            BatchId batch,
            int card,
            boolean takenOut,
            @Nullable String runner,
            @Nullable String request,
            @Nullable String verdict) {
        tx.sql()
                .update(CARD_BATCH_CARD)
                .set(CARD_BATCH_CARD.TAKEN_OUT, takenOut)
                .set(CARD_BATCH_CARD.RUNNER, runner)
                .set(CARD_BATCH_CARD.REQUEST, request)
                .set(CARD_BATCH_CARD.VERDICT, verdict)
                .where(CARD_BATCH_CARD.BATCH_ID.eq(batch.number()))
                .and(CARD_BATCH_CARD.CARD_NO.eq(card))
                .execute();
    }

    void pause(Tx tx, BatchId batch, @Nullable PauseReason why) {
        tx.sql()
                .update(CARD_BATCH)
                .set(CARD_BATCH.PAUSED, why != null)
                .set(CARD_BATCH.PAUSED_FOR, why == null ? null : why.name())
                .where(CARD_BATCH.ID.eq(batch.number()))
                .execute();
    }

    void arrange(Tx tx, BatchId batch, List<Integer> order) {
        var place = 0;
        for (var card : order) {
            place++;
            tx.sql()
                    .update(CARD_BATCH_CARD)
                    .set(CARD_BATCH_CARD.PLACE, place)
                    .where(CARD_BATCH_CARD.BATCH_ID.eq(batch.number()))
                    .and(CARD_BATCH_CARD.CARD_NO.eq(card))
                    .and(CARD_BATCH_CARD.PLACE.ne(place))
                    .execute();
        }
    }
}
