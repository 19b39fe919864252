package app.lodge.bridge.virtual;

import app.lodge.core.money.Money;
import app.lodge.core.virtualsite.VirtualSite.ActOutcome;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// What somebody who stands before a kiosk, a phone or a safe does with cash.
final class CashActs {

    /// In minor units, as most currencies have them.
    private static final long[] PIECES = {
        20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1
    };

    private CashActs() {}

    static ActOutcome putIn(VirtualDevice device, String credential, Money amount) {
        if (device instanceof VirtualSafe safe) {
            return said(
                    "cash-in", safe.deposit(upper(credential), pieces(safe.currency(), amount), 0));
        }
        return device instanceof CashDevice cash
                ? said("cash-in", cash.putIn(upper(credential), pieces(cash.currency(), amount)))
                : wrongKind(device);
    }

    static ActOutcome payOut(VirtualDevice device, String credential, Money amount) {
        return device instanceof CashDevice cash
                ? said("cash-out", cash.payOut(upper(credential), amount, Integer.MAX_VALUE))
                : wrongKind(device);
    }

    static ActOutcome fill(VirtualDevice device, Money amount) {
        return device instanceof CashDevice cash
                ? said("done", cash.fill(pieces(cash.currency(), amount)))
                : wrongKind(device);
    }

    static ActOutcome empty(VirtualDevice device) {
        return device instanceof CashDevice cash
                ? said("done", cash.empty(fresh(), ""))
                : wrongKind(device);
    }

    static ActOutcome swap(VirtualDevice device, String credential) {
        return device instanceof VirtualSafe safe
                ? said("done", safe.swap(upper(credential), fresh(), fresh()))
                : wrongKind(device);
    }

    private static String fresh() {
        return "V-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /// The fewest that make it: the largest first.
    ///
    /// @throws IllegalArgumentException for another currency, or nothing
    private static Map<Long, Integer> pieces(Currency currency, Money amount) {
        if (!amount.currency().equals(currency) || amount.minor() <= 0) {
            throw new IllegalArgumentException(
                    "%s is no cash for a device in %s".formatted(amount, currency));
        }
        var pieces = new TreeMap<Long, Integer>();
        var left = amount.minor();
        for (var piece : PIECES) {
            if (left >= piece) {
                pieces.put(piece, Math.toIntExact(left / piece));
                left %= piece;
            }
        }
        return pieces;
    }

    private static ActOutcome said(String word, CashDevice.CashOutcome outcome) {
        return switch (outcome) {
            case CashDevice.CashOutcome.Done _ -> new ActOutcome.Done(word);
            case CashDevice.CashOutcome.Refused(var why) -> new ActOutcome.Done(why);
        };
    }

    private static ActOutcome said(String word, VirtualSafe.SafeOutcome outcome) {
        return switch (outcome) {
            case VirtualSafe.SafeOutcome.Done _ -> new ActOutcome.Done(word);
            case VirtualSafe.SafeOutcome.Refused(var why) -> new ActOutcome.Done(why);
        };
    }

    private static ActOutcome wrongKind(VirtualDevice device) {
        return HostedActs.rejected("device", device, "virtual-site.wrong-kind");
    }

    private static String upper(String credential) {
        return credential.toUpperCase(Locale.ROOT);
    }
}
