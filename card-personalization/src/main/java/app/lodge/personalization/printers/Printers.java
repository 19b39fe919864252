package app.lodge.personalization.printers;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import java.util.List;

/// All card printers of this workstation, by address: `evolis:Primacy`, `os:Queue`,
/// `ipp://printer/ipp/print`, `file:/cards`,
/// `virtual:demo` (ID-45).
public final class Printers {

    private final List<PrinterDriver> drivers;

    public Printers(PrinterDriver... drivers) {
        this.drivers = List.of(drivers);
    }

    /// Reserves the printer until it is closed. Everything asked of it runs on its own thread.
    public CardPrinter open(String address) throws DeviceException {
        int colon = address.indexOf(':');
        var scheme = colon < 0 ? "" : address.substring(0, colon);
        for (var driver : drivers) {
            if (driver.scheme().equals(scheme)) {
                return PrinterLane.open(driver, address.substring(colon + 1), address);
            }
        }
        throw new DeviceException(new DeviceFault.NoPrinter(address));
    }

    /// Addresses to choose from; printers that write files are not among them.
    public List<String> found() {
        return drivers.stream().flatMap(driver -> driver.found().stream()).toList();
    }
}
