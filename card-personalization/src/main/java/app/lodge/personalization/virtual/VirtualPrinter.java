package app.lodge.personalization.virtual;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.layouts.CardFace;
import app.lodge.personalization.layouts.FaceFiles;
import app.lodge.personalization.printers.CardPrinter;
import app.lodge.personalization.printers.PrintResult;
import app.lodge.personalization.printers.PrinterStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A printer whose feeder never runs empty. The card inside is remembered in the file `inside` and
/// outlives the process. What should go wrong stands in the file `faults`, one line each: verb, which
/// call of it since opening (from 1), fault (`out-of-ribbon`, `cover-open`, `feeder-empty`, `jam`,
/// `no-answer`, `uncertain`).
final class VirtualPrinter implements CardPrinter {

    private final Path folder;
    private final String address;
    private final VirtualCardPath path;
    private final Map<String, Integer> calls = new HashMap<>();

    VirtualPrinter(Path folder, String address, VirtualCardPath path) {
        this.folder = folder;
        this.address = address;
        this.path = path;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(true, true, true);
    }

    @Override
    public PrinterStatus status() throws DeviceException {
        var fault = scripted("status");
        return new PrinterStatus(
                read("inside") != 0, fault, Map.of("cards.fed", String.valueOf(read("fed"))));
    }

    @Override
    public void feed(Station station) throws DeviceException {
        failIfScripted("feed");
        if (read("inside") == 0) {
            int card = read("fed") + 1;
            write("fed", card);
            write("inside", card);
            path.fed(card);
        }
    }

    @Override
    public PrintResult print(PrintOrder order) throws DeviceException {
        var fault = scripted("print");
        if (fault instanceof DeviceFault.PrinterUnknownOutcome) {
            return new PrintResult.Uncertain(fault, Map.of());
        }
        if (fault != null) {
            return new PrintResult.Blocked(fault, Map.of());
        }
        int card = read("inside");
        if (card == 0) {
            return new PrintResult.Blocked(new DeviceFault.FeederEmpty(address), Map.of());
        }
        var name = "card-%04d".formatted(card);
        save(name + "-front.png", FaceFiles.png(order.faces().front()));
        CardFace back = order.faces().back();
        if (back != null) {
            save(name + "-back.png", FaceFiles.png(back));
        }
        return new PrintResult.Printed(Map.of("card", name));
    }

    @Override
    public void eject() throws DeviceException {
        failIfScripted("eject");
        leave();
    }

    @Override
    public void reject() throws DeviceException {
        failIfScripted("reject");
        leave();
    }

    @Override
    public void close() {}

    private void leave() throws DeviceException {
        int card = read("inside");
        if (card != 0) {
            write("inside", 0);
            path.left(card);
        }
    }

    private void failIfScripted(String verb) throws DeviceException {
        var fault = scripted(verb);
        if (fault != null) {
            throw new DeviceException(fault);
        }
    }

    private @Nullable DeviceFault scripted(String verb) throws DeviceException {
        int nth = calls.merge(verb, 1, Integer::sum);
        var script = folder.resolve("faults");
        if (!Files.exists(script)) {
            return null;
        }
        try {
            for (var line : Files.readAllLines(script)) {
                if (line.startsWith(verb + " " + nth + " ")) {
                    return fault(line.substring(line.lastIndexOf(' ') + 1));
                }
            }
            return null;
        } catch (IOException e) {
            throw gone(e);
        }
    }

    private DeviceFault fault(String word) {
        return switch (word) {
            case "out-of-ribbon" -> new DeviceFault.OutOfRibbon(address);
            case "cover-open" -> new DeviceFault.CoverOpen(address);
            case "feeder-empty" -> new DeviceFault.FeederEmpty(address);
            case "jam" -> new DeviceFault.PrinterJam(address);
            case "no-answer" -> new DeviceFault.NoAnswer(address, Duration.ofSeconds(1));
            case "uncertain" -> new DeviceFault.PrinterUnknownOutcome(address, 0);
            default ->
                    throw new IllegalArgumentException(
                            "Fault '%s' in %s is none that I know".formatted(word, folder));
        };
    }

    private int read(String name) throws DeviceException {
        var file = folder.resolve(name);
        try {
            return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
        } catch (IOException e) {
            throw gone(e);
        }
    }

    private void write(String name, int number) throws DeviceException {
        save(name, String.valueOf(number).getBytes(StandardCharsets.US_ASCII));
    }

    private void save(String name, byte[] content) throws DeviceException {
        try {
            Files.createDirectories(folder);
            var part = Files.write(folder.resolve("." + name + ".part"), content);
            Files.move(
                    part,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw gone(e);
        }
    }

    private DeviceException gone(IOException cause) {
        return new DeviceException(new DeviceFault.NoPrinter(address), cause);
    }
}
