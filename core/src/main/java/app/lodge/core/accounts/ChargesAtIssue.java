package app.lodge.core.accounts;

import app.lodge.core.books.Tx;
import app.lodge.core.media.IssueCharges;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The tariff as a medium is ordered and issued (ID-63): fee and deposit of a first one, the
/// replacement's fee of any later one.
///
/// What the card will cost is reserved with its order, so that its issue, which nobody can take back any
/// more, never takes an account below its floor; a job that ends otherwise lets go of it. The postings'
/// origin names the medium, so that there is one fee and one deposit for each, whoever asks and however
/// often.
///
/// A deposit belongs to the medium that is out: as one takes the place of another, what is held for the
/// one before is given back and taken again for the new one, the same amount, in the same transaction.
final class ChargesAtIssue implements IssueCharges {

    private static final String FEE = "fee";
    private static final String DEPOSIT = "deposit";
    private static final String RETURN = "return";

    /// A job that waits longer for the clerk's word is charged if the money is still there.
    private static final Duration RESERVED_FOR = Duration.ofDays(31);

    /// Holds of no payment point.
    private static final long NO_DEVICE = 0;

    private final Bookkeeping keeping;
    private final Ledger ledger;
    private final PastStore past = new PastStore();
    private final AccountStore accounts;
    private final HoldStore holds = new HoldStore();
    private final MediumChargeStore store = new MediumChargeStore();
    private final RecordingAccounts recording = new RecordingAccounts();
    private final ReceiptStore receipts = new ReceiptStore();

    ChargesAtIssue(Bookkeeping keeping) {
        this.keeping = keeping;
        this.ledger = new Ledger(keeping);
        this.accounts = new AccountStore(keeping.books());
    }

    /// @param replaces null for a first medium
    record Owed(long fee, long deposit, @Nullable BlockReason replaces) {
        long total() {
            return Math.addExact(fee, deposit);
        }
    }

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
    public Optional<Shortfall> shortfall(Tx tx, PersonId person, List<Medium> before) {
        var owed = owed(tx, before);
        if (owed.total() == 0) {
            return Optional.empty();
        }
        keeping.limits().refresh(tx, person); // an overdraft's last day may have been yesterday
        return payer(tx, person)
                .filter(account -> owed.total() > account.available().minor())
                .map(account -> {
                    var currency = account.balance().currency();
                    var total = new Money(owed.total(), currency);
                    return new Shortfall(
                            total,
                            total.minus(account.available()),
                            keeping.rules().tariff().uncovered() == AccountRules.Uncovered.CASH);
                });
    }

    @Override
    public void ordered(Tx tx, Medium ordered, List<Medium> before) {
        var owed = owed(tx, before);
        payer(tx, ordered.holder())
                .ifPresent(account -> {
                    reserve(tx, FEE, ordered, account, owed.fee());
                    reserve(tx, DEPOSIT, ordered, account, owed.deposit());
                });
    }

    private void reserve(Tx tx, String part, Medium medium, Account account, long minor) {
        if (minor != 0) {
            var amount = new Money(minor, account.balance().currency());
            var ask = ask(part, medium.id());
            switch (ledger.reserve(
                    tx, account.id(), amount, NO_DEVICE, ask, medium.id(), RESERVED_FOR)) {
                case Reservation.Reserved _ -> {
                    // there when it is issued
                }
                case Reservation.Insufficient(Money available) ->
                        throw new IllegalStateException(
                                "%s of %s is not covered by %s".formatted(ask, amount, available));
            }
        }
    }

    @Override
    public void dropped(Tx tx, Medium medium) {
        for (var part : List.of(FEE, DEPOSIT)) {
            reserved(tx, part, medium.id())
                    .ifPresent(hold -> ledger.letGo(tx, hold, HoldState.RELEASED));
        }
    }

    @Override
    public void handedOn(Tx tx, Medium returned) {
        var held = store.held(tx.sql(), returned.id());
        store.accountOf(tx.sql(), returned.id(), keeping.settings().currency())
                .filter(_ -> held != 0)
                .ifPresent(account -> {
                    var amount = new Money(held, keeping.settings().currency());
                    post(tx, RETURN, returned.id(), account, amount, List.of(), null);
                });
    }

    @Override
    public void issued(Tx tx, Medium issued, List<Medium> before) {
        var moved = takenOver(tx, issued, before);
        var owed = owed(tx, before);
        var fee = reserved(tx, FEE, issued.id());
        var deposit = reserved(tx, DEPOSIT, issued.id());
        if (fee.isPresent() || deposit.isPresent()) {
            fee.ifPresent(hold -> take(tx, FEE, issued, hold.account(), hold.amount(), hold));
            deposit.filter(_ -> !moved)
                    .ifPresentOrElse(
                            hold -> take(tx, DEPOSIT, issued, hold.account(), hold.amount(), hold),
                            () ->
                                    deposit.ifPresent(
                                            hold -> ledger.letGo(tx, hold, HoldState.RELEASED)));
            return;
        }
        if (owed.total() == 0) {
            return;
        }
        var account =
                payer(tx, issued.holder())
                        .filter(each -> owed.total() <= each.available().minor())
                        .orElse(null);
        if (account == null) {
            tx.journal(
                    "medium.not-charged",
                    "medium:" + issued.id().number(),
                    Map.of("fee", owed.fee(), "deposit", owed.deposit()));
            return;
        }
        var currency = account.balance().currency();
        if (owed.fee() != 0) {
            take(tx, FEE, issued, account.id(), new Money(owed.fee(), currency), null);
        }
        if (owed.deposit() != 0) {
            take(tx, DEPOSIT, issued, account.id(), new Money(owed.deposit(), currency), null);
        }
    }

    /// The deposits of the media before go over to the new one: what the holder gets back and what is
    /// taken again is the same, so that it needs no money, and is booked on a closed account, too.
    ///
    /// @return whether there was one
    private boolean takenOver(Tx tx, Medium issued, List<Medium> before) {
        var account = store.accountOf(tx.sql(), issued.id(), keeping.settings().currency());
        if (account.isEmpty()) {
            return false;
        }
        var total = 0L;
        for (var older : before) {
            var held = store.held(tx.sql(), older.id());
            if (held != 0) {
                total = Math.addExact(total, held);
                var amount = new Money(held, keeping.settings().currency());
                post(tx, RETURN, older.id(), account.get(), amount, List.of(), null);
            }
        }
        if (total != 0) {
            var amount = new Money(-total, keeping.settings().currency());
            post(tx, DEPOSIT, issued.id(), account.get(), amount, List.of(), null);
        }
        return total != 0;
    }

    private Owed owed(Tx tx, List<Medium> before) {
        return owed(
                keeping.rules().tariff(),
                before.stream().map(ChargesAtIssue::why).toList(),
                before.stream().anyMatch(one -> store.held(tx.sql(), one.id()) != 0));
    }

    static BlockReason why(Medium medium) {
        var reason = medium.blockReason();
        return reason == null ? BlockReason.OTHER : reason;
    }

    /// The holder's account in the tariff's currency, if it is open.
    private Optional<Account> payer(Tx tx, PersonId person) {
        return accounts.ofPerson(tx, person, keeping.settings().currency())
                .map(AccountStore.Held::account)
                .filter(account ->
                        account.balance().currency().equals(keeping.settings().currency()))
                .filter(account -> !past.closed(tx, account.id()));
    }

    private Optional<Hold> reserved(Tx tx, String part, MediumId medium) {
        return holds.find(tx, NO_DEVICE, ask(part, medium)).filter(Hold::open);
    }

    private void take(
            Tx tx,
            String part,
            Medium issued,
            AccountId account,
            Money amount,
            @Nullable Hold capture) {
        var taxes =
                part.equals(FEE) ? keeping.rules().feeTaxes(amount.minor()) : List.<TaxLine>of();
        post(tx, part, issued.id(), account, amount.negated(), taxes, capture);
    }

    /// @param amount below zero for what the holder pays
    private void post(
            Tx tx,
            String part,
            MediumId medium,
            AccountId account,
            Money amount,
            List<TaxLine> taxes,
            @Nullable Hold capture) {
        var other =
                part.equals(FEE)
                        ? recording.fees(tx, amount.currency())
                        : recording.mediaDeposits(tx, amount.currency());
        var posted =
                ledger.post(
                        tx,
                        new Posting(
                                kind(part),
                                origin(part, medium),
                                tx.now(),
                                List.of(
                                        new Entry(account, amount),
                                        new Entry(other, amount.negated())),
                                Booking.RECORDING,
                                NO_DEVICE,
                                capture,
                                false,
                                new Particulars(null, null, medium.number(), null, taxes)));
        if (posted instanceof PostingOutcome.Booked booked) {
            var year = LocalDate.ofInstant(tx.now(), keeping.settings().zone()).getYear();
            receipts.insert(tx, "R" + year, booked.number(), booked.mark().number());
        }
    }

    private static PostingKind kind(String part) {
        return switch (part) {
            case FEE -> PostingKind.FEE;
            case DEPOSIT -> PostingKind.DEPOSIT;
            case RETURN -> PostingKind.DEPOSIT_RETURN;
            default -> throw new IllegalArgumentException("No part of a charge: " + part);
        };
    }

    private static String ask(String part, MediumId medium) {
        return "medium." + part + " " + medium.number();
    }

    private static Origin origin(String part, MediumId medium) {
        return Origin.of(
                "medium." + part,
                Long.toString(medium.number()),
                Map.of("medium", medium.number(), "part", part));
    }
}
