package app.lodge.core.accounts;

import app.lodge.core.accounts.AccountStore.Held;
import app.lodge.core.accounts.CentreBudgets.Charged;
import app.lodge.core.accounts.CentreBudgets.Payee;
import app.lodge.core.accounts.Payments.PaymentEvent;
import app.lodge.core.books.Answers;
import app.lodge.core.books.Tx;
import app.lodge.core.media.Credentials;
import app.lodge.core.media.Credentials.Credential;
import app.lodge.core.media.Uid;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// Payments that happened, booked whatever stands against them: who pays, and from when on it counts as late.
final class PaymentRecording {

    private final Bookkeeping keeping;
    private final Credentials credentials;
    private final Ledger ledger;
    private final AccountStore accounts;
    private final RecordingAccounts recording;
    private final HoldStore holds = new HoldStore();
    private final Selling selling;

    PaymentRecording(
            Bookkeeping keeping,
            Credentials credentials,
            Ledger ledger,
            AccountStore accounts,
            RecordingAccounts recording) {
        this.keeping = keeping;
        this.credentials = credentials;
        this.ledger = ledger;
        this.accounts = accounts;
        this.recording = recording;
        this.selling = new Selling(keeping);
    }

    /// Whose account a medium leads to.
    Optional<AccountId> payer(Answers ahead, Uid uid, Currency currency) {
        return credentials
                .find(ahead, uid)
                .flatMap(found -> accounts.numberOf(ahead, found.holder(), currency));
    }

    /// What booking an event will ask.
    void foresee(Answers ahead, long device, PaymentEvent event, Origin origin) {
        ledger.foresee(ahead, origin);
        credentials.find(ahead, event.credential());
        var payer =
                event.askId().isEmpty()
                        ? payer(ahead, event.credential(), event.amount().currency())
                        : holds.find(ahead, device, event.askId()).map(Hold::account);
        payer.ifPresent(account -> {
            ledger.foresee(ahead, account);
            recording
                    .knownRevenueOf(device, event.amount().currency())
                    .ifPresent(revenue -> ledger.foresee(ahead, revenue));
        });
    }

    /// @return the posting's number
    long bookOnce(Tx tx, long device, PaymentEvent event, Origin origin) {
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
                        selling.particulars(tx, device, event));
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
}
