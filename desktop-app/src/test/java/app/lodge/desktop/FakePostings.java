package app.lodge.desktop;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.FourEyes.Matter;
import app.lodge.core.accounts.FourEyes.Verb;
import app.lodge.core.accounts.Limit;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.Postings;
import app.lodge.core.accounts.Refusal;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Pays out up to 100; above that a second person is needed.
final class FakePostings implements Postings {

    private final FakeAccounts accounts;

    FakePostings(FakeAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public MoveOutcome payOut(Actor actor, RequestId request, PayOut order) {
        return order.amount().minor() > 10_000 && order.grounds().approval() == 0
                ? new MoveOutcome.NeedsApproval(
                        new Matter(Verb.PAY_OUT, order.account(), order.amount(), 0),
                        FakeAccounts.euro(10_000))
                : new MoveOutcome.Moved(
                        77, accounts.find(actor, order.account()).orElseThrow(), null);
    }

    /// What was ordered and booked, in order.
    final List<Object> booked = new ArrayList<>();

    private MoveOutcome moved(Actor actor, AccountId account, Object order) {
        booked.add(order);
        return new MoveOutcome.Moved(78, accounts.find(actor, account).orElseThrow(), null);
    }

    private static MoveOutcome needs(Verb verb, AccountId account, Money amount) {
        return new MoveOutcome.NeedsApproval(
                new Matter(verb, account, amount, 1), FakeAccounts.euro(5_000));
    }

    @Override
    public MoveOutcome transfer(Actor actor, RequestId request, Transfer order) {
        return order.amount().minor() > 2_000
                ? new MoveOutcome.Refused(
                        new Refusal.LimitReached(
                                new Limit(
                                        Limit.Kind.TRANSFERRED_PER_DAY,
                                        Limit.Owner.GROUP,
                                        4,
                                        2_000,
                                        null),
                                1_250))
                : moved(actor, order.from(), order);
    }

    @Override
    public Optional<Recipient> recipient(Actor actor, AccountId id) {
        return id.number() > 1_030
                ? Optional.empty()
                : Optional.of(new Recipient(id, "A•• M•••••"));
    }

    @Override
    public MoveOutcome correct(Actor actor, RequestId request, Correction order) {
        return Math.abs(order.amount().minor()) > 5_000 && order.grounds().approval() == 0
                ? needs(Verb.CORRECTION, order.account(), order.amount())
                : moved(actor, order.account(), order);
    }

    @Override
    public MoveOutcome refund(Actor actor, RequestId request, Refund order) {
        return moved(actor, new AccountId(1_003), order);
    }

    @Override
    public MoveOutcome reverse(Actor actor, RequestId request, Reversal order) {
        return moved(actor, new AccountId(1_003), order);
    }

    @Override
    public MoveOutcome closeAccount(Actor actor, RequestId request, Closing order) {
        return moved(actor, order.account(), order);
    }

    @Override
    public List<Dormant> dormant(Actor actor, int limit) {
        return List.of(
                new Dormant(
                        new AccountId(1_011),
                        11,
                        FakeAccounts.euro(1_240),
                        FakePeople.NOW.minus(Duration.ofDays(900))),
                new Dormant(
                        new AccountId(1_019),
                        19,
                        FakeAccounts.euro(310),
                        FakePeople.NOW.minus(Duration.ofDays(760))));
    }
}
