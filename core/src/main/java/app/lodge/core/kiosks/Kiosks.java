package app.lodge.core.kiosks;

import app.lodge.core.accounts.CashLedger;
import app.lodge.core.accounts.KioskMoney;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.cashdesk.Count;
import app.lodge.core.cashdesk.DifferenceCause;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.money.Money;
import app.lodge.core.settings.SiteSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The cash of kiosks and phones, as staff sees and counts it (ID-30, ID-32).
///
/// What lies in a device is the sum of its events, in money and in pieces; what has left it lies in bags until
/// somebody has counted them, and then in the safe, with every difference booked with its cause.
public interface Kiosks {

    static Kiosks in(
            Books books, KioskMoney money, CashLedger cash, Supplier<SiteSettings> settings) {
        return new BookedKiosks(books, money, cash, settings);
    }

    /// Every kiosk and phone of the site, in the site's currency.
    List<Kiosk> list(Actor actor);

    /// The newest first.
    ///
    /// @param limit rows at most, 1 to 500
    List<Emptying> emptyings(Actor actor, Which which, int limit);

    /// Emptied, or counted if the device has not told of it, within a time; in order.
    List<Emptying> between(Actor actor, Instant from, Instant until);

    /// Records what somebody found in a bag, or what a shop handed in.
    CountOutcome count(Actor actor, RequestId request, Counting order);

    KioskRules rules(Actor actor);

    /// @return what is wrong, empty if it stands now
    List<Problem> changeRules(Actor actor, RequestId request, KioskRules rules);

    enum Which {
        ALL,
        /// Bags that nobody has counted yet.
        TO_COUNT
    }

    /// @param device and `seal`: which bag; of several with the same seal the oldest that is not counted
    /// @param cause why the count differs from what the device told; null where it does not
    /// @param reference at most 40 letters, digits and `. / : -`, or empty
    record Counting(
            DeviceId device,
            String seal,
            Count count,
            @Nullable DifferenceCause cause,
            String reference) {}

    /// What became of a count.
    sealed interface CountOutcome {
        record Done(Emptying emptying) implements CountOutcome {}

        /// Count again, or say why.
        record Unexplained(Money told, Money counted) implements CountOutcome {}

        record Rejected(List<Problem> problems) implements CountOutcome {}
    }

    /// The bag that a count is for, if the device has told of it.
    Optional<Emptying> bag(Actor actor, DeviceId device, String seal);
}
