package app.lodge.personalization.printers;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.ipp.IppPrinterState;
import app.lodge.personalization.ipp.IppPrinting;
import app.lodge.personalization.layouts.FaceFiles;
import java.io.IOException;
import java.net.ConnectException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Prints by IPP, and follows the job to its end. A printer answers for the card; a print server's queue
/// answers for the data only, even where it says "completed".
final class IppPrinter implements CardPrinter {

    private static final String PDF = "application/pdf";
    private static final int WIDTH = 8_602;
    private static final int HEIGHT = 5_486;

    /// `client-error-document-format-not-supported`
    private static final int NO_PDF = 0x040A;

    /// `client-error-attributes-or-values-not-supported`
    private static final int NOT_SUCH_PAPER = 0x040B;

    private final IppPrinting printing;
    private final String address;
    private final IppJob.Patience patience;
    private final boolean tellsResult;
    private final boolean duplex;

    IppPrinter(IppPrinting printing, String address, IppJob.Patience patience)
            throws DeviceException {
        this.printing = printing;
        this.address = address;
        this.patience = patience;
        var state = state();
        this.tellsResult = !state.server();
        this.duplex = state.twoSided();
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(duplex, false, tellsResult);
    }

    @Override
    public PrinterStatus status() throws DeviceException {
        var state = state();
        var levels =
                state.levels().stream()
                        .map(each -> new Supplies.Level(each.name(), each.percent()))
                        .toList();
        var evidence = Map.of("ipp.printer-reasons", String.join(" ", state.reasons()));
        return new PrinterStatus(
                false,
                IppWords.hindrance(address, state).orElse(null),
                evidence,
                new Supplies("", null, null, levels));
    }

    @Override
    public void feed(Station station) {}

    @Override
    public PrintResult print(PrintOrder order) throws DeviceException {
        var evidence = new LinkedHashMap<String, String>();
        if (!state().formats().contains(PDF)) {
            return new PrintResult.Blocked(
                    new DeviceFault.PrinterRefused(address, NO_PDF), evidence);
        }
        try {
            int job = send(order, evidence);
            return new IppJob(printing, address, job, patience, evidence).follow();
        } catch (IppPrinting.Refused e) {
            return new PrintResult.Blocked(
                    new DeviceFault.PrinterRefused(address, e.status()), evidence);
        } catch (ConnectException e) {
            return new PrintResult.Blocked(new DeviceFault.NoPrinter(address), evidence);
        } catch (IOException e) {
            // It may have taken the card, and its number is not known.
            throw new DeviceException(new DeviceFault.PrinterUnknownOutcome(address, 0), e);
        }
    }

    /// A printer that knows no paper of a card's size took nothing yet, and gets the card once more for
    /// the paper that it has.
    private int send(PrintOrder order, Map<String, String> evidence) throws IOException {
        var pdf = FaceFiles.pdf(order.faces());
        boolean both = duplex && order.faces().back() != null;
        var name = "card " + order.name();
        try {
            return printing.print(new IppPrinting.Document(name, pdf, PDF, both, WIDTH, HEIGHT));
        } catch (IppPrinting.Refused e) {
            if (e.status() != NOT_SUCH_PAPER) {
                throw e;
            }
            evidence.put("ipp.paper", "the printer's own");
            return printing.print(new IppPrinting.Document(name, pdf, PDF, both, 0, 0));
        }
    }

    @Override
    public void eject() {}

    @Override
    public void reject() {}

    @Override
    public void close() {
        printing.close();
    }

    private IppPrinterState state() throws DeviceException {
        try {
            return printing.printer();
        } catch (IOException e) {
            throw new DeviceException(new DeviceFault.NoPrinter(address), e);
        }
    }
}
