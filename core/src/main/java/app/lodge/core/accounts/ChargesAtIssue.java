package app.lodge.core.accounts;

import app.lodge.core.books.Tx;
import app.lodge.core.media.IssueCharges;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The tariff as a medium is issued (ID-63): fee and deposit of a first one, the replacement's fee of
/// any later one. What was issued is booked whatever the balance, like any payment that happened.
///
/// The postings' origin names the medium, so that there is one fee and one deposit for each, whoever
/// asks and however often. A replacement pays a deposit only where none is held for the one before.
final class ChargesAtIssue implements IssueCharges {

    private static final String FEE = "fee";
    private static final String DEPOSIT = "deposit";

    private final Bookkeeping keeping;
    private final Ledger ledger;
    private final PastStore past = new PastStore();
    private final AccountStore accounts;
    private final MediumChargeStore store = new MediumChargeStore();
    private final RecordingAccounts recording = new RecordingAccounts();

    ChargesAtIssue(Bookkeeping keeping) {
        this.keeping = keeping;
        this.ledger = new Ledger(keeping);
        this.accounts = new AccountStore(keeping.books());
    }

    /// @param replaces null for a first medium
    record Owed(long fee, long deposit, @Nullable BlockReason replaces) {}

    /// @param before why each medium before has to be replaced, the newest first
    /// @param held whether a deposit is held for one of them
    static Owed owed(AccountRules.Tariff tariff, List<BlockReason> before, boolean held) {
        if (before.isEmpty()) {
            return new Owed(tariff.issue(), tariff.deposit(), null);
        }
        var why = before.getFirst();
        return new Owed(
                tariff.replacement().getOrDefault(why, 0L), held ? 0 : tariff.deposit(), why);
    }

    /// What was booked at the issue of a medium, if anything was.
    static Optional<Long> before(Tx tx, Ledger ledger, MediumId medium) {
        return ledger.findBooked(tx, origin(DEPOSIT, medium))
                .or(() -> ledger.findBooked(tx, origin(FEE, medium)));
    }

    @Override
    public void issued(Tx tx, Medium issued, List<Medium> before) {
        var owed =
                owed(
                        keeping.rules().tariff(),
                        before.stream().map(ChargesAtIssue::why).toList(),
                        before.stream().anyMatch(one -> store.held(tx.sql(), one.id()) != 0));
        if (owed.fee() == 0 && owed.deposit() == 0) {
            return;
        }
        var account =
                store.accountOf(tx.sql(), issued.id())
                        .filter(id -> !past.closed(tx, id))
                        .flatMap(id -> accounts.find(tx, id));
        if (account.isEmpty()) {
            tx.journal(
                    "medium.not-charged",
                    "medium:" + issued.id().number(),
                    Map.of("fee", owed.fee(), "deposit", owed.deposit()));
            return;
        }
        var currency = account.get().balance().currency();
        var id = account.get().id();
        if (owed.fee() != 0) {
            var taxes = keeping.rules().feeTaxes(owed.fee());
            book(tx, FEE, issued, id, new Money(owed.fee(), currency), taxes);
        }
        if (owed.deposit() != 0) {
            book(tx, DEPOSIT, issued, id, new Money(owed.deposit(), currency), List.of());
        }
    }

    private static BlockReason why(Medium medium) {
        var reason = medium.blockReason();
        return reason == null ? BlockReason.OTHER : reason;
    }

    private void book(
            Tx tx,
            String part,
            Medium issued,
            AccountId account,
            Money amount,
            List<TaxLine> taxes) {
        var fee = part.equals(FEE);
        var other =
                fee
                        ? recording.fees(tx, amount.currency())
                        : recording.mediaDeposits(tx, amount.currency());
        ledger.post(
                tx,
                new Posting(
                        fee ? PostingKind.FEE : PostingKind.DEPOSIT,
                        origin(part, issued.id()),
                        tx.now(),
                        List.of(new Entry(account, amount.negated()), new Entry(other, amount)),
                        Booking.RECORDING,
                        0,
                        null,
                        false,
                        new Particulars(null, null, issued.id().number(), null, taxes)));
    }

    private static Origin origin(String part, MediumId medium) {
        return Origin.of(
                "medium." + part,
                Long.toString(medium.number()),
                Map.of("medium", medium.number(), "part", part));
    }
}
