package app.lodge.core.accounts;

import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/// The cash of counters as the ledger has it, for the shifts of cash desks (ID-34). The ledger counts
/// money taken as below zero; here it is what lies in the drawer.
public final class CashLedger {

    private final Ledger ledger;
    private final RecordingAccounts recording = new RecordingAccounts();
    private final DrawerStore store = new DrawerStore();

    private CashLedger(Bookkeeping keeping) {
        this.ledger = new Ledger(keeping);
    }

    public static CashLedger in(Bookkeeping keeping) {
        return new CashLedger(keeping);
    }

    /// The cash account of the actor's workstation, opened at its first use.
    public AccountId drawer(Tx tx, Currency currency) {
        return recording.counter(tx, PaymentMeans.CASH, currency);
    }

    /// The number of the newest posting; 0 for none.
    public long lastPosting(Tx tx) {
        return store.lastPosting(tx);
    }

    /// Money from the safe, or below zero to it.
    ///
    /// @return the posting's number
    public long transit(
            Tx tx, RequestId request, AccountId drawer, Money intoDrawer, String reference) {
        return post(
                tx,
                PostingKind.CASH_IN_TRANSIT,
                request,
                drawer,
                intoDrawer,
                recording.transit(tx, intoDrawer.currency()),
                reference);
    }

    /// Money found beyond what was expected, or below zero what was missing.
    ///
    /// @return the posting's number
    public long difference(
            Tx tx, RequestId request, AccountId drawer, Money found, String reference) {
        return post(
                tx,
                PostingKind.CASH_DIFFERENCE,
                request,
                drawer,
                found,
                recording.cashDifferences(tx, found.currency()),
                reference);
    }

    private long post(
            Tx tx,
            PostingKind kind,
            RequestId request,
            AccountId drawer,
            Money intoDrawer,
            AccountId other,
            String reference) {
        var posting =
                new Posting(
                        kind,
                        Origin.of(
                                "cash-desk " + kind,
                                request.value(),
                                Map.of(
                                        "drawer", drawer.number(),
                                        "amount", intoDrawer.minor(),
                                        "currency", intoDrawer.currency().getCurrencyCode())),
                        tx.now(),
                        List.of(
                                new Entry(drawer, intoDrawer.negated()),
                                new Entry(other, intoDrawer)),
                        Booking.RECORDING,
                        0,
                        null,
                        false,
                        Particulars.on(new Grounds(Reason.OTHER, reference, 0)));
        return switch (ledger.post(tx, posting)) {
            case PostingOutcome.Booked booked -> booked.number();
            case PostingOutcome.Repeated(long number) -> number;
            case PostingOutcome.BelowFloor below ->
                    throw new IllegalStateException("Cash was refused: " + below);
        };
    }
}
