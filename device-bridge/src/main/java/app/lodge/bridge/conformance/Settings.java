package app.lodge.bridge.conformance;

import app.lodge.core.devices.DeviceKind;
import java.util.Map;
import java.util.TreeMap;

/// The configuration that the kit gives a device of each kind.
final class Settings {

    private Settings() {}

    static Map<String, String> of(DeviceKind kind) {
        return switch (kind) {
            case PAYMENT_POINT ->
                    Map.of(
                            "display.text",
                            "Grüße, żółw, 你好",
                            "amount.maximum",
                            "20000",
                            "ask.timeout",
                            "3",
                            "offline.rule",
                            "refuse",
                            "offline.limit",
                            "0");
            case KIOSK, PHONE -> with(of(DeviceKind.PAYMENT_POINT), "payout", "coins-and-notes");
            case SAFE -> Map.of("display.text", "Grüße, żółw, 你好", "ask.timeout", "3");
            case LOCKER_CABINET, DOOR, PORTAL ->
                    Map.of(
                            "compartments",
                            "12",
                            "open.seconds",
                            "5",
                            "ask.timeout",
                            "3",
                            "offline.rule",
                            "refuse");
        };
    }

    static Map<String, String> with(Map<String, String> settings, String... pairs) {
        var changed = new TreeMap<>(settings);
        for (var i = 0; i < pairs.length; i += 2) {
            changed.put(pairs[i], pairs[i + 1]);
        }
        return changed;
    }
}
