package app.lodge.personalization.printers;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/// `file:DIR`: writes each card as a PDF of its sides and one PNG for each side.
public final class FilePrinterDriver implements PrinterDriver {

    @Override
    public String scheme() {
        return "file";
    }

    @Override
    public CardPrinter open(String name) throws DeviceException {
        try {
            if (!name.isBlank()) {
                return new FilePrinter(Path.of(name).toAbsolutePath());
            }
        } catch (InvalidPathException _) {
            // The same as an empty one: no such folder can be.
        }
        throw new DeviceException(new DeviceFault.NoPrinter("file:" + name));
    }

    @Override
    public List<String> found() {
        return List.of();
    }
}
