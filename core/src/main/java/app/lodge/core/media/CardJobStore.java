package app.lodge.core.media;

import static app.lodge.core.books.tables.Tables.CARD_JOB;
import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.PERSON;

import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import app.lodge.core.media.CardJobs.CardOrder;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import app.lodge.core.people.Register;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// The rows of card jobs.
final class CardJobStore {

    private static final int LONGEST_EVIDENCE = 4000;
    private static final List<String> OPEN =
            Arrays.stream(JobState.values()).filter(JobState::open).map(JobState::name).toList();

    Optional<PersonState> stateOf(DSLContext sql, PersonId person) {
        return sql.select(PERSON.STATE)
                .from(PERSON)
                .where(PERSON.ID.eq(person.number()))
                .and(PERSON.STATE.ne(Register.ERASED))
                .fetchOptional(row -> PersonState.valueOf(row.value1()));
    }

    CardJob add(Tx tx, RequestId request, CardOrder order, Medium medium, int attempt) {
        long id = tx.nextNumber(CARD_JOB.ID);
        tx.sql()
                .insertInto(CARD_JOB)
                .set(CARD_JOB.ID, id)
                .set(CARD_JOB.REQUEST, request.value())
                .set(CARD_JOB.PERSON_ID, order.person().number())
                .set(CARD_JOB.MEDIUM_ID, medium.id().number())
                .set(CARD_JOB.ATTEMPT, attempt)
                .set(CARD_JOB.STATE, JobState.QUEUED.name())
                .set(CARD_JOB.PRINTER, order.printer())
                .set(CARD_JOB.READER, order.reader())
                .set(CARD_JOB.LAYOUT, order.layout())
                .set(CARD_JOB.WORKSTATION, tx.actor().workstation())
                .set(CARD_JOB.EVIDENCE, "{}")
                .set(CARD_JOB.CREATED_AT, tx.nowUtc())
                .set(CARD_JOB.CHANGED_AT, tx.nowUtc())
                .execute();
        return get(tx.sql(), new JobId(id));
    }

    /// One more than the cards spoiled since the person last got a good one.
    int nextAttempt(DSLContext sql, PersonId person) {
        int attempt = 1;
        for (String state :
                sql.select(CARD_JOB.STATE)
                        .from(CARD_JOB)
                        .where(CARD_JOB.PERSON_ID.eq(person.number()))
                        .orderBy(CARD_JOB.ID.desc())
                        .fetch(CARD_JOB.STATE)) {
            if (state.equals(JobState.ISSUED.name())) {
                break;
            }
            attempt += state.equals(JobState.REJECTED.name()) ? 1 : 0;
        }
        return attempt;
    }

    Optional<CardJob> openOf(DSLContext sql, PersonId person) {
        return select(sql, CARD_JOB.PERSON_ID.eq(person.number()).and(CARD_JOB.STATE.in(OPEN)))
                .stream()
                .findFirst();
    }

    List<CardJob> open(DSLContext sql, String workstation) {
        Condition where =
                workstation.isEmpty() ? DSL.trueCondition() : CARD_JOB.WORKSTATION.eq(workstation);
        return select(sql, CARD_JOB.STATE.in(OPEN).and(where));
    }

    Optional<CardJob> find(DSLContext sql, JobId id) {
        return select(sql, CARD_JOB.ID.eq(id.number())).stream().findFirst();
    }

    /// @throws IllegalArgumentException if there is no such job
    CardJob get(DSLContext sql, JobId id) {
        return find(sql, id)
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no card job " + id.number()));
    }

    private static List<CardJob> select(DSLContext sql, Condition where) {
        return sql.select(CARD_JOB.fields())
                .select(MEDIUM.ISSUE_NUMBER)
                .from(CARD_JOB)
                .join(MEDIUM)
                .on(MEDIUM.ID.eq(CARD_JOB.MEDIUM_ID))
                .where(where)
                .orderBy(CARD_JOB.ID)
                .fetch(CardJobStore::job);
    }

    void bind(Tx tx, JobId id, Uid uid) {
        tx.sql()
                .update(CARD_JOB)
                .set(CARD_JOB.UID, uid.bytes())
                .where(CARD_JOB.ID.eq(id.number()))
                .execute();
    }

    CardJob enter(Tx tx, CardJob job, JobState next, Map<String, String> seen) {
        var evidence = new HashMap<String, String>(job.evidence());
        evidence.putAll(seen);
        String text = Json.canonical(evidence);
        if (text.length() > LONGEST_EVIDENCE) {
            throw new IllegalArgumentException(
                    "Evidence of card job %d has %d characters, more than %d"
                            .formatted(job.id().number(), text.length(), LONGEST_EVIDENCE));
        }
        tx.sql()
                .update(CARD_JOB)
                .set(CARD_JOB.STATE, next.name())
                .set(CARD_JOB.EVIDENCE, text)
                .set(CARD_JOB.CHANGED_AT, tx.nowUtc())
                .where(CARD_JOB.ID.eq(job.id().number()))
                .execute();
        return get(tx.sql(), job.id());
    }

    private static CardJob job(Record row) {
        byte[] uid = row.get(CARD_JOB.UID);
        long person = row.get(CARD_JOB.PERSON_ID);
        var evidence = new HashMap<String, String>();
        Map<?, ?> stored = Json.read(row.get(CARD_JOB.EVIDENCE), Map.class);
        stored.forEach((key, value) ->
                evidence.put(
                        Objects.requireNonNull(key).toString(),
                        Objects.requireNonNull(value).toString()));
        return new CardJob(
                new JobId(row.get(CARD_JOB.ID)),
                new PersonId(person),
                new MediumId(row.get(CARD_JOB.MEDIUM_ID)),
                "%07d-%02d".formatted(person, row.get(MEDIUM.ISSUE_NUMBER)),
                row.get(CARD_JOB.ATTEMPT),
                JobState.valueOf(row.get(CARD_JOB.STATE)),
                row.get(CARD_JOB.PRINTER),
                row.get(CARD_JOB.READER),
                row.get(CARD_JOB.LAYOUT),
                row.get(CARD_JOB.WORKSTATION),
                uid == null ? null : Uid.of(uid),
                evidence,
                Tx.instant(row.get(CARD_JOB.CHANGED_AT)));
    }
}
