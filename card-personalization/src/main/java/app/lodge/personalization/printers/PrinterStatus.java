package app.lodge.personalization.printers;

import app.lodge.core.devices.DeviceFault;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a printer is.
///
/// @param cardInside a card lies somewhere in its path
/// @param blocking why it cannot begin a card; null if it can
/// @param evidence status words, ribbon and counters as the machine gives them
/// @param supplies the same for people, as far as the machine says
public record PrinterStatus(
        boolean cardInside,
        @Nullable DeviceFault blocking,
        Map<String, String> evidence,
        Supplies supplies) {

    public PrinterStatus {
        evidence = Map.copyOf(evidence);
    }

    /// Of a printer that says nothing of its ribbon and its cleaning.
    public PrinterStatus(
            boolean cardInside, @Nullable DeviceFault blocking, Map<String, String> evidence) {
        this(cardInside, blocking, evidence, Supplies.UNTOLD);
    }
}
