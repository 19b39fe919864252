package app.lodge.core.accounts;

import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Postings of top-ups whose money comes from outside (ID-28, ID-29), within the caller's unit of
/// writing. Between authorisation and settlement the money stands on the source's clearing account.
public final class OutsideMoney {

    private static final String PAY_OUT = "pay-out";

    private final Bookkeeping keeping;
    private final Ledger ledger;
    private final AccountStore accounts;
    private final PastStore past = new PastStore();
    private final RecordingAccounts recording = new RecordingAccounts();

    private OutsideMoney(Bookkeeping keeping) {
        this.keeping = keeping;
        this.ledger = new Ledger(keeping);
        this.accounts = new AccountStore(keeping.books());
    }

    public static OutsideMoney in(Bookkeeping keeping) {
        return new OutsideMoney(keeping);
    }

    public Optional<Account> find(Tx tx, AccountId id) {
        return accounts.find(tx, id);
    }

    public Optional<Account> find(AccountId id) {
        return accounts.find(id);
    }

    /// Whether an account takes money of this amount just now.
    public @Nullable Refusal refusal(Tx tx, Account account, Money amount) {
        if (past.closed(tx, account.id())) {
            return new Refusal.Closed(account.id());
        }
        var reason = account.blockReason();
        return account.blocked() && reason != null
                ? new Refusal.Blocked(account.id(), reason)
                : keeping.limits().balance(tx, account, amount);
    }

    /// The holder gets the money; an account that was closed meanwhile does not, and the money waits
    /// where unassigned money waits.
    ///
    /// @param source `top-up:DIRECT_DEBIT`
    /// @return the posting's number
    public long credit(Tx tx, String source, long order, AccountId account, Money amount) {
        var to =
                past.closed(tx, account) || accounts.find(tx, account).isEmpty()
                        ? recording.suspense(tx, amount.currency())
                        : account;
        return post(
                tx,
                posting(
                        tx,
                        PostingKind.TOP_UP,
                        origin(source, order, "credit"),
                        List.of(
                                new Entry(to, amount),
                                new Entry(
                                        recording.topUpClearing(tx, source, amount.currency()),
                                        amount.negated())),
                        Particulars.NONE));
    }

    /// The money is at the bank.
    public long settle(Tx tx, String source, long order, Money amount) {
        return post(
                tx,
                posting(
                        tx,
                        PostingKind.SETTLEMENT,
                        origin(source, order, "settle"),
                        List.of(
                                new Entry(
                                        recording.topUpClearing(tx, source, amount.currency()),
                                        amount),
                                new Entry(recording.bank(tx, amount.currency()), amount.negated())),
                        Particulars.NONE));
    }

    /// Undoes a posting, even where that takes the account below its floor.
    public long reverse(Tx tx, String source, long order, long posting) {
        var undone =
                past.find(tx, posting)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "There is no posting %d".formatted(posting)));
        return post(
                tx,
                posting(
                        tx,
                        PostingKind.REVERSAL,
                        origin(source, order, "undo-" + posting),
                        undone.opposite(),
                        Particulars.reversing(posting, Grounds.of(Reason.OTHER), List.of())));
    }

    /// Charges the holder, with the tariff's tax.
    ///
    /// @param fee above zero
    public long fee(Tx tx, String source, long order, AccountId account, Money fee) {
        var taxes = keeping.rules().feeTaxes(fee.minor());
        return post(
                tx,
                posting(
                        tx,
                        PostingKind.FEE,
                        origin(source, order, "fee"),
                        List.of(
                                new Entry(account, fee.negated()),
                                new Entry(recording.fees(tx, fee.currency()), fee)),
                        Particulars.taxed(taxes)));
    }

    /// The bank has carried out a payout run.
    ///
    /// @param amount of the transfers that did not come back before
    public long paidOut(Tx tx, long file, Money amount) {
        return post(
                tx,
                posting(
                        tx,
                        PostingKind.SETTLEMENT,
                        origin(PAY_OUT, file, "settle"),
                        fromClearingToBank(tx, amount),
                        Particulars.NONE));
    }

    /// A transfer came back: the holder has the money again, or it waits where unassigned money waits.
    ///
    /// @param payout the posting that paid it out
    /// @param carriedOut whether it had left the bank by the books
    public long transferBack(
            Tx tx, long payout, AccountId account, Money amount, boolean carriedOut) {
        if (carriedOut) {
            post(
                    tx,
                    posting(
                            tx,
                            PostingKind.SETTLEMENT,
                            origin(PAY_OUT, payout, "unsettle"),
                            fromClearingToBank(tx, amount.negated()),
                            Particulars.NONE));
        }
        if (open(tx, account)) {
            return reverse(tx, PAY_OUT, payout, payout);
        }
        return post(
                tx,
                posting(
                        tx,
                        PostingKind.CORRECTION,
                        origin(PAY_OUT, payout, "unassigned"),
                        List.of(
                                new Entry(recording.suspense(tx, amount.currency()), amount),
                                new Entry(
                                        recording.payOutClearing(tx, amount.currency()),
                                        amount.negated())),
                        Particulars.NONE));
    }

    private List<Entry> fromClearingToBank(Tx tx, Money amount) {
        return List.of(
                new Entry(recording.payOutClearing(tx, amount.currency()), amount.negated()),
                new Entry(recording.bank(tx, amount.currency()), amount));
    }

    /// Whether a posting was undone.
    public boolean undone(Tx tx, long posting) {
        return past.find(tx, posting).filter(found -> found.reversedBy() != null).isPresent();
    }

    /// No payment and no top-up until somebody has unblocked the account.
    public void bar(Tx tx, AccountId id) {
        var account = accounts.find(tx, id);
        if (account.isEmpty() || account.get().blocked() || past.closed(tx, id)) {
            return;
        }
        accounts.block(tx, id, BlockReason.RETURNED_DEBIT);
        tx.journal(
                "account.blocked",
                "account:" + id.number(),
                Map.of("before", "", "after", BlockReason.RETURNED_DEBIT.name()));
    }

    public boolean open(Tx tx, AccountId id) {
        return accounts.find(tx, id).isPresent() && !past.closed(tx, id);
    }

    private long post(Tx tx, Posting posting) {
        return switch (ledger.post(tx, posting)) {
            case PostingOutcome.Booked booked -> booked.number();
            case PostingOutcome.Repeated(long number) -> number;
            case PostingOutcome.BelowFloor below ->
                    throw new IllegalStateException("What has happened was refused: " + below);
        };
    }

    private static Posting posting(
            Tx tx, PostingKind kind, Origin origin, List<Entry> entries, Particulars particulars) {
        return new Posting(
                kind, origin, tx.now(), entries, Booking.RECORDING, 0, null, false, particulars);
    }

    private static Origin origin(String source, long order, String what) {
        return Origin.of(source, order + "/" + what, Map.of("order", order, "what", what));
    }
}
