package app.lodge.desktop;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.media.Uid;
import app.lodge.desktop.carddesk.CardStation;
import app.lodge.desktop.carddesk.CardStation.Machine;
import app.lodge.desktop.carddesk.IssuingStation;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.DesfireEncoder;
import app.lodge.personalization.cards.PcscReaders;
import app.lodge.personalization.issuing.CardIssuing;
import app.lodge.personalization.issuing.DesfireEncoding;
import app.lodge.personalization.layouts.CardRenderer;
import app.lodge.personalization.layouts.LayoutProof;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.printers.EvolisDriver;
import app.lodge.personalization.printers.FilePrinterDriver;
import app.lodge.personalization.printers.OsPrinterDriver;
import app.lodge.personalization.printers.Printers;
import app.lodge.personalization.virtual.InProcessReader;
import app.lodge.personalization.virtual.VirtualCardPath;
import app.lodge.personalization.virtual.VirtualDesfire;
import app.lodge.personalization.virtual.VirtualPrinterDriver;
import app.lodge.personalization.virtual.VirtualReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The readers and printers at this workstation, real and virtual, wired by hand.
public final class WorkstationMachines {

    /// How long somebody may take to put a blank on the reader.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String IN_PROCESS = "in-process";

    private final Path folder;
    private final SecureRandom random = new SecureRandom();
    private final InProcessReader inProcess = new InProcessReader(IN_PROCESS);
    private final Printers printers;
    private boolean lies;
    private @Nullable VirtualReader laid;

    /// @param folder where published layouts lie and virtual and file printers write
    public WorkstationMachines(Path folder) {
        this.folder = folder;
        this.printers =
                new Printers(
                        new EvolisDriver(null),
                        new OsPrinterDriver(),
                        new FilePrinterDriver(),
                        new VirtualPrinterDriver(
                                folder.resolve("virtual-printers"), VirtualCardPath.plain()));
    }

    /// The card station for a signed-in operator.
    public CardStation station(Session session) {
        var doors = session.doors();
        var renderer = new CardRenderer();
        var layouts = new LayoutShelf(folder.resolve("layouts"), new LayoutProof(renderer));
        var encoding =
                new DesfireEncoding(
                        new DesfireEncoder(doors.cardKeys()),
                        doors.cardKeys(),
                        this::reader,
                        PATIENCE);
        var issuing =
                new CardIssuing(
                        doors.people(),
                        doors.settings(),
                        doors.jobs(),
                        layouts,
                        renderer,
                        printers,
                        encoding);
        return new IssuingStation(
                session, issuing, layouts, this::readers, this::printers, this::takeOff);
    }

    private List<Machine> readers() {
        return Stream.concat(PcscReaders.list().stream(), Stream.of(IN_PROCESS))
                .map(Machine::reader)
                .toList();
    }

    private List<Machine> printers() {
        var addresses = new ArrayList<>(printers.found());
        addresses.add("file:" + folder.resolve("cards"));
        return addresses.stream().map(Machine::printer).toList();
    }

    /// On a virtual reader a fresh blank lies as soon as somebody looks.
    private synchronized CardReader reader(String name) throws DeviceException {
        if (name.equals(IN_PROCESS)) {
            if (!lies) {
                inProcess.insert(blank());
                lies = true;
            }
            return inProcess;
        }
        if (name.equals(VirtualReader.PCSC_NAME)) {
            if (laid == null) {
                laid = VirtualReader.lay(blank());
            }
            return laid;
        }
        return PcscReaders.open(name);
    }

    private synchronized void takeOff() {
        inProcess.remove();
        lies = false;
        if (laid != null) {
            laid.close();
            laid = null;
        }
    }

    private VirtualDesfire blank() {
        var uid = new byte[7];
        random.nextBytes(uid);
        uid[0] = 4;
        return VirtualDesfire.blank(VirtualDesfire.Generation.EV3, Uid.of(uid), random);
    }
}
