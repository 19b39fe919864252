package app.lodge.desktop;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.HeldMoney;
import app.lodge.core.accounts.HoldState;
import app.lodge.core.accounts.Holds;
import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.accounts.Reason;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Page;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.MediumKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The same five reservations for everybody, in memory.
final class FakeHolds implements Holds {

    private final FakeAccounts accounts;
    private final List<HeldMoney> rows = new ArrayList<>();

    /// What was looked at, in order.
    final List<String> asked = new ArrayList<>();

    final List<Reason> reasons = new ArrayList<>();

    FakeHolds(FakeAccounts accounts) {
        this.accounts = accounts;
        rows.add(hold(9_007, 420, HoldState.OPEN, 4, ""));
        rows.add(hold(9_006, 1_250, HoldState.OPEN, 6, "4100 Kitchen"));
        rows.add(hold(9_005, 310, HoldState.CAPTURED, 60, ""));
        rows.add(hold(9_004, 95, HoldState.EXPIRED, 200, ""));
        rows.add(hold(9_003, 640, HoldState.RELEASED, 1_500, ""));
    }

    private static HeldMoney hold(
            long number, long cents, HoldState state, long minutesAgo, String centre) {
        var since = FakePeople.NOW.minus(Duration.ofMinutes(minutesAgo));
        return new HeldMoney(
                number,
                FakeAccounts.euro(cents),
                state,
                since,
                since.plus(Duration.ofMinutes(10)),
                "Canteen, till 2",
                MediumKind.CARD,
                2,
                centre);
    }

    /// As a payment point does meanwhile.
    void capture(long number) {
        end(number, HoldState.CAPTURED);
    }

    private void end(long number, HoldState how) {
        rows.replaceAll(row ->
                row.number() != number
                        ? row
                        : new HeldMoney(
                                row.number(),
                                row.amount(),
                                how,
                                row.since(),
                                row.until(),
                                row.place(),
                                row.medium(),
                                row.issue(),
                                row.centre()));
    }

    @Override
    public Page<HeldMoney> page(
            Actor actor,
            AccountId id,
            LookPurpose purpose,
            HoldState state,
            String after,
            int limit) {
        asked.add(id.number() + " " + purpose + " " + state);
        return new Page<>(
                rows.stream().filter(row -> state == null || row.state() == state).toList(), null);
    }

    @Override
    public ReleaseOutcome release(
            Actor actor, RequestId request, AccountId id, long number, Reason reason) {
        reasons.add(reason);
        var found = rows.stream().filter(row -> row.number() == number).findFirst().orElseThrow();
        if (!found.open()) {
            return new ReleaseOutcome.EndedBefore(found.state());
        }
        end(number, HoldState.RELEASED);
        return new ReleaseOutcome.LetGo(accounts.find(actor, id).orElseThrow());
    }
}
