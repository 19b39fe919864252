package app.lodge.core.accounts;

import app.lodge.core.accounts.Payments.Authorisation;
import app.lodge.core.accounts.Payments.Authorisation.Approved;
import app.lodge.core.accounts.Payments.Authorisation.Refused;
import app.lodge.core.accounts.Payments.Authorisation.Why;
import app.lodge.core.books.Answers;
import app.lodge.core.books.Tx;
import app.lodge.core.media.Credentials;
import app.lodge.core.media.Credentials.Credential;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Postings of cash that devices take in and hand out (ID-30, ID-31, ID-32), within the caller's unit of
/// writing. What a device reports has happened, so it is booked whatever stands against it; each posting
/// follows from its event alone, so that the order of arrival does not matter.
///
/// The ledger counts cash as below zero; here amounts are what goes into the device.
public final class KioskMoney {

    private final Bookkeeping keeping;
    private final Credentials credentials;
    private final Ledger ledger;
    private final AccountStore accounts;
    private final PastStore past = new PastStore();
    private final AskStore asks = new AskStore();
    private final HoldStore holds = new HoldStore();
    private final PayOutStore payOuts = new PayOutStore();
    private final RecordingAccounts recording = new RecordingAccounts();

    private KioskMoney(Bookkeeping keeping, Credentials credentials) {
        this.keeping = keeping;
        this.credentials = credentials;
        this.ledger = new Ledger(keeping);
        this.accounts = new AccountStore(keeping.books());
    }

    public static KioskMoney in(Bookkeeping keeping, Credentials credentials) {
        return new KioskMoney(keeping, credentials);
    }

    /// An event that moved cash, as the ledger names it.
    ///
    /// @param content of the whole event: the same number with other content is an error
    public record Event(long device, long seq, Instant at, Map<String, ?> content) {}

    public AccountId cash(Tx tx, long device, Currency currency) {
        return recording.kioskCash(tx, device, currency);
    }

    public AccountId bags(Tx tx, Currency currency) {
        return recording.bags(tx, currency);
    }

    /// The account that a medium leads to.
    public Optional<AccountId> accountOf(Answers answers, Uid uid, Currency currency) {
        return credentials
                .find(answers, uid)
                .flatMap(found -> accounts.ofPerson(answers, found.holder(), currency))
                .map(held -> held.account().id());
    }

    /// The number of an identified medium; empty for a stranger's.
    public Optional<Long> mediumOf(Tx tx, Uid uid) {
        return credentials.find(tx, uid).map(found -> found.medium().number());
    }

    /// The holder put cash in; what names no open account waits where unassigned money waits.
    ///
    /// @param amount above zero
    public long topUp(Tx tx, Event event, @Nullable Uid credential, Money amount) {
        var holder =
                Optional.ofNullable(credential)
                        .flatMap(uid -> accountOf(tx, uid, amount.currency()))
                        .filter(account -> !past.closed(tx, account))
                        .orElseGet(() -> recording.suspense(tx, amount.currency()));
        return post(
                tx,
                PostingKind.TOP_UP,
                event,
                new Entry(holder, amount),
                new Entry(cash(tx, event.device(), amount.currency()), amount.negated()),
                null);
    }

    /// What really came out: of what an ask reserved this part is captured, and the rest let go.
    ///
    /// @param amount above zero
    public long payOut(Tx tx, Event event, String askId, @Nullable Uid credential, Money amount) {
        var hold =
                holds.find(tx, event.device(), askId)
                        .filter(Hold::open)
                        .filter(one -> one.amount().currency().equals(amount.currency()));
        var holder =
                hold.map(Hold::account)
                        .or(() ->
                                Optional.ofNullable(credential)
                                        .flatMap(uid -> accountOf(tx, uid, amount.currency())))
                        .orElseGet(() -> recording.suspense(tx, amount.currency()));
        return post(
                tx,
                PostingKind.PAY_OUT,
                event,
                new Entry(holder, amount.negated()),
                new Entry(cash(tx, event.device(), amount.currency()), amount),
                hold.orElse(null));
    }

    /// Nothing came out: all that the ask reserved is let go.
    public void release(Tx tx, long device, String askId) {
        holds.find(tx, device, askId).ifPresent(hold -> ledger.letGo(tx, hold, HoldState.RELEASED));
    }

    /// Cash between the device and its bags, or, when it is filled, from the safe.
    ///
    /// @param intoDevice below zero for what left it
    /// @param other where it came from or went
    public long carry(Tx tx, Event event, Money intoDevice, AccountId other) {
        return post(
                tx,
                PostingKind.CASH_IN_TRANSIT,
                event,
                new Entry(cash(tx, event.device(), intoDevice.currency()), intoDevice.negated()),
                new Entry(other, intoDevice),
                null);
    }

    public AccountId safe(Tx tx, Currency currency) {
        return recording.transit(tx, currency);
    }

    private long post(
            Tx tx, PostingKind kind, Event event, Entry one, Entry other, @Nullable Hold capture) {
        var late =
                event.at()
                        .isBefore(
                                tx.now()
                                        .minus(
                                                Duration.ofMinutes(
                                                        keeping.settings().lateAfterMinutes())));
        var posting =
                new Posting(
                        kind,
                        Origin.of(
                                "device:" + event.device(),
                                Long.toString(event.seq()),
                                event.content()),
                        event.at(),
                        List.of(one, other),
                        Booking.RECORDING,
                        event.device(),
                        capture,
                        late);
        return switch (ledger.post(tx, posting)) {
            case PostingOutcome.Booked booked -> booked.number();
            case PostingOutcome.Repeated(long number) -> number;
            case PostingOutcome.BelowFloor below ->
                    throw new IllegalStateException("What has happened was refused: " + below);
        };
    }

    /// Answers an ask once: the same ask gets the same answer.
    public Authorisation once(
            Tx tx, long device, Payments.Ask ask, Supplier<Authorisation> decision) {
        var hash = Origin.hash(PaymentContent.of(ask));
        var asked = asks.find(tx, device, ask.id());
        if (asked.isEmpty()) {
            return Authorising.refused(Why.WRONG_DEVICE, ask);
        }
        var before = asked.get().answer();
        if (before != null) {
            return MessageDigest.isEqual(hash, asked.get().contentHash())
                    ? before
                    : Authorising.refused(Why.ASK_REUSED, ask);
        }
        var answer = decision.get();
        asks.insert(tx, device, ask.id(), hash, answer);
        return answer;
    }

    /// Reserves what is to be paid out: the holder's own money, which nobody is about to take back, within
    /// what remains for the day.
    ///
    /// @param mostPerDay in minor units
    public Authorisation reserve(Tx tx, long device, Payments.Ask ask, long mostPerDay) {
        var credential = credentials.find(tx, ask.credential());
        var held =
                credential.flatMap(
                        found -> accounts.ofPerson(tx, found.holder(), ask.amount().currency()));
        if (credential.isEmpty() || held.isEmpty()) {
            return Authorising.refused(Why.UNKNOWN_CREDENTIAL, ask);
        }
        var barred = Authorising.barred(credential.get().state(), held.get(), ask.amount());
        return barred == null
                ? reserve(tx, device, ask, mostPerDay, credential.get(), held.get().account())
                : Authorising.refused(barred, ask);
    }

    private Authorisation reserve(
            Tx tx,
            long device,
            Payments.Ask ask,
            long mostPerDay,
            Credential credential,
            Account account) {
        var amount = ask.amount();
        if (payOuts.reversalPending(tx, account.id())) {
            return Authorising.refused(Why.PENDING_REVERSAL, ask);
        }
        var today = LocalDate.ofInstant(tx.now(), keeping.settings().zone());
        var remains = Math.max(0, mostPerDay - payOuts.paidOut(tx, account.id(), today));
        if (amount.minor() > remains) {
            return new Refused(Why.LIMIT_REACHED, new Money(remains, amount.currency()));
        }
        var own = Moves.own(account);
        var safe = Math.max(0, own - payOuts.unsettled(tx, account.id()));
        if (amount.minor() > safe) {
            return new Refused(
                    amount.minor() > own ? Why.INSUFFICIENT : Why.PENDING_REVERSAL,
                    new Money(safe, amount.currency()));
        }
        var validFor = Duration.ofMinutes(keeping.settings().holdMinutes());
        return switch (ledger.reserve(
                tx, account.id(), amount, device, ask.id(), credential.medium(), validFor)) {
            case Reservation.Reserved(long hold, Money after) ->
                    new Approved(hold, amount, after, validFor);
            case Reservation.Insufficient(Money available) ->
                    new Refused(Why.INSUFFICIENT, available);
        };
    }

    /// Whether a holder may put money in, and how much the account still takes.
    public Authorisation mayTopUp(Tx tx, Uid uid, Currency currency) {
        var none = Money.zero(currency);
        var credential = credentials.find(tx, uid);
        var held = credential.flatMap(found -> accounts.ofPerson(tx, found.holder(), currency));
        if (credential.isEmpty() || held.isEmpty()) {
            return new Refused(Why.UNKNOWN_CREDENTIAL, none);
        }
        var account = held.get().account();
        var barred = Authorising.barred(credential.get().state(), held.get(), none);
        if (barred != null || past.closed(tx, account.id())) {
            return new Refused(barred == null ? Why.BLOCKED_ACCOUNT : barred, none);
        }
        var room =
                Math.max(
                        0,
                        keeping.limits().maximumBalance(tx, account) - account.balance().minor());
        return room == 0
                ? new Refused(Why.LIMIT_REACHED, none)
                : new Approved(0, new Money(room, currency), account.balance(), Duration.ZERO);
    }
}
