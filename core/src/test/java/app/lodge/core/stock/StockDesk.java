package app.lodge.core.stock;

import static app.lodge.core.books.tables.Tables.PERSON;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Sealing;
import app.lodge.core.media.CardJob;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.CardJobs.CardOrder;
import app.lodge.core.media.CardJobs.OrderOutcome;
import app.lodge.core.media.ContactKeys;
import app.lodge.core.media.IssueCharges;
import app.lodge.core.media.JobState;
import app.lodge.core.media.Media;
import app.lodge.core.media.MediaLife;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.NumberedMedia;
import app.lodge.core.media.Spreading;
import app.lodge.core.media.Uid;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import app.lodge.core.stock.Delivery.Numbering;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// Books with stock in them: a safe, two desks and a branch.
final class StockDesk implements AutoCloseable {

    static final Actor CHIEF = new Actor(1, "Clara", Role.ADMINISTRATOR, "desk-1");
    static final Actor CLERK = new Actor(2, "Ana", Role.CLERK, "desk-1");
    static final Actor BRANCH = new Actor(3, "Ivo", Role.CLERK, "branch-1");
    static final Actor SYSTEM = Actor.system("test");

    final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-23T08:00:00Z"));
    final Books books;
    final BlanksOfMedia blanks = new BlanksOfMedia();
    final CardJobs jobs;
    final ContactKeys keys;
    final NumberedMedia numbered;
    final Media media;
    final MediaLife life;
    final Stock stock;
    final long safe;
    final long desk;
    final long branch;
    final long card;

    StockDesk() {
        this(new BooksSource.InMemory(UUID.randomUUID().toString()));
    }

    StockDesk(BooksSource source) {
        books = Books.open(source, now::get, new Plain());
        jobs = CardJobs.in(books, IssueCharges.none(), blanks);
        keys = ContactKeys.in(books, IssueCharges.none(), blanks);
        numbered = NumberedMedia.in(books, IssueCharges.none(), blanks);
        media = Media.in(books, Spreading.nowhere(), blanks);
        life = MediaLife.in(books, blanks, () -> ZoneOffset.UTC);
        stock = Stock.in(books);
        safe = place("Safe", Place.Kind.SAFE, "", false);
        desk = place("Desk", Place.Kind.DESK, "", false);
        branch = place("Branch", Place.Kind.BRANCH, "branch-1", false);
        card = blank("White DESFire EV3", Blank.Carrier.HF, "DESFire EV3", MediumKind.CARD);
    }

    long blank(String name, Blank.Carrier carrier, String chip, MediumKind kind) {
        return put(
                stock.addBlank(
                        CHIEF,
                        RequestId.fresh(),
                        new Blank(0, name, carrier, chip, kind, false, false, 860)));
    }

    private static final class Plain implements Sealing {
        @Override
        public byte[] seal(byte[] plain) {
            return plain;
        }

        @Override
        public byte[] open(byte[] sealed) {
            return sealed;
        }
    }

    long place(String name, Place.Kind kind, String workstation, boolean delegated) {
        return put(
                stock.putPlace(
                        CHIEF,
                        RequestId.fresh(),
                        new Place(0, name, kind, workstation, delegated, 0)));
    }

    void delegate(boolean delegated) {
        put(
                stock.putPlace(
                        CHIEF,
                        RequestId.fresh(),
                        new Place(branch, "Branch", Place.Kind.BRANCH, "branch-1", delegated, 0)));
    }

    private static long put(Stock.PutOutcome outcome) {
        return ((Stock.PutOutcome.Put) outcome).id();
    }

    Stock.ReceiveOutcome receive(
            long place, int pieces, Numbering numbering, List<String> serials) {
        return stock.receive(
                CHIEF,
                RequestId.fresh(),
                new Stock.NewDelivery(
                        card, null, "Karton AG", "B-1", place, pieces, numbering, serials));
    }

    long received(long place, int pieces) {
        return delivery(receive(place, pieces, Numbering.NONE, List.of()));
    }

    static long delivery(Stock.ReceiveOutcome outcome) {
        return ((Stock.ReceiveOutcome.Received) outcome).delivery().id();
    }

    /// A box of another kind of blank than cards.
    long received(long kind, long place, int pieces) {
        return delivery(
                stock.receive(
                        CHIEF,
                        RequestId.fresh(),
                        new Stock.NewDelivery(
                                kind,
                                null,
                                "Karton AG",
                                "",
                                place,
                                pieces,
                                Numbering.NONE,
                                List.of())));
    }

    int count(long delivery, long place, StockState state) {
        return stock.standing(CHIEF).lines().stream()
                .filter(line ->
                        line.delivery() == delivery
                                && line.place() == place
                                && line.state() == state)
                .mapToInt(Stock.Line::pieces)
                .sum();
    }

    PersonId person() {
        return books.write(
                SYSTEM,
                tx -> {
                    long id = tx.nextNumber(PERSON.ID);
                    tx.sql()
                            .insertInto(PERSON)
                            .set(PERSON.ID, id)
                            .set(PERSON.SUBJECT_ID, id)
                            .set(PERSON.STATE, PersonState.ACTIVE.name())
                            .set(PERSON.REVISION, 1)
                            .set(PERSON.SEALED, new byte[1])
                            .set(PERSON.CREATED_AT, tx.nowUtc())
                            .set(PERSON.CHANGED_AT, tx.nowUtc())
                            .execute();
                    return new PersonId(id);
                });
    }

    OrderOutcome order(Actor actor, PersonId person) {
        return jobs.order(
                actor,
                RequestId.fresh(),
                new CardOrder(person, "file:/cards", "in-process", "staff@1"));
    }

    /// A job that has come as far as a state, and no further.
    CardJob upTo(Actor actor, CardJob job, JobState state, Uid uid) {
        var way =
                List.of(
                        JobState.FED,
                        JobState.ENCODING,
                        JobState.ENCODED,
                        JobState.VERIFIED,
                        JobState.PRINTING,
                        JobState.PRINTED,
                        JobState.ISSUED);
        var now = job;
        for (var next : way) {
            if (now.state() == state) {
                return now;
            }
            if (next == JobState.ENCODING) {
                var bound = jobs.bind(actor, job.id(), uid, "DESFire EV3", 1);
                if (!(bound instanceof CardJobs.BindOutcome.Bound)) {
                    return jobs.advance(actor, job.id(), JobState.REJECTED, Map.of());
                }
                now = jobs.find(actor, job.id()).orElseThrow();
            } else {
                now = jobs.advance(actor, job.id(), next, Map.of());
            }
        }
        return now;
    }

    Medium issued(Actor actor, PersonId person, Uid uid) {
        var job = ((OrderOutcome.Ordered) order(actor, person)).job();
        upTo(actor, job, JobState.ISSUED, uid);
        return media.find(actor, job.medium()).orElseThrow();
    }

    @Override
    public void close() {
        books.close();
    }
}
