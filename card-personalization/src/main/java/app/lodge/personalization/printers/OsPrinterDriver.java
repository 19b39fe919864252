package app.lodge.personalization.printers;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import java.util.List;
import java.util.stream.Stream;
import javax.print.PrintServiceLookup;

/// `os:QUEUE`: a card printer's queue in the operating system.
public final class OsPrinterDriver implements PrinterDriver {

    @Override
    public String scheme() {
        return "os";
    }

    @Override
    public CardPrinter open(String name) throws DeviceException {
        for (var service : PrintServiceLookup.lookupPrintServices(null, null)) {
            if (service.getName().equals(name)) {
                return new OsPrinter(service);
            }
        }
        throw new DeviceException(new DeviceFault.NoPrinter("os:" + name));
    }

    @Override
    public List<String> found() {
        return Stream.of(PrintServiceLookup.lookupPrintServices(null, null))
                .map(service -> "os:" + service.getName())
                .toList();
    }
}
