package app.lodge.bridge.virtual;

import app.lodge.core.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;

/// Lines of text for a virtual kiosk or phone:
///
/// ```
/// put <uid> <pieces>           pieces such as 20x1,0.50x3
/// card <uid> <amount> <authorisation>
/// payout <uid> <amount> [n]    jams after n pieces
/// fill <pieces>
/// empty <seal> [uid]
/// inside
/// ```
final class KioskConsole {

    private KioskConsole() {}

    /// @throws IllegalArgumentException if the words are none of these
    static Map<String, Object> obey(CashDevice device, String[] words) {
        return switch (words[0] + " " + (words.length - 1)) {
            case "put 2" -> said(device.putIn(words[1], pieces(device.currency(), words[2])));
            case "card 3" -> said(device.payByCard(words[1], money(device, words[2]), words[3]));
            case "payout 2" ->
                    said(device.payOut(words[1], money(device, words[2]), Integer.MAX_VALUE));
            case "payout 3" ->
                    said(
                            device.payOut(
                                    words[1], money(device, words[2]), Integer.parseInt(words[3])));
            case "fill 1" -> said(device.fill(pieces(device.currency(), words[1])));
            case "empty 1" -> said(device.empty(words[1], ""));
            case "empty 2" -> said(device.empty(words[1], words[2]));
            case "inside 0" -> Map.of("ok", true, "minor", device.inside());
            default ->
                    throw new IllegalArgumentException(
                            "put <uid> <pieces>, card <uid> <amount> <authorisation>,"
                                    + " payout <uid> <amount> [n], fill <pieces>,"
                                    + " empty <seal> [uid] or inside");
        };
    }

    private static Map<String, Object> said(CashDevice.CashOutcome outcome) {
        return switch (outcome) {
            case CashDevice.CashOutcome.Done done ->
                    Map.of(
                            "ok", true,
                            "seq", done.seq(),
                            "minor", done.amount().minor(),
                            "offline", done.offline());
            case CashDevice.CashOutcome.Refused(String why) ->
                    Map.of("ok", false, "result", "refused", "why", why);
        };
    }

    private static Money money(CashDevice device, String amount) {
        return new Money(minor(device.currency(), amount), device.currency());
    }

    private static long minor(Currency currency, String amount) {
        return new BigDecimal(amount)
                .movePointRight(currency.getDefaultFractionDigits())
                .longValueExact();
    }

    static Map<Long, Integer> pieces(Currency currency, String text) {
        var pieces = new TreeMap<Long, Integer>();
        for (var one : text.split(",")) {
            var parts = one.split("x");
            if (parts.length != 2) {
                throw new IllegalArgumentException("Pieces are written as 20x1,0.50x3");
            }
            pieces.merge(minor(currency, parts[0]), Integer.valueOf(parts[1]), Integer::sum);
        }
        return pieces;
    }
}
