package app.lodge.core.accounts;

import app.lodge.core.accounts.AccountStore.Held;
import app.lodge.core.accounts.CentreBudgets.Payee;
import app.lodge.core.accounts.CentreBudgets.Payer;
import app.lodge.core.accounts.Payments.Ask;
import app.lodge.core.accounts.Payments.Authorisation;
import app.lodge.core.accounts.Payments.Authorisation.Approved;
import app.lodge.core.accounts.Payments.Authorisation.Refused;
import app.lodge.core.accounts.Payments.Authorisation.Why;
import app.lodge.core.books.Tx;
import app.lodge.core.media.Credentials.Credential;
import app.lodge.core.media.MediumState;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonState;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The decision on one payment: nobody is barred, somebody pays, no limit or budget is in the way, and
/// the money is reserved.
final class Authorising {

    private final Bookkeeping keeping;
    private final Ledger ledger;
    private final RecordingAccounts recording;

    Authorising(Bookkeeping keeping, Ledger ledger, RecordingAccounts recording) {
        this.keeping = keeping;
        this.ledger = ledger;
        this.recording = recording;
    }

    Authorisation decide(Tx tx, long device, Ask ask, Credential credential, Held held) {
        var barred = barred(credential.state(), held, ask.amount());
        if (barred != null) {
            return refused(barred, ask);
        }
        var own = held.account();
        if (!ask.amount().currency().equals(keeping.settings().currency())) {
            // budgets are amounts of the site's currency
            return ask.costCentre().isEmpty() || ask.costCentre().equals(CentreBudgets.OWN)
                    ? fromOwn(tx, device, ask, credential, own)
                    : refused(Why.WRONG_CURRENCY, ask);
        }
        var payee = new Payee(credential.medium(), credential.holder(), own.id());
        return switch (keeping.centres()
                .payer(tx, ask.costCentre(), payee, ask.amount(), today(tx))) {
            case Payer.OwnAccount() -> fromOwn(tx, device, ask, credential, own);
            case Payer.Centre(long centre, Money remains) ->
                    fromCentre(tx, device, ask, credential, own, centre, remains);
            case Payer.Unknown() -> refused(Why.UNKNOWN_COST_CENTRE, ask);
            case Payer.OverBudget(Money remains) -> new Refused(Why.OVER_BUDGET, remains);
        };
    }

    private Authorisation fromOwn(Tx tx, long device, Ask ask, Credential credential, Account own) {
        var limited = limited(tx, own, ask.amount());
        return limited != null
                ? limited
                : answer(ask, reserve(tx, device, ask, credential, own.id()));
    }

    private Authorisation fromCentre(
            Tx tx,
            long device,
            Ask ask,
            Credential credential,
            Account own,
            long centre,
            Money remains) {
        var account = recording.costCentre(tx, centre, ask.amount().currency());
        return switch (reserve(tx, device, ask, credential, account)) {
            case Reservation.Reserved(long hold, Money _) -> {
                keeping.centres().reserved(tx, centre, own.id(), hold, today(tx));
                yield new Approved(hold, ask.amount(), remains.minus(ask.amount()), validFor());
            }
            case Reservation.Insufficient(Money available) ->
                    new Refused(Why.INSUFFICIENT, available);
        };
    }

    private Reservation reserve(
            Tx tx, long device, Ask ask, Credential credential, AccountId account) {
        return ledger.reserve(
                tx, account, ask.amount(), device, ask.id(), credential.medium(), validFor());
    }

    private Authorisation answer(Ask ask, Reservation reservation) {
        return switch (reservation) {
            case Reservation.Reserved(long hold, Money availableAfter) ->
                    new Approved(hold, ask.amount(), availableAfter, validFor());
            case Reservation.Insufficient(Money available) ->
                    new Refused(Why.INSUFFICIENT, available);
        };
    }

    private @Nullable Refused limited(Tx tx, Account account, Money amount) {
        if (account.overdraft().positive()) {
            keeping.limits().refresh(tx, account.holder()); // its last day may have been yesterday
        }
        var reached = keeping.limits().spending(tx, account, amount, today(tx));
        return reached == null
                ? null
                : new Refused(
                        Why.LIMIT_REACHED,
                        new Money(
                                reached.limit().kind().counts() ? 0 : reached.remains(),
                                amount.currency()),
                        reached);
    }

    static @Nullable Why barred(MediumState medium, Held held, Money amount) {
        var account = held.account();
        return switch (medium) {
            case PREPARING, RETURNED, SPOILED -> Why.UNKNOWN_CREDENTIAL;
            case BLOCKED, REPLACED -> Why.BLOCKED_MEDIUM;
            case ACTIVE -> {
                if (held.holder() == PersonState.BLOCKED) {
                    yield Why.BLOCKED_PERSON;
                }
                if (account.blocked()) {
                    yield Why.BLOCKED_ACCOUNT;
                }
                yield account.balance().currency().equals(amount.currency())
                        ? null
                        : Why.WRONG_CURRENCY;
            }
        };
    }

    static Refused refused(Why why, Ask ask) {
        return new Refused(why, Money.zero(ask.amount().currency()));
    }

    private Duration validFor() {
        return Duration.ofMinutes(keeping.settings().holdMinutes());
    }

    private LocalDate today(Tx tx) {
        return LocalDate.ofInstant(tx.now(), keeping.settings().zone());
    }
}
