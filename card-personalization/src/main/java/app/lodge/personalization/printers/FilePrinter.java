package app.lodge.personalization.printers;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.layouts.CardFace;
import app.lodge.personalization.layouts.FaceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes cards into a folder; nothing is ever half there, because each file is written under
/// another name and moved. The PDF comes last: where it is, the card is whole. A card printed again
/// gets the next number behind its name.
final class FilePrinter implements CardPrinter {

    private final Path folder;
    private final String address;

    FilePrinter(Path folder) {
        this.folder = folder;
        this.address = "file:" + folder;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(true, false, true);
    }

    @Override
    public PrinterStatus status() throws DeviceException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DeviceException(new DeviceFault.NoPrinter(address), e);
        }
        var fault = Files.isWritable(folder) ? null : new DeviceFault.NoPrinter(address);
        return new PrinterStatus(false, fault, Map.of());
    }

    @Override
    public void feed(Station station) {}

    @Override
    public PrintResult print(PrintOrder order) throws DeviceException {
        var evidence = new LinkedHashMap<String, String>();
        try {
            Files.createDirectories(folder);
            var name = free(order.name());
            write(name + "-front.png", FaceFiles.png(order.faces().front()));
            CardFace back = order.faces().back();
            if (back != null) {
                write(name + "-back.png", FaceFiles.png(back));
            }
            write(name + ".pdf", FaceFiles.pdf(order.faces()));
            evidence.put("file", name + ".pdf");
        } catch (IOException e) {
            throw new DeviceException(new DeviceFault.NoPrinter(address), e);
        }
        return new PrintResult.Printed(evidence);
    }

    @Override
    public void eject() {}

    @Override
    public void reject() {}

    @Override
    public void close() {}

    private String free(String name) {
        var candidate = name;
        for (int copy = 2; Files.exists(folder.resolve(candidate + ".pdf")); copy++) {
            candidate = name + "-copy" + copy;
        }
        return candidate;
    }

    private void write(String name, byte[] content) throws IOException {
        var part = folder.resolve("." + name + ".part");
        Files.write(
                part,
                content,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.move(
                part,
                folder.resolve(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
