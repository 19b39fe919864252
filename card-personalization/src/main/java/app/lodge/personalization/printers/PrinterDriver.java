package app.lodge.personalization.printers;

import app.lodge.core.devices.DeviceException;
import java.util.List;

/// Opens the printers of one kind.
public interface PrinterDriver {

    /// What their addresses begin with, before the colon.
    String scheme();

    /// @param name the address behind the colon
    CardPrinter open(String name) throws DeviceException;

    /// Addresses of the printers that this machine sees now, with their scheme.
    List<String> found();
}
