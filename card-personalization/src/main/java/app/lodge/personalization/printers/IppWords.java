package app.lodge.personalization.printers;

import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.ipp.IppPrinterState;
import java.util.List;
import java.util.Optional;

/// What a printer's reasons mean to the clerk.
final class IppWords {

    private IppWords() {}

    /// Why it can begin nothing now.
    static Optional<DeviceFault> hindrance(String printer, IppPrinterState state) {
        for (var reason : state.reasons()) {
            var fault = known(printer, reason);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return state.stopped() || !state.accepting()
                ? Optional.of(stopped(printer, state.reasons()))
                : Optional.empty();
    }

    /// What it warns of, and may print all the same: another feeder may have cards.
    static Optional<DeviceFault> warning(String printer, IppPrinterState state) {
        return state.reasons().stream()
                .filter(reason -> reason.endsWith("-warning"))
                .flatMap(reason -> known(printer, reason.replaceFirst("-warning$", "")).stream())
                .findFirst();
    }

    static DeviceFault stopped(String printer, List<String> reasons) {
        return new DeviceFault.PrinterStopped(
                printer, reasons.isEmpty() ? "paused" : String.join(", ", reasons));
    }

    /// Only what keeps it from printing: `-warning` and `-report` do not.
    private static Optional<DeviceFault> known(String printer, String reason) {
        return Optional.ofNullable(
                switch (reason.replaceFirst("-error$", "")) {
                    case "media-empty", "media-needed", "input-tray-missing" ->
                            new DeviceFault.FeederEmpty(printer);
                    case "media-jam" -> new DeviceFault.PrinterJam(printer);
                    case "marker-supply-empty", "toner-empty", "marker-supply-missing" ->
                            new DeviceFault.OutOfRibbon(printer);
                    case "cover-open", "door-open", "interlock-open" ->
                            new DeviceFault.CoverOpen(printer);
                    case "offline", "shutdown", "timed-out" -> new DeviceFault.NoPrinter(printer);
                    default -> null;
                });
    }
}
