package app.lodge.personalization.printers;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.ipp.IppPrinting;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// `ipp://HOST/PATH` and `ipps://HOST/PATH`: a printer or a queue of CUPS, followed to the job's end.
public final class IppPrinterDriver implements PrinterDriver {

    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration GLANCE = Duration.ofSeconds(2);

    private final String scheme;
    private final String server;
    private final IppJob.Patience patience;

    private IppPrinterDriver(String scheme, String server, IppJob.Patience patience) {
        this.scheme = scheme;
        this.server = server;
        this.patience = patience;
    }

    /// `ipp:`, and what the machine's print server has.
    ///
    /// @param server host and port of it; empty for none
    public static IppPrinterDriver plain(String server) {
        return new IppPrinterDriver("ipp", server, IppJob.Patience.USUAL);
    }

    /// `ipps:`, with a certificate that this machine trusts.
    public static IppPrinterDriver secure() {
        return new IppPrinterDriver("ipps", "", IppJob.Patience.USUAL);
    }

    static IppPrinterDriver of(String server, IppJob.Patience patience) {
        return new IppPrinterDriver("ipp", server, patience);
    }

    /// Where CUPS listens, as its own programs find it; empty where it is only a socket in a file.
    public static String usualServer() {
        var named = System.getenv("CUPS_SERVER");
        if (named == null || named.isBlank()) {
            return System.getProperty("os.name", "").startsWith("Windows") ? "" : "localhost:631";
        }
        return named.startsWith("/") ? "" : named;
    }

    @Override
    public String scheme() {
        return scheme;
    }

    @Override
    public CardPrinter open(String name) throws DeviceException {
        var address = scheme + ":" + name;
        IppPrinting printing;
        try {
            printing = new IppPrinting(address, ANSWER);
        } catch (IllegalArgumentException e) {
            throw new DeviceException(new DeviceFault.NoPrinter(address), e);
        }
        boolean opened = false;
        try {
            var printer = new IppPrinter(printing, address, patience);
            opened = true;
            return printer;
        } finally {
            if (!opened) {
                printing.close();
            }
        }
    }

    @Override
    public List<String> found() {
        if (server.isEmpty()) {
            return List.of();
        }
        try (var printing = new IppPrinting("ipp://" + server + "/", GLANCE)) {
            return printing.queues().stream()
                    .map(name -> "ipp://" + server + "/printers/" + name)
                    .toList();
        } catch (IOException | IllegalArgumentException _) {
            return List.of();
        }
    }
}
