package app.lodge.core.media;

import static app.lodge.core.books.tables.Tables.PERSON;
import static app.lodge.core.books.tables.Tables.REQUEST;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Sealing;
import app.lodge.core.journal.Journal;
import app.lodge.core.journal.JournalRow;
import app.lodge.core.media.CardJobs.CardOrder;
import app.lodge.core.media.CardJobs.OrderOutcome.Ordered;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Books with people in them, and the doors to media.
final class MediaDesk implements AutoCloseable {

    static final Actor CLERK = new Actor(2, "Ana", Role.CLERK, "desk-1");
    static final Actor SYSTEM = Actor.system("test");

    Instant now = Instant.parse("2026-11-22T08:00:00Z");

    final Books books =
            Books.open(
                    new BooksSource.InMemory(UUID.randomUUID().toString()),
                    () -> now,
                    new Sealing() {
                        @Override
                        public byte[] seal(byte[] plain) {
                            return plain;
                        }

                        @Override
                        public byte[] open(byte[] sealed) {
                            return sealed;
                        }
                    });
    final CardJobs jobs = CardJobs.in(books);
    final Media media = Media.in(books, Spreading.nowhere());
    private int uids;

    PersonId person(PersonState state) {
        return books.write(
                SYSTEM,
                tx -> {
                    long id = tx.nextNumber(PERSON.ID);
                    tx.sql()
                            .insertInto(PERSON)
                            .set(PERSON.ID, id)
                            .set(PERSON.SUBJECT_ID, id)
                            .set(PERSON.STATE, state.name())
                            .set(PERSON.REVISION, 1)
                            .set(PERSON.SEALED, new byte[1])
                            .set(PERSON.CREATED_AT, tx.nowUtc())
                            .set(PERSON.CHANGED_AT, tx.nowUtc())
                            .execute();
                    return new PersonId(id);
                });
    }

    CardJobs.OrderOutcome order(PersonId person) {
        return jobs.order(
                CLERK,
                RequestId.fresh(),
                new CardOrder(person, "file:/cards", "in-process", "staff@1"));
    }

    CardJob ordered(PersonId person) {
        return ((Ordered) order(person)).job();
    }

    Uid freshUid() {
        uids++;
        return new Uid("04AABBCCDD%04X".formatted(uids));
    }

    /// Brings a queued job to a state on the straight way.
    CardJob upTo(CardJob job, JobState state, Uid uid) {
        CardJob now = job;
        for (JobState next :
                List.of(
                        JobState.FED,
                        JobState.ENCODING,
                        JobState.ENCODED,
                        JobState.VERIFIED,
                        JobState.PRINTING,
                        JobState.PRINTED,
                        JobState.ISSUED)) {
            if (now.state() == state) {
                return now;
            }
            if (next == JobState.ENCODING) {
                jobs.bind(CLERK, job.id(), uid, "DESFire EV2", 1);
                now = jobs.find(CLERK, job.id()).orElseThrow();
            } else {
                now = jobs.advance(CLERK, job.id(), next, Map.of());
            }
        }
        return now;
    }

    Medium issued(PersonId person) {
        var job = upTo(ordered(person), JobState.ISSUED, freshUid());
        return media.find(CLERK, job.medium()).orElseThrow();
    }

    List<JournalRow> rows() {
        return Journal.in(books).page(SYSTEM, Journal.Filter.all(), null, 1000).rows();
    }

    List<String> journal() {
        return rows().stream().map(row -> row.kind() + " " + row.subject()).toList().reversed();
    }

    /// What the books keep of answers, as it is before it is sealed.
    List<String> keptAnswers() {
        return books.read(sql ->
                sql.select(REQUEST.SEALED_ANSWER)
                        .from(REQUEST)
                        .fetch(row -> new String(row.value1(), StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        books.close();
    }
}
