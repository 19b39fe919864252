package app.lodge.core.accounts;

import app.lodge.core.accounts.CentreBudgets.Payee;
import app.lodge.core.accounts.Payments.Authorisation.Why;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Role;
import app.lodge.core.books.Tx;
import app.lodge.core.media.Credentials;
import app.lodge.core.media.Uid;
import java.security.MessageDigest;

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
    private final PaymentRecording recording;
    private final Authorising authorising;
    private final AskStore asks = new AskStore();
    private final HoldStore holds = new HoldStore();

    BookedPayments(Bookkeeping keeping, Credentials credentials) {
        this.books = keeping.books();
        this.keeping = keeping;
        this.credentials = credentials;
        this.ledger = new Ledger(keeping);
        this.accounts = new AccountStore(books);
        var revenue = new RecordingAccounts();
        this.recording = new PaymentRecording(keeping, credentials, ledger, accounts, revenue);
        this.authorising = new Authorising(keeping, ledger, revenue);
    }

    @Override
    public Authorisation authorise(Actor device, long deviceNumber, Ask ask) {
        device.require(Permission.DEVICE_TRAFFIC);
        if (!speaksFor(device, deviceNumber)) {
            return Authorising.refused(Why.WRONG_DEVICE, ask);
        }
        var hash = Origin.hash(PaymentContent.of(ask));
        return books.writeTogether(
                device,
                ahead -> {
                    asks.find(ahead, deviceNumber, ask.id());
                    recording
                            .payer(ahead, ask.credential(), ask.amount().currency())
                            .ifPresent(account -> ledger.foresee(ahead, account));
                },
                tx -> authoriseOnce(tx, deviceNumber, ask, hash));
    }

    private Authorisation authoriseOnce(Tx tx, long device, Ask ask, byte[] hash) {
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
                ? choices(credential)
                : new Choices.Refused(Why.WRONG_DEVICE);
    }

    private Choices choices(Uid uid) {
        var credential = credentials.find(books.committed(), uid);
        var held =
                credential.flatMap(found ->
                        accounts.ofPerson(
                                books.committed(), found.holder(), keeping.settings().currency()));
        if (credential.isEmpty() || held.isEmpty()) {
            return new Choices.Refused(Why.UNKNOWN_CREDENTIAL);
        }
        var own = held.get().account();
        var barred = Authorising.barred(credential.get().state(), held.get(), own.balance());
        return barred == null
                ? new Choices.Offered(
                        keeping.centres()
                                .choices(
                                        new Payee(
                                                credential.get().medium(),
                                                credential.get().holder(),
                                                own.id())))
                : new Choices.Refused(barred);
    }

    @Override
    public long book(Actor device, long deviceNumber, PaymentEvent event) {
        requireOwn(device, deviceNumber);
        var origin =
                Origin.of(
                        "device:" + deviceNumber,
                        Long.toString(event.seq()),
                        PaymentContent.of(event));
        return books.writeTogether(
                device,
                ahead -> recording.foresee(ahead, deviceNumber, event, origin),
                tx -> recording.bookOnce(tx, deviceNumber, event, origin));
    }

    @Override
    public void release(Actor device, long deviceNumber, String askId) {
        requireOwn(device, deviceNumber);
        books.writeTogether(
                device,
                ahead ->
                        holds.find(ahead, deviceNumber, askId)
                                .ifPresent(hold -> ledger.foresee(ahead, hold.account())),
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
}
