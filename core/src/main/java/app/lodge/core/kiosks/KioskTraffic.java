package app.lodge.core.kiosks;

import app.lodge.core.accounts.CashLedger;
import app.lodge.core.accounts.KioskMoney;
import app.lodge.core.accounts.Payments;
import app.lodge.core.accounts.Payments.Authorisation;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.topups.TopUps;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// What kiosks and phones ask and report about cash, through the bridge (ID-30, ID-31, ID-32). The actor is
/// the device ({@link Actor#device}).
///
/// Each event is booked once per (device, seq) and leads to the same postings whenever and in whatever order
/// it arrives: nothing that it books depends on what came before it.
public interface KioskTraffic {

    /// @param topUps where top-ups by card go, as those of every source do
    static KioskTraffic in(Books books, KioskMoney money, CashLedger cash, TopUps topUps) {
        return new BookedKioskTraffic(books, money, cash, new CardTopUps(books, money, topUps));
    }

    /// Whether a holder may put money in; approved for the most that the account still takes. Reserves
    /// nothing.
    Authorisation mayTopUp(Actor device, long deviceNumber, Uid credential, Currency currency);

    /// Answers once per (device, ask): the device is equipped, the limits of the pay-out and of the day hold,
    /// nothing is blocked or about to be taken back, and what lies in the device makes the amount (ID-31).
    /// Approved money is reserved until the event says what came out.
    Authorisation mayPayOut(Actor device, long deviceNumber, Payments.Ask ask);

    /// Books what happened, whatever stands against it.
    Taken takeIn(Actor device, long deviceNumber, CashEvent event);

    /// A holder paid by credit or debit card: an order of the source `KIOSK`, authorised by the terminal, and
    /// credited by that source's rule; its settlement and return are reported like any other's (ID-30).
    Taken takeIn(Actor device, long deviceNumber, CardPayment payment);

    /// @param credential null if the kiosk does not know who paid
    /// @param authorisation the terminal's reference, 1 to 64 characters; never a card's number
    record CardPayment(long seq, @Nullable Uid credential, Money amount, String authorisation) {}

    /// @param posting null where nothing moved
    /// @param remark for the device's journal if it cannot be so, such as `pieces-differ`; else empty
    record Taken(@Nullable Long posting, String remark) {}
}
