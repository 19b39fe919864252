package app.lodge.personalization.printers;

import app.lodge.core.devices.DeviceFault;
import java.util.Map;

/// What a printer says after printing.
public sealed interface PrintResult {

    /// What was seen: return codes, counters, durations; no personal data.
    Map<String, String> evidence();

    record Printed(Map<String, String> evidence) implements PrintResult {}

    /// The printer refused; the card inside is not usable as it is, and no good card came of it.
    record Blocked(DeviceFault fault, Map<String, String> evidence) implements PrintResult {}

    /// The card may be printed or not.
    record Uncertain(DeviceFault fault, Map<String, String> evidence) implements PrintResult {}
}
