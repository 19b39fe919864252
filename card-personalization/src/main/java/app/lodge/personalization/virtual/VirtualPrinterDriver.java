package app.lodge.personalization.virtual;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.printers.CardPrinter;
import app.lodge.personalization.printers.PrinterDriver;
import java.nio.file.Path;
import java.util.List;

/// `virtual:NAME`: card printers that exist as folders, hold cards for encoding, and write what they
/// print as PNG (ID-45).
public final class VirtualPrinterDriver implements PrinterDriver {

    private final Path folder;
    private final VirtualCardPath path;

    /// @param folder holds one folder for each virtual printer
    public VirtualPrinterDriver(Path folder, VirtualCardPath path) {
        this.folder = folder;
        this.path = path;
    }

    @Override
    public String scheme() {
        return "virtual";
    }

    @Override
    public CardPrinter open(String name) throws DeviceException {
        if (!name.matches("[A-Za-z0-9_-]{1,40}")) {
            throw new DeviceException(new DeviceFault.NoPrinter("virtual:" + name));
        }
        return new VirtualPrinter(folder.resolve(name), "virtual:" + name, path);
    }

    @Override
    public List<String> found() {
        return List.of("virtual:demo");
    }
}
