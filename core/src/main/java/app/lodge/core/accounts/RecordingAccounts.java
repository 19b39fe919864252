package app.lodge.core.accounts;

import app.lodge.core.books.Problem;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The accounts that record where money came from and went to, opened at their first use and known by
/// kind, label and currency.
final class RecordingAccounts {

    private record Name(AccountKind kind, String label, Currency currency) {}

    static final String BAGS = "bags";

    private static final long OUT_OF_REACH = 1_000_000_000_000_000L;

    private final LedgerStore store = new LedgerStore();
    private final Map<Name, AccountId> known = new ConcurrentHashMap<>();

    AccountId revenueOf(Tx tx, long device, Currency currency) {
        return findOrOpen(tx, revenue(device, currency));
    }

    /// The same if it is at hand.
    Optional<AccountId> knownRevenueOf(long device, Currency currency) {
        return Optional.ofNullable(known.get(revenue(device, currency)));
    }

    private static Name revenue(long device, Currency currency) {
        return new Name(AccountKind.REVENUE, "device:" + device, currency);
    }

    AccountId counter(Tx tx, PaymentMeans means, Currency currency) {
        return switch (means) {
            case CASH -> atDesk(tx, AccountKind.CASH_DESK, currency);
            case CARD_TERMINAL -> atDesk(tx, AccountKind.CARD_CLEARING, currency);
            case BANK_TRANSFER -> payOutClearing(tx, currency);
            case ACCOUNT ->
                    throw new IllegalArgumentException("Charges are not settled over the counter");
        };
    }

    private AccountId atDesk(Tx tx, AccountKind kind, Currency currency) {
        return findOrOpen(tx, new Name(kind, tx.actor().workstation(), currency));
    }

    AccountId payOutClearing(Tx tx, Currency currency) {
        return findOrOpen(tx, new Name(AccountKind.PAY_OUT_CLEARING, "pay-out", currency));
    }

    AccountId transit(Tx tx, Currency currency) {
        return findOrOpen(tx, new Name(AccountKind.CASH_IN_TRANSIT, "safe", currency));
    }

    AccountId kioskCash(Tx tx, long device, Currency currency) {
        return findOrOpen(tx, new Name(AccountKind.KIOSK_CASH, "device:" + device, currency));
    }

    /// Cash that has left kiosks and that nobody has counted yet.
    AccountId bags(Tx tx, Currency currency) {
        return findOrOpen(tx, new Name(AccountKind.CASH_IN_TRANSIT, BAGS, currency));
    }

    AccountId cashDifferences(Tx tx, Currency currency) {
        return findOrOpen(tx, new Name(AccountKind.CASH_DIFFERENCES, "differences", currency));
    }

    /// What stands against moving this money over the counter.
    ///
    /// @param intoDrawer below zero for money that is handed out
    List<Problem> againstCash(Tx tx, CashShifts shifts, PaymentMeans means, Money intoDrawer) {
        return switch (means) {
            case CASH -> shifts.against(tx, counter(tx, means, intoDrawer.currency()), intoDrawer);
            case CARD_TERMINAL, BANK_TRANSFER -> List.of();
            case ACCOUNT -> List.of(Problem.of("means", means, "accounts.means-not-at-counter"));
        };
    }

    AccountId suspense(Tx tx, Currency currency) {
        return findOrOpen(tx, new Name(AccountKind.SUSPENSE, "unassigned", currency));
    }

    /// Its floor lies out of reach: budgets decide.
    AccountId costCentre(Tx tx, long centre, Currency currency) {
        return findOrOpen(tx, new Name(AccountKind.COST_CENTRE, "cost-centre:" + centre, currency));
    }

    AccountId corrections(Tx tx, Currency currency) {
        return findOrOpen(tx, new Name(AccountKind.CORRECTIONS, "corrections", currency));
    }

    /// @param source `top-up:DIRECT_DEBIT`
    AccountId topUpClearing(Tx tx, String source, Currency currency) {
        return findOrOpen(tx, new Name(AccountKind.TOP_UP_CLEARING, source, currency));
    }

    AccountId bank(Tx tx, Currency currency) {
        return findOrOpen(tx, new Name(AccountKind.BANK, "bank", currency));
    }

    AccountId fees(Tx tx, Currency currency) {
        return findOrOpen(tx, new Name(AccountKind.FEES, "fees", currency));
    }

    AccountId mediaDeposits(Tx tx, Currency currency) {
        return findOrOpen(tx, new Name(AccountKind.MEDIA_DEPOSITS, "media", currency));
    }

    private AccountId findOrOpen(Tx tx, Name name) {
        var cached = known.get(name);
        if (cached != null) {
            return cached;
        }
        var id =
                store.findRecording(tx, name.kind, name.label, name.currency)
                        .orElseGet(() -> open(tx, name));
        known.put(name, id);
        tx.onRollback(() -> known.remove(name));
        return id;
    }

    private AccountId open(Tx tx, Name name) {
        var id = store.open(tx, name.kind, null, name.label, name.currency);
        if (name.kind == AccountKind.COST_CENTRE) {
            new LimitStore().keepOverdraft(tx, id, OUT_OF_REACH);
        }
        tx.journal(
                "account.opened",
                "account:" + id.number(),
                Map.of(
                        "kind", name.kind.name(),
                        "currency", name.currency.getCurrencyCode(),
                        "label", name.label));
        return id;
    }
}
