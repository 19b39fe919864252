package app.lodge.desktop;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Page;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.CardJob;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.JobId;
import app.lodge.core.media.JobState;
import app.lodge.core.media.Media;
import app.lodge.core.media.MediaLife;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.MediumState;
import app.lodge.core.media.SoughtNumber;
import app.lodge.core.media.Uid;
import app.lodge.core.people.PersonId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Media and card jobs in memory.
final class FakeMedia implements Media, CardJobs, MediaLife {

    private final Map<Long, Medium> media = new HashMap<>();
    private final List<CardJob> jobs = new ArrayList<>();

    /// Thrown once by the next call that writes.
    RuntimeException gone;

    private void orGone() {
        var thrown = gone;
        gone = null;
        if (thrown != null) {
            throw thrown;
        }
    }

    FakeMedia() {
        for (long person = 1; person <= 12; person++) {
            put(person * 10, person, 1, MediumState.REPLACED, null);
            put(
                    person * 10 + 1,
                    person,
                    2,
                    person == 2 ? MediumState.BLOCKED : MediumState.ACTIVE,
                    person == 2 ? BlockReason.LOST : null);
        }
    }

    private Medium put(long id, long person, int issue, MediumState state, BlockReason reason) {
        var medium =
                new Medium(
                        new MediumId(id),
                        MediumKind.CARD,
                        new PersonId(person),
                        issue,
                        state,
                        Uid.of(new byte[] {4, (byte) id, 2, 3, 4, 5, 6}),
                        "DESFire EV3",
                        1,
                        reason,
                        FakePeople.NOW.minus(Duration.ofDays(40 - issue * 10L)));
        media.put(id, medium);
        return medium;
    }

    /// Whatever has this number in any way of printing it.
    List<Medium> printed(String text) {
        var sought = SoughtNumber.of(text);
        return media.values().stream()
                .filter(each -> each.uid() != null && sought.matches(each.uid().bytes()))
                .toList();
    }

    /// Somebody has this, too.
    void hold(Medium medium) {
        media.put(medium.id().number(), medium);
    }

    /// A fob that is known by its number only.
    Medium give(PersonId person, Uid number) {
        var fob =
                new Medium(
                        new MediumId(700),
                        MediumKind.FOB,
                        person,
                        ofPerson(null, person).size() + 1,
                        MediumState.ACTIVE,
                        number,
                        "",
                        0,
                        null,
                        FakePeople.NOW);
        media.put(fob.id().number(), fob);
        return fob;
    }

    Medium issue(PersonId person) {
        var before = ofPerson(null, person);
        before.stream()
                .filter(m -> m.state() == MediumState.ACTIVE || m.state() == MediumState.BLOCKED)
                .forEach(m ->
                        put(
                                m.id().number(),
                                person.number(),
                                m.issueNumber(),
                                MediumState.REPLACED,
                                null));
        return put(
                900 + media.size(), person.number(), before.size() + 1, MediumState.ACTIVE, null);
    }

    void leaveOpen(PersonId person) {
        jobs.add(job(person, JobState.UNKNOWN, 3));
    }

    /// The job of a card that is about to be made.
    CardJob begun(PersonId person) {
        return job(person, JobState.PRINTED, ofPerson(null, person).size() + 1);
    }

    private static CardJob job(PersonId person, JobState state, int issue) {
        return new CardJob(
                new JobId(7),
                person,
                new MediumId(77),
                "%07d-%02d".formatted(person.number(), issue),
                1,
                state,
                "evolis:Primacy 2",
                "in-process",
                "staff@3",
                "desk-1",
                null,
                Map.of(),
                FakePeople.NOW);
    }

    @Override
    public Optional<Medium> find(Actor actor, MediumId id) {
        return Optional.ofNullable(media.get(id.number()));
    }

    @Override
    public Optional<Medium> withUid(Actor actor, Uid uid) {
        return media.values().stream().filter(m -> uid.equals(m.uid())).findFirst();
    }

    @Override
    public List<Medium> ofPerson(Actor actor, PersonId person) {
        return media.values().stream()
                .filter(m -> m.holder().equals(person))
                .sorted(Comparator.comparing(Medium::issueNumber).reversed())
                .toList();
    }

    @Override
    public Page<Medium> list(Actor actor, String after, int limit) {
        return new Page<>(List.copyOf(media.values()), null);
    }

    @Override
    public List<Medium> blocked(Actor actor, int limit) {
        return media.values().stream().filter(m -> m.state() == MediumState.BLOCKED).toList();
    }

    @Override
    public long countActive(Actor actor) {
        return media.values().stream().filter(m -> m.state() == MediumState.ACTIVE).count();
    }

    @Override
    public BlockOutcome block(Actor actor, RequestId request, MediumId id, BlockReason reason) {
        orGone();
        var before = media.get(id.number());
        if (!before.state().canBecome(MediumState.BLOCKED)) {
            return new BlockOutcome.NotPossible(before.state());
        }
        return new BlockOutcome.Blocked(
                put(
                        id.number(),
                        before.holder().number(),
                        before.issueNumber(),
                        MediumState.BLOCKED,
                        reason));
    }

    @Override
    public BlockOutcome unblock(Actor actor, RequestId request, MediumId id) {
        var before = media.get(id.number());
        if (before.state() != MediumState.BLOCKED) {
            return new BlockOutcome.NotPossible(before.state());
        }
        return new BlockOutcome.Unblocked(
                put(
                        id.number(),
                        before.holder().number(),
                        before.issueNumber(),
                        MediumState.ACTIVE,
                        null));
    }

    @Override
    public RenewOutcome renewed(
            Actor actor, RequestId request, MediumId id, Uid uid, int keyVersion) {
        throw new UnsupportedOperationException("The station of paper renews no chip");
    }

    @Override
    public Spread spread(Actor actor, MediumId id) {
        return new Spread(
                List.of(
                        new Confirmed("Canteen, till 2", FakePeople.NOW),
                        new Confirmed("Lockers, hall A", FakePeople.NOW)),
                List.of(
                        new Unconfirmed(
                                "Lockers, gym",
                                false,
                                FakePeople.NOW.minus(Duration.ofHours(3)),
                                0,
                                0,
                                true),
                        new Unconfirmed("Drinks machine", true, FakePeople.NOW, 1_000, 0, false)));
    }

    @Override
    public Rules rules(Actor actor) {
        return Rules.usual();
    }

    @Override
    public RulesOutcome changeRules(Actor actor, RequestId request, Rules rules) {
        return new RulesOutcome.Changed(rules);
    }

    @Override
    public ReturnOutcome takeBack(Actor actor, RequestId request, MediumId id) {
        orGone();
        var before = media.get(id.number());
        return before.state().canBecome(MediumState.RETURNED)
                ? new ReturnOutcome.Destroyed(entered(before, MediumState.DESTROYED))
                : new ReturnOutcome.NotPossible(before.state());
    }

    @Override
    public ReturnOutcome destroy(Actor actor, RequestId request, MediumId id) {
        return new ReturnOutcome.Destroyed(entered(media.get(id.number()), MediumState.DESTROYED));
    }

    private Medium entered(Medium before, MediumState state) {
        return put(
                before.id().number(), before.holder().number(), before.issueNumber(), state, null);
    }

    @Override
    public LendOutcome lend(Actor actor, RequestId request, PersonId person, Uid uid, String chip) {
        var lent =
                put(
                        800 + media.size(),
                        person.number(),
                        ofPerson(null, person).size() + 1,
                        MediumState.ACTIVE,
                        null);
        return new LendOutcome.Lent(lent, FakePeople.NOW.plus(Duration.ofHours(8)));
    }

    @Override
    public int endLoans(Actor actor) {
        return 0;
    }

    @Override
    public OrderOutcome order(Actor actor, RequestId request, CardOrder order) {
        return new OrderOutcome.PersonUnknown(order.person());
    }

    @Override
    public CardJob advance(Actor actor, JobId id, JobState to, Map<String, String> evidence) {
        throw new IllegalStateException("No job " + id);
    }

    @Override
    public BindOutcome bind(Actor actor, JobId id, Uid uid, String chip, int keyVersion) {
        throw new IllegalStateException("No job " + id);
    }

    @Override
    public CardJob resolve(Actor actor, RequestId request, JobId id, Resolution resolution) {
        var job = find(actor, id).orElseThrow();
        jobs.remove(job);
        return job;
    }

    @Override
    public List<CardJob> open(Actor actor, String workstation) {
        return List.copyOf(jobs);
    }

    @Override
    public Optional<CardJob> find(Actor actor, JobId id) {
        return jobs.stream().filter(job -> job.id().equals(id)).findFirst();
    }
}
