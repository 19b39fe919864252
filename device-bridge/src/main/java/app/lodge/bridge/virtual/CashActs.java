package app.lodge.bridge.virtual;

import app.lodge.core.money.Money;
import app.lodge.core.virtualsite.VirtualSite.ActOutcome;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// What somebody who stands before a kiosk or a phone does with cash.
final class CashActs {

    /// In minor units, as most currencies have them.
    private static final long[] PIECES = {
        20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1
    };

    private CashActs() {}

    static ActOutcome putIn(VirtualDevice device, String credential, Money amount) {
        return device instanceof CashDevice cash
                ? said("cash-in", cash.putIn(upper(credential), pieces(cash, amount)))
                : wrongKind(device);
    }

    static ActOutcome payOut(VirtualDevice device, String credential, Money amount) {
        return device instanceof CashDevice cash
                ? said("cash-out", cash.payOut(upper(credential), amount, Integer.MAX_VALUE))
                : wrongKind(device);
    }

    static ActOutcome fill(VirtualDevice device, Money amount) {
        return device instanceof CashDevice cash
                ? said("done", cash.fill(pieces(cash, amount)))
                : wrongKind(device);
    }

    static ActOutcome empty(VirtualDevice device) {
        return device instanceof CashDevice cash
                ? said("done", cash.empty("V-" + UUID.randomUUID().toString().substring(0, 8), ""))
                : wrongKind(device);
    }

    /// The fewest that make it: the largest first.
    ///
    /// @throws IllegalArgumentException for another currency, or nothing
    private static Map<Long, Integer> pieces(CashDevice cash, Money amount) {
        if (!amount.currency().equals(cash.currency()) || amount.minor() <= 0) {
            throw new IllegalArgumentException(
                    "%s is no cash for a device in %s".formatted(amount, cash.currency()));
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

    private static ActOutcome wrongKind(VirtualDevice device) {
        return HostedActs.rejected("device", device, "virtual-site.wrong-kind");
    }

    private static String upper(String credential) {
        return credential.toUpperCase(Locale.ROOT);
    }
}
