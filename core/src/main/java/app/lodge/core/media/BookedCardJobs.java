package app.lodge.core.media;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Card jobs in the books: every state is durable before the step that it announces.
final class BookedCardJobs implements CardJobs {

    /// Evidence that the chip was read back; without it no clerk may call the card good.
    private static final String VERIFIED_AT = "verified-at";

    private static final EnumSet<MediumState> HOLDING_ITS_CHIP =
            EnumSet.of(MediumState.PREPARING, MediumState.ACTIVE, MediumState.BLOCKED);

    private final Books books;
    private final CardJobStore jobs = new CardJobStore();
    private final MediumStore media = new MediumStore();

    private final IssueCharges charges;
    private final BlankStock stock;
    private final Succession succession;

    BookedCardJobs(Books books, IssueCharges charges, BlankStock stock) {
        this.books = books;
        this.charges = charges;
        this.stock = stock;
        this.succession = new Succession(media, stock, charges);
    }

    @Override
    public OrderOutcome order(Actor actor, RequestId request, CardOrder order) {
        actor.require(Permission.ISSUE_CARDS);
        return books.once(
                actor,
                request,
                "card-jobs.order",
                order,
                OrderOutcome.class,
                tx -> ordered(tx, request, order));
    }

    private OrderOutcome ordered(Tx tx, RequestId request, CardOrder order) {
        PersonId person = order.person();
        Optional<PersonState> state = jobs.stateOf(tx.sql(), person);
        if (state.isEmpty()) {
            return new OrderOutcome.PersonUnknown(person);
        }
        if (state.get() == PersonState.BLOCKED) {
            return new OrderOutcome.PersonBlocked(person);
        }
        Optional<CardJob> underWay = jobs.openOf(tx.sql(), person);
        if (underWay.isPresent()) {
            return new OrderOutcome.AlreadyUnderWay(underWay.get());
        }
        Optional<String> without = stock.refusal(tx);
        if (without.isPresent()) {
            return new OrderOutcome.NoStock(without.get());
        }
        Optional<Integer> most = succession.refusal(tx, person, MediumKind.CARD);
        if (most.isPresent()) {
            return new OrderOutcome.TooMany(MediumKind.CARD, most.get());
        }
        var before = succession.before(tx, person, MediumKind.CARD);
        var shortfall = charges.shortfall(tx, person, before);
        if (shortfall.isPresent()) {
            return new OrderOutcome.NotCovered(shortfall.get());
        }
        int attempt = jobs.nextAttempt(tx.sql(), person);
        Medium medium = media.addCard(tx, person, order.layout());
        charges.ordered(tx, medium, before);
        CardJob job = jobs.add(tx, request, order, medium, attempt);
        journal(tx, "card.ordered", job, Map.of());
        return new OrderOutcome.Ordered(job);
    }

    @Override
    public CardJob advance(Actor actor, JobId id, JobState to, Map<String, String> evidence) {
        actor.require(Permission.ISSUE_CARDS);
        return books.write(
                actor,
                tx -> {
                    CardJob job = jobs.get(tx.sql(), id);
                    if (job.state() == JobState.UNKNOWN && to != JobState.UNKNOWN) {
                        // A machine that was silent and comes back knows nothing of its card any
                        // more.
                        throw new IllegalStateException(
                                "Card job %d waits for the clerk's word".formatted(id.number()));
                    }
                    if (to == JobState.ENCODING && job.uid() == null) {
                        throw new IllegalStateException(
                                "Card job %d has no chip yet: bind it".formatted(id.number()));
                    }
                    return job.state() == to
                            ? jobs.enter(tx, job, to, evidence)
                            : moved(tx, job, to, evidence);
                });
    }

    private CardJob moved(Tx tx, CardJob job, JobState to, Map<String, String> evidence) {
        if (!job.state().canBecome(to)) {
            throw new IllegalStateException(
                    "Card job %d is %s and cannot become %s"
                            .formatted(job.id().number(), job.state(), to));
        }
        var seen = new HashMap<>(evidence);
        if (to == JobState.VERIFIED) {
            seen.put(VERIFIED_AT, tx.now().toString());
        }
        CardJob moved = jobs.enter(tx, job, to, seen);
        switch (to) {
            case ISSUED -> issue(tx, moved);
            case REJECTED -> {
                spoil(tx, moved, "media.spoiled");
                blankSpoiled(tx, moved);
            }
            case CANCELLED -> spoil(tx, moved, "card.cancelled");
            case UNKNOWN -> journal(tx, "card.unknown", moved, Map.of("after", job.state().name()));
            case QUEUED, FED, ENCODING, ENCODED, VERIFIED, PRINTING, PRINTED -> {
                // Only the row: what matters to others is how the job ends.
            }
        }
        return moved;
    }

    /// The new card lives and the ones before it do not, in one breath (ID-43).
    private void issue(Tx tx, CardJob job) {
        String cause = "job:" + job.id().number();
        Medium active = succession.issue(tx, media.get(tx.sql(), job.medium()), cause);
        BookedMedia.journal(
                tx,
                "media.issued",
                active,
                // no chip number: what stands in the journal stays there when its holder is erased
                // (ID-57)
                Map.of(
                        "layout", job.layout(),
                        "job", Long.toString(job.id().number())));
    }

    private void blankSpoiled(Tx tx, CardJob job) {
        String cause = "job:" + job.id().number();
        String resolved = job.evidence().getOrDefault("resolved", "");
        if (resolved.equals(Resolution.NOT_THERE.name())) {
            stock.missing(tx, job.uid(), cause);
        } else {
            stock.spoiled(tx, job.uid(), job.evidence().getOrDefault("fault", resolved), cause);
        }
    }

    private void spoil(Tx tx, CardJob job, String kind) {
        Medium medium = media.get(tx.sql(), job.medium());
        Medium spoiled = media.enter(tx, medium, MediumState.SPOILED, null);
        charges.dropped(tx, spoiled);
        BookedMedia.journal(
                tx,
                kind,
                spoiled,
                Map.of(
                        "job", Long.toString(job.id().number()),
                        "reason", job.evidence().getOrDefault("reason", "")));
    }

    @Override
    public BindOutcome bind(Actor actor, JobId id, Uid uid, String chip, int keyVersion) {
        actor.require(Permission.ISSUE_CARDS);
        return books.write(
                actor,
                tx -> {
                    CardJob job = jobs.get(tx.sql(), id);
                    if (job.state() == JobState.ENCODING && uid.equals(job.uid())) {
                        return new BindOutcome.Bound(job);
                    }
                    var taken = media.withUid(tx.sql(), uid, HOLDING_ITS_CHIP);
                    if (taken.isPresent() && !taken.get().id().equals(job.medium())) {
                        return new BindOutcome.UidTaken(taken.get());
                    }
                    if (stock.strange(tx, uid)) {
                        return new BindOutcome.NotInStock(uid);
                    }
                    media.bind(tx, job.medium(), uid, chip, keyVersion);
                    jobs.bind(tx, id, uid);
                    return new BindOutcome.Bound(moved(tx, job, JobState.ENCODING, Map.of()));
                });
    }

    @Override
    public CardJob resolve(Actor actor, RequestId request, JobId id, Resolution resolution) {
        actor.require(Permission.ISSUE_CARDS);
        return books.once(
                actor,
                request,
                "card-jobs.resolve",
                Map.of("job", id.number(), "resolution", resolution.name()),
                CardJob.class,
                tx -> resolved(tx, jobs.get(tx.sql(), id), resolution));
    }

    private CardJob resolved(Tx tx, CardJob job, Resolution resolution) {
        if (job.state() == JobState.QUEUED && resolution != Resolution.GOOD) {
            return moved(tx, job, JobState.CANCELLED, Map.of("reason", resolution.name()));
        }
        CardJob unknown =
                job.state() == JobState.UNKNOWN ? job : moved(tx, job, JobState.UNKNOWN, Map.of());
        return switch (resolution) {
            case GOOD -> {
                if (!unknown.evidence().containsKey(VERIFIED_AT)) {
                    throw new IllegalStateException(
                            "Card job %d was never verified: its card cannot be good"
                                    .formatted(job.id().number()));
                }
                yield moved(tx, unknown, JobState.ISSUED, Map.of("resolved", resolution.name()));
            }
            case SPOILED, NOT_THERE ->
                    moved(
                            tx,
                            unknown,
                            JobState.REJECTED,
                            Map.of("resolved", resolution.name(), "reason", resolution.name()));
        };
    }

    @Override
    public List<CardJob> open(Actor actor, String workstation) {
        actor.require(Permission.ISSUE_CARDS);
        return books.read(sql -> jobs.open(sql, workstation));
    }

    @Override
    public Optional<CardJob> find(Actor actor, JobId id) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(sql -> jobs.find(sql, id));
    }

    private static void journal(Tx tx, String kind, CardJob job, Map<String, String> more) {
        var content = new HashMap<String, Object>(more);
        content.put("job", job.id().number());
        content.put("person", job.person().number());
        content.put("attempt", job.attempt());
        content.put("workstation", job.workstation());
        tx.journal(kind, "medium:" + job.medium().number(), content);
    }
}
