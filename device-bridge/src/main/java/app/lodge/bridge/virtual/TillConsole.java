package app.lodge.bridge.virtual;

import static app.lodge.bridge.virtual.DeviceConsole.refused;
import static app.lodge.bridge.virtual.DeviceConsole.wrong;

import app.lodge.core.money.Money;
import app.lodge.personalization.virtual.InProcessReader;
import app.lodge.personalization.virtual.VirtualDesfire;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Lines of text for a virtual payment point:
///
/// ```
/// tap <uid> <amount> [centre]   amount in major units such as 3.50
/// purse <file> <amount>  the virtual card kept in this file pays from its purse
/// products [uid]         what is on sale now, for whoever holds this
/// sell <uid> <product>[x<quantity>] …    by its own prices
/// centres <uid>          what its holder may choose to pay with
/// log-on <file> [pin]    the operator's card kept in this file
/// log-off
/// ```
final class TillConsole {

    private TillConsole() {}

    static Map<String, Object> obey(VirtualPaymentPoint point, String[] words) {
        return switch (words[0] + " " + (words.length - 1)) {
            case "tap 2" -> tap(point, words[1], words[2], "");
            case "tap 3" -> tap(point, words[1], words[2], words[3]);
            case "products 0" -> Map.of("ok", true, "products", point.offers(""));
            case "products 1" -> Map.of("ok", true, "products", point.offers(words[1]));
            case "purse 2" -> purse(point, words[1], words[2]);
            case "centres 1" -> Map.of("ok", true, "centres", point.centres(words[1]));
            case "log-on 1" -> logOn(point, words[1], "");
            case "log-on 2" -> logOn(point, words[1], words[2]);
            default ->
                    words[0].equals("sell") && words.length > 2
                            ? said(point.sell(words[1], items(words), ""))
                            : words[0].equals("log-off")
                                    ? Map.of("ok", point.logOff())
                                    : wrong(usage(words[0]));
        };
    }

    static String usage(String word) {
        return switch (word) {
            case "tap" -> "tap <uid> <amount> [centre], at a payment point";
            case "products" -> "products [uid], at a payment point";
            case "sell" -> "sell <uid> <product>[x<quantity>] …, at a payment point";
            case "purse" -> "purse <file> <amount>, at a payment point";
            case "centres" -> "centres <uid>, at a payment point";
            case "log-on" -> "log-on <file> [pin], at a payment point";
            default -> word + ", at a payment point";
        };
    }

    static Map<String, Object> tap(VirtualPhone phone, String credential, String amount) {
        return said(phone.tap(credential, money(phone.currency(), amount)));
    }

    private static Map<String, Object> tap(
            VirtualPaymentPoint point, String credential, String amount, String costCentre) {
        return said(point.tap(credential, money(point.currency(), amount), costCentre));
    }

    private static Money money(Currency currency, String amount) {
        return new Money(
                new BigDecimal(amount)
                        .movePointRight(currency.getDefaultFractionDigits())
                        .longValueExact(),
                currency);
    }

    private static Map<String, Object> purse(
            VirtualPaymentPoint point, String file, String amount) {
        try (var reader = new InProcessReader("till")) {
            reader.insert(VirtualDesfire.keptIn(Path.of(file), VirtualDesfire.Generation.EV3));
            return said(point.payFromPurse(reader, money(point.currency(), amount)));
        }
    }

    private static Map<String, Object> logOn(VirtualPaymentPoint point, String file, String pin) {
        try (var reader = new InProcessReader("till")) {
            reader.insert(VirtualDesfire.keptIn(Path.of(file), VirtualDesfire.Generation.EV3));
            return point.logOn(reader, pin.toCharArray())
                    .map(DeviceConsole::refused)
                    .orElseGet(() -> Map.of("ok", true, "result", "logged-on"));
        }
    }

    /// `101x2`: two of product 101.
    private static List<VirtualPaymentPoint.Item> items(String[] words) {
        return Arrays.stream(words, 2, words.length)
                .map(word -> word.split("x", 2))
                .map(parts ->
                        new VirtualPaymentPoint.Item(
                                Integer.parseInt(parts[0]),
                                parts.length == 1 ? 1 : Integer.parseInt(parts[1])))
                .toList();
    }

    private static Map<String, Object> said(VirtualPaymentPoint.TapOutcome outcome) {
        return switch (outcome) {
            case VirtualPaymentPoint.TapOutcome.Paid paid -> {
                var result = new TreeMap<String, Object>();
                result.put("ok", true);
                result.put("result", "paid");
                result.put("seq", paid.seq());
                result.put("minor", paid.amount().minor());
                result.put("offline", paid.offline());
                var available = paid.available();
                if (available != null) {
                    result.put("availableMinor", available.minor());
                }
                yield result;
            }
            case VirtualPaymentPoint.TapOutcome.Refused(String why, var limit) -> {
                var result = new TreeMap<>(refused(why));
                if (limit != null) {
                    result.put("limit", limit);
                }
                yield result;
            }
        };
    }
}
