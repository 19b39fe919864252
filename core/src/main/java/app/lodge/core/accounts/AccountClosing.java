package app.lodge.core.accounts;

import app.lodge.core.accounts.FourEyes.Matter;
import app.lodge.core.accounts.FourEyes.Verb;
import app.lodge.core.accounts.MoveOutcome.Moved;
import app.lodge.core.accounts.MoveOutcome.Refused;
import app.lodge.core.accounts.Postings.Closing;
import app.lodge.core.accounts.Postings.Settlement;
import app.lodge.core.books.Tx;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Closing an account with its balance settled (ID-64).
final class AccountClosing {

    private final Bookkeeping keeping;
    private final Moves moves;
    private final RecordingAccounts recording;

    AccountClosing(Bookkeeping keeping, Moves moves, RecordingAccounts recording) {
        this.keeping = keeping;
        this.moves = moves;
        this.recording = recording;
    }

    MoveOutcome close(Tx tx, Origin origin, Closing order) {
        var found = moves.find(tx, order.account());
        if (found.isEmpty()) {
            return Moves.unknown(order.account());
        }
        var account = found.get();
        var outcome =
                Moves.first(
                        () -> Moves.rejected(order.grounds()),
                        () -> moves.closed(tx, order.account()),
                        () -> unsettled(account),
                        () ->
                                account.balance().minor() == 0
                                        ? new Moved(0, account, null)
                                        : settle(tx, origin, order, account));
        return closedAfter(tx, outcome);
    }

    /// The balance leaves, then the account is closed, in one transaction; an approval that is needed
    /// for the money is needed here, too.
    private MoveOutcome settle(Tx tx, Origin origin, Closing order, Account account) {
        var amount = account.balance();
        var levels = keeping.rules().approvals();
        return switch (order.settlement()) {
            case Settlement.PaidOut(PaymentMeans means) ->
                    Moves.first(
                            () -> moves.againstCash(tx, recording, means, amount),
                            () ->
                                    moves.second(
                                            tx,
                                            new Matter(Verb.PAY_OUT, account.id(), amount, 0),
                                            levels.payOut(),
                                            order.grounds()),
                            () ->
                                    moves.bookWithReceipt(
                                            tx,
                                            closing(
                                                    tx,
                                                    origin,
                                                    account,
                                                    recording.counter(tx, means, amount.currency()),
                                                    order.grounds()),
                                            account.id()));
            case Settlement.TransferredTo(AccountId to) -> {
                var taker = moves.find(tx, to);
                if (taker.isEmpty() || to.equals(account.id())) {
                    yield Moves.unknown(to);
                }
                yield Moves.first(
                        () -> Moves.unfit(taker.get(), amount),
                        () -> moves.barred(tx, taker.get()),
                        () -> Moves.refused(keeping.limits().balance(tx, taker.get(), amount)),
                        () ->
                                moves.second(
                                        tx,
                                        new Matter(
                                                Verb.TRANSFER, account.id(), amount, to.number()),
                                        levels.transfer(),
                                        order.grounds()),
                        () ->
                                moves.book(
                                        tx,
                                        closing(tx, origin, account, to, order.grounds()),
                                        account.id()));
            }
        };
    }

    private MoveOutcome closedAfter(Tx tx, MoveOutcome outcome) {
        if (!(outcome instanceof Moved(long posting, Account account, var receipt))) {
            return outcome;
        }
        moves.past().close(tx, account.id());
        tx.journal(
                "account.closed", "account:" + account.id().number(), Map.of("posting", posting));
        return new Moved(posting, moves.get(tx, account.id()), receipt);
    }

    private static @Nullable Refused unsettled(Account account) {
        if (account.reserved().positive()) {
            return new Refused(new Refusal.MoneyReserved(account.id(), account.reserved()));
        }
        return account.balance().minor() < 0
                ? new Refused(new Refusal.Owes(account.id(), account.balance().negated()))
                : null;
    }

    private static Posting closing(
            Tx tx, Origin origin, Account account, AccountId other, Grounds grounds) {
        return Moves.posting(
                tx,
                PostingKind.CLOSING,
                origin,
                account.id(),
                account.balance().negated(),
                other,
                grounds);
    }
}
