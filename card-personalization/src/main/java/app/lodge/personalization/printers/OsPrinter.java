package app.lodge.personalization.printers;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.layouts.CardFace;
import java.awt.Graphics2D;
import java.awt.print.Book;
import java.awt.print.PageFormat;
import java.awt.print.Paper;
import java.awt.print.Printable;
import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.util.Map;
import javax.print.PrintService;
import javax.print.attribute.standard.PrinterIsAcceptingJobs;

/// Prints through a queue: the bitmap 1:1 on a page of its size. The queue holds no card for
/// encoding, and what it answers is that the data left the computer, not that a card came out.
///
/// On Linux and macOS the JDK writes PostScript: the picture in it has our very pixels, but is placed
/// one dot wider and higher than it is (it rounds up), so a device at 300 dpi repeats one column and
/// one row. `ipp:` has no such detour.
final class OsPrinter implements CardPrinter {

    private static final double POINTS = 72.0 / CardFace.DOTS_PER_INCH;

    private final PrintService queue;

    OsPrinter(PrintService queue) {
        this.queue = queue;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(true, false, false);
    }

    @Override
    public PrinterStatus status() {
        var accepting = queue.getAttribute(PrinterIsAcceptingJobs.class);
        boolean stopped = accepting == PrinterIsAcceptingJobs.NOT_ACCEPTING_JOBS;
        return new PrinterStatus(
                false,
                stopped ? new DeviceFault.NoPrinter("os:" + queue.getName()) : null,
                Map.of("queue.accepting", String.valueOf(!stopped)));
    }

    @Override
    public void feed(Station station) {}

    @Override
    public PrintResult print(PrintOrder order) throws DeviceException {
        var job = PrinterJob.getPrinterJob();
        var pages = new Book();
        for (var face : order.faces().sides()) {
            pages.append(page(face), cardSized());
        }
        try {
            job.setPrintService(queue);
            job.setJobName("card " + order.name());
            job.setPageable(pages);
            job.print();
        } catch (PrinterException e) {
            throw new DeviceException(
                    new DeviceFault.PrinterUnknownOutcome("os:" + queue.getName(), 0), e);
        }
        return new PrintResult.Printed(Map.of("queue", queue.getName()));
    }

    @Override
    public void eject() {}

    @Override
    public void reject() {}

    @Override
    public void close() {}

    /// The bitmap's pixels on the page's points, untouched.
    static Printable page(CardFace face) {
        var image = face.composed();
        return (graphics, _, _) -> {
            var page = (Graphics2D) graphics.create();
            page.scale(POINTS, POINTS);
            page.drawImage(image, 0, 0, null);
            page.dispose();
            return Printable.PAGE_EXISTS;
        };
    }

    /// PORTRAIT although wider than high: drivers would turn a landscape page.
    static PageFormat cardSized() {
        var paper = new Paper();
        double width = CardFace.WIDTH * POINTS;
        double height = CardFace.HEIGHT * POINTS;
        paper.setSize(width, height);
        paper.setImageableArea(0, 0, width, height);
        var format = new PageFormat();
        format.setOrientation(PageFormat.PORTRAIT);
        format.setPaper(paper);
        return format;
    }
}
