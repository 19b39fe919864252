package app.lodge.core.accounts;

import app.lodge.core.accounts.AccountStore.Held;
import app.lodge.core.accounts.CentreBudgets.Charged;
import app.lodge.core.accounts.CentreBudgets.Payee;
import app.lodge.core.accounts.Payments.Authorisation.Why;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Role;
import app.lodge.core.books.Tx;
import app.lodge.core.media.Credentials;
import app.lodge.core.media.Credentials.Credential;
import app.lodge.core.media.Uid;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Payments as postings and holds of the ledger, each question and each event decided once, in the one
/// writer.
final class BookedPayments implements Payments {

    /// Holds let go of in one transaction, so that payments need not wait for a long list.
    private static final int EXPIRED_AT_ONCE = 100;

    private final Books books;
    private final Bookkeeping keeping;
    private final Credentials credentials;
    private final Ledger ledger;
    private final AccountStore accounts;
    private final RecordingAccounts recording = new RecordingAccounts();
    private final Authorising authorising;
    private final AskStore asks = new AskStore();
    private final HoldStore holds = new HoldStore();

    BookedPayments(Bookkeeping keeping, Credentials credentials) {
        this.books = keeping.books();
        this.keeping = keeping;
        this.credentials = credentials;
        this.ledger = new Ledger(keeping);
        this.accounts = new AccountStore(books);
        this.authorising = new Authorising(keeping, ledger, recording);
    }

    @Override
    public Authorisation authorise(Actor device, long deviceNumber, Ask ask) {
        device.require(Permission.DEVICE_TRAFFIC);
        if (!speaksFor(device, deviceNumber)) {
            return Authorising.refused(Why.WRONG_DEVICE, ask);
        }
        return books.write(device, tx -> authoriseOnce(tx, deviceNumber, ask));
    }

    private Authorisation authoriseOnce(Tx tx, long device, Ask ask) {
        var hash = Origin.hash(content(ask));
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
        var answer = decide(tx, device, ask);
        asks.insert(tx, device, ask.id(), hash, answer);
        return answer;
    }

    private Authorisation decide(Tx tx, long device, Ask ask) {
        if (!ask.amount().positive()) {
            return Authorising.refused(Why.BAD_AMOUNT, ask);
        }
        var credential = credentials.find(tx, ask.credential());
        var held =
                credential.flatMap(
                        found -> accounts.ofPerson(tx, found.holder(), ask.amount().currency()));
        if (credential.isEmpty() || held.isEmpty()) {
            return Authorising.refused(Why.UNKNOWN_CREDENTIAL, ask);
        }
        return authorising.decide(tx, device, ask, credential.get(), held.get());
    }

    @Override
    public Choices choices(Actor device, long deviceNumber, Uid credential) {
        device.require(Permission.DEVICE_TRAFFIC);
        return speaksFor(device, deviceNumber)
                ? books.write(device, tx -> choicesIn(tx, credential))
                : new Choices.Refused(Why.WRONG_DEVICE);
    }

    private Choices choicesIn(Tx tx, Uid uid) {
        var credential = credentials.find(tx, uid);
        var held =
                credential.flatMap(found ->
                        accounts.ofPerson(tx, found.holder(), keeping.settings().currency()));
        if (credential.isEmpty() || held.isEmpty()) {
            return new Choices.Refused(Why.UNKNOWN_CREDENTIAL);
        }
        var own = held.get().account();
        var barred = Authorising.barred(credential.get().state(), held.get(), own.balance());
        return barred == null
                ? new Choices.Offered(
                        keeping.centres()
                                .choices(
                                        tx,
                                        new Payee(
                                                credential.get().medium(),
                                                credential.get().holder(),
                                                own.id())))
                : new Choices.Refused(barred);
    }

    @Override
    public long book(Actor device, long deviceNumber, PaymentEvent event) {
        requireOwn(device, deviceNumber);
        return books.write(device, tx -> bookOnce(tx, deviceNumber, event));
    }

    private long bookOnce(Tx tx, long device, PaymentEvent event) {
        var origin = Origin.of("device:" + device, Long.toString(event.seq()), content(event));
        return ledger.findBooked(tx, origin).orElseGet(() -> record(tx, device, event, origin));
    }

    /// The hold's account pays, else the credential's or its cost centre; a payment that fits none is
    /// kept in suspense until somebody has looked, because it happened all the same.
    private long record(Tx tx, long device, PaymentEvent event, Origin origin) {
        var amount = event.amount();
        var credential = credentials.find(tx, event.credential());
        var hold = openHold(tx, device, event, credential);
        var own =
                hold.isPresent()
                        ? Optional.<AccountId>empty()
                        : holderAccount(tx, event, credential);
        var charged =
                hold.isPresent()
                        ? keeping.centres().ofHold(tx, hold.get().number())
                        : offlineCentre(tx, event, credential, own);
        var payer =
                hold.map(Hold::account)
                        .or(() ->
                                charged.map(each ->
                                        recording.costCentre(tx, each.centre(), amount.currency())))
                        .or(() -> own)
                        .orElseGet(() -> recording.suspense(tx, amount.currency()));
        var posting =
                new Posting(
                        PostingKind.PAYMENT,
                        origin,
                        event.at(),
                        List.of(
                                new Entry(payer, amount.negated()),
                                new Entry(
                                        recording.revenueOf(tx, device, amount.currency()),
                                        amount)),
                        Booking.RECORDING,
                        device,
                        hold.orElse(null),
                        late(tx, event),
                        Particulars.taxed(
                                keeping.taxes()
                                        .split(tx, device, amount, keeping.rules().taxCodes())));
        return switch (ledger.postNew(tx, posting)) {
            case PostingOutcome.Booked booked -> {
                charged.ifPresent(each ->
                        keeping.centres().charged(tx, each, booked.number(), amount, today(tx)));
                yield booked.number();
            }
            case PostingOutcome.Repeated(long number) -> number;
            case PostingOutcome.BelowFloor below ->
                    throw new IllegalStateException("A recorded payment was refused: " + below);
        };
    }

    private Optional<Hold> openHold(
            Tx tx, long device, PaymentEvent event, Optional<Credential> credential) {
        if (event.askId().isEmpty()) {
            return Optional.empty();
        }
        return holds.find(tx, device, event.askId())
                .filter(Hold::open)
                .filter(hold -> hold.amount().currency().equals(event.amount().currency()))
                .filter(hold ->
                        credential
                                .filter(found -> found.medium().equals(hold.medium()))
                                .isPresent());
    }

    private Optional<Charged> offlineCentre(
            Tx tx, PaymentEvent event, Optional<Credential> credential, Optional<AccountId> own) {
        if (credential.isEmpty()
                || own.isEmpty()
                || !event.amount().currency().equals(keeping.settings().currency())) {
            return Optional.empty();
        }
        var payee = new Payee(credential.get().medium(), credential.get().holder(), own.get());
        return keeping.centres()
                .recordedPayer(tx, event.costCentre(), payee)
                .map(centre -> new Charged(centre, own.get()));
    }

    private LocalDate today(Tx tx) {
        return LocalDate.ofInstant(tx.now(), keeping.settings().zone());
    }

    private Optional<AccountId> holderAccount(
            Tx tx, PaymentEvent event, Optional<Credential> credential) {
        return credential
                .flatMap(found -> accounts.ofPerson(tx, found.holder(), event.amount().currency()))
                .map(Held::account)
                .filter(account -> account.balance().currency().equals(event.amount().currency()))
                .map(Account::id);
    }

    private boolean late(Tx tx, PaymentEvent event) {
        return event.at()
                .isBefore(
                        tx.now().minus(Duration.ofMinutes(keeping.settings().lateAfterMinutes())));
    }

    @Override
    public void release(Actor device, long deviceNumber, String askId) {
        requireOwn(device, deviceNumber);
        books.write(
                device,
                tx ->
                        holds.find(tx, deviceNumber, askId)
                                .filter(hold -> ledger.letGo(tx, hold, HoldState.RELEASED))
                                .isPresent());
    }

    @Override
    public int expireHolds(Actor system) {
        system.require(Permission.DEVICE_TRAFFIC);
        keeping.limits().endDue(system);
        var expired = 0;
        int atOnce;
        do {
            atOnce = books.write(system, this::expireSome);
            expired += atOnce;
        } while (atOnce == EXPIRED_AT_ONCE);
        return expired;
    }

    private int expireSome(Tx tx) {
        var overdue = holds.overdue(tx, tx.now(), EXPIRED_AT_ONCE);
        overdue.forEach(hold -> ledger.letGo(tx, hold, HoldState.EXPIRED));
        return overdue.size();
    }

    private static void requireOwn(Actor device, long deviceNumber) {
        device.require(Permission.DEVICE_TRAFFIC);
        if (!speaksFor(device, deviceNumber)) {
            throw new NotPermitted(device.name(), "speak for device " + deviceNumber);
        }
    }

    private static boolean speaksFor(Actor actor, long deviceNumber) {
        return actor.role() != Role.DEVICE || actor.operatorId() == -deviceNumber;
    }

    private static Map<String, ?> content(Ask ask) {
        return with(
                ask.costCentre(),
                Map.of(
                        "credential", ask.credential().hex(),
                        "amount", ask.amount().minor(),
                        "currency", ask.amount().currency().getCurrencyCode(),
                        "at", ask.at().toString()));
    }

    private static Map<String, ?> content(PaymentEvent event) {
        return with(
                event.costCentre(),
                Map.of(
                        "ask", event.askId(),
                        "credential", event.credential().hex(),
                        "amount", event.amount().minor(),
                        "currency", event.amount().currency().getCurrencyCode(),
                        "at", event.at().toString()));
    }

    /// Content without a centre hashes as it did before there were any.
    private static Map<String, ?> with(String costCentre, Map<String, Object> content) {
        if (costCentre.isEmpty()) {
            return content;
        }
        var more = new HashMap<>(content);
        more.put("costCentre", costCentre);
        return more;
    }
}
