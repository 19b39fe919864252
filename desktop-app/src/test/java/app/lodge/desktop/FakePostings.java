package app.lodge.desktop;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.FourEyes.Matter;
import app.lodge.core.accounts.FourEyes.Verb;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.Postings;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
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

    @Override
    public MoveOutcome transfer(Actor actor, RequestId request, Transfer order) {
        throw new UnsupportedOperationException("transfer");
    }

    @Override
    public Optional<Recipient> recipient(Actor actor, AccountId id) {
        return Optional.empty();
    }

    @Override
    public MoveOutcome correct(Actor actor, RequestId request, Correction order) {
        throw new UnsupportedOperationException("correct");
    }

    @Override
    public MoveOutcome refund(Actor actor, RequestId request, Refund order) {
        throw new UnsupportedOperationException("refund");
    }

    @Override
    public MoveOutcome reverse(Actor actor, RequestId request, Reversal order) {
        throw new UnsupportedOperationException("reverse");
    }

    @Override
    public MoveOutcome closeAccount(Actor actor, RequestId request, Closing order) {
        throw new UnsupportedOperationException("closeAccount");
    }

    @Override
    public List<Dormant> dormant(Actor actor, int limit) {
        return List.of();
    }
}
