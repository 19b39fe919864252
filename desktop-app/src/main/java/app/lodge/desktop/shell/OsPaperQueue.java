package app.lodge.desktop.shell;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.print.DocFlavor;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.SimpleDoc;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.standard.JobName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The operating system's queues, as Java knows them.
final class OsPaperQueue implements PaperQueue {

    private static final Logger LOG = LoggerFactory.getLogger(OsPaperQueue.class);
    private static final DocFlavor PDF = DocFlavor.INPUT_STREAM.PDF;

    @Override
    public Outcome print(String name, byte[] pdf) {
        var queues = queues();
        if (queues.isEmpty()) {
            return new Outcome.NoPrinter();
        }
        var queue =
                queues.stream()
                        .filter(one -> one.isDocFlavorSupported(PDF))
                        .findFirst()
                        .orElse(queues.getFirst());
        var attributes = new HashPrintRequestAttributeSet();
        attributes.add(new JobName(name, null));
        try {
            queue.createPrintJob()
                    .print(new SimpleDoc(new ByteArrayInputStream(pdf), PDF, null), attributes);
            return new Outcome.Sent(queue.getName());
        } catch (PrintException e) {
            LOG.warn("Queue {} did not take {}", queue.getName(), name, e);
            return new Outcome.NotTaken(queue.getName());
        }
    }

    private static List<PrintService> queues() {
        var queues = new ArrayList<PrintService>();
        var usual = PrintServiceLookup.lookupDefaultPrintService();
        if (usual != null) {
            queues.add(usual);
        }
        for (var other : PrintServiceLookup.lookupPrintServices(null, null)) {
            if (!other.equals(usual)) {
                queues.add(other);
            }
        }
        return queues;
    }
}
