package app.lodge.desktop;

import app.lodge.core.accounts.PurseReceipt;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.purse.PurseDetector.Finding;
import app.lodge.core.purse.PurseKind;
import app.lodge.core.purse.PurseOnCard;
import app.lodge.core.purse.PurseRecord;
import app.lodge.core.purse.PurseRules;
import app.lodge.core.purse.PurseState;
import app.lodge.core.purse.Purses;
import app.lodge.personalization.purse.PurseDesk;
import app.lodge.personalization.purse.PurseDesk.Visit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Purses in memory: Ana's present card and the one before it have one.
final class FakePurses implements Purses {

    static final MediumId OLD = new MediumId(10);
    static final MediumId NEW = new MediumId(11);

    private final Map<Long, Purse> purses = new TreeMap<>();
    final List<Alarm> alarms = new ArrayList<>();
    PurseRules rules = PurseRules.STANDARD;

    FakePurses() {
        put(OLD, 1_250, 0);
        put(NEW, 1_650, 0);
        alarms.add(
                new Alarm(
                        2,
                        new MediumId(21),
                        Finding.ROLLED_BACK,
                        14,
                        FakePeople.NOW.minus(Duration.ofHours(5)),
                        null));
        alarms.add(
                new Alarm(
                        1,
                        new MediumId(31),
                        Finding.DOES_NOT_ADD_UP,
                        3,
                        FakePeople.NOW.minus(Duration.ofDays(9)),
                        FakePeople.NOW.minus(Duration.ofDays(8))));
    }

    void put(MediumId medium, long value, int openAlarms) {
        purses.put(
                medium.number(),
                new Purse(
                        medium,
                        State.ACTIVE,
                        FakeAccounts.euro(value),
                        LocalDate.of(2031, 12, 31),
                        3,
                        0,
                        12,
                        records().reversed().stream()
                                .map(record ->
                                        new Known(
                                                record,
                                                record.counter() == 2 ? "CARD" : "UPLOAD",
                                                true,
                                                record.counter()))
                                .toList(),
                        List.of(),
                        openAlarms,
                        null,
                        null));
    }

    /// A load and two purchases.
    static List<PurseRecord> records() {
        return List.of(
                record(1, PurseKind.LOAD, 2_000, 2_000),
                record(2, PurseKind.DEBIT, 150, 1_850),
                record(3, PurseKind.DEBIT, 200, 1_650));
    }

    private static PurseRecord record(long counter, PurseKind kind, long amount, long after) {
        return new PurseRecord(
                counter,
                kind,
                kind.backOffice() ? 0 : 4,
                counter,
                1,
                FakePeople.NOW.minus(Duration.ofDays(4 - counter)),
                amount,
                after,
                12,
                978,
                1,
                "0000000000000000");
    }

    /// Ana's card as it lies on the reader.
    PurseDesk.Look look(Uid uid) {
        var state = new PurseState(1, 978, LocalDate.of(2031, 12, 31), 12, 3);
        var card = new PurseOnCard(uid, "DESFire EV3", state, 1_650, records());
        return new PurseDesk.Look(card, purses.get(NEW.number()), List.of());
    }

    Visit done(Uid uid, long amount) {
        return new Visit.Done(
                look(uid),
                new PurseReceipt(
                        "R2026",
                        117,
                        8_120,
                        "North School",
                        FakePeople.NOW,
                        NEW.number(),
                        FakeAccounts.euro(amount),
                        FakeAccounts.euro(1_650 + amount),
                        "Clara",
                        "desk-1",
                        9_121,
                        "9F3C".repeat(16)));
    }

    @Override
    public PurseRules rules(Actor actor) {
        return rules;
    }

    @Override
    public RulesOutcome changeRules(Actor actor, RequestId request, PurseRules wished) {
        rules = wished;
        return new RulesOutcome.Changed(wished);
    }

    @Override
    public Optional<Purse> find(Actor actor, MediumId medium) {
        return Optional.ofNullable(purses.get(medium.number()));
    }

    @Override
    public Optional<Purse> withUid(Actor actor, Uid uid) {
        return Optional.empty();
    }

    @Override
    public OpenOutcome open(Actor actor, RequestId request, MediumId medium) {
        return new OpenOutcome.NotPossible();
    }

    @Override
    public OrderOutcome order(Actor actor, RequestId request, Wish wish) {
        throw new UnsupportedOperationException("The station of paper orders nothing");
    }

    @Override
    public SeenOutcome seen(Actor actor, RequestId request, PurseOnCard card) {
        return new SeenOutcome(null, 0, List.of());
    }

    @Override
    public OrderOutcome move(
            Actor actor, RequestId request, MediumId from, MediumId to, long approval) {
        throw new UnsupportedOperationException("The station of paper moves nothing");
    }

    @Override
    public RevokeOutcome revoke(Actor actor, RequestId request, MediumId medium) {
        var before = purses.get(medium.number());
        if (before == null || before.state() != State.ACTIVE) {
            return new RevokeOutcome.NotPossible();
        }
        purses.put(
                medium.number(),
                new Purse(
                        medium,
                        State.REVOKED,
                        before.stated(),
                        before.validUntil(),
                        before.counter(),
                        before.missing(),
                        before.points(),
                        before.newest(),
                        before.waiting(),
                        before.openAlarms(),
                        7L,
                        null));
        return new RevokeOutcome.OnList(7);
    }

    @Override
    public List<Revoked> revoked(Actor actor) {
        return List.of();
    }

    @Override
    public Taken takeIn(Actor actor, long device, Uid uid, PurseRecord record) {
        throw new UnsupportedOperationException("Not used by screens");
    }

    @Override
    public List<Alarm> alarms(Actor actor) {
        return List.copyOf(alarms);
    }

    @Override
    public boolean settle(Actor actor, RequestId request, long number) {
        return alarms.removeIf(alarm -> alarm.number() == number);
    }

    @Override
    public int expire(Actor system) {
        return 0;
    }

    static Money euro(long minor) {
        return FakeAccounts.euro(minor);
    }
}
