package app.lodge.desktop.workstation;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.Uid;
import app.lodge.core.people.People;
import app.lodge.core.settings.Settings;
import app.lodge.core.work.Progress;
import app.lodge.personalization.cards.CardIdentity;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.DesfireEncoder;
import app.lodge.personalization.cards.PcscReaders;
import app.lodge.personalization.issuing.CardIssuing;
import app.lodge.personalization.issuing.DesfireEncoding;
import app.lodge.personalization.issuing.IssueOrder;
import app.lodge.personalization.issuing.IssueOutcome;
import app.lodge.personalization.issuing.IssueStep;
import app.lodge.personalization.layouts.CardRenderer;
import app.lodge.personalization.layouts.LayoutProof;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.printers.EvolisDriver;
import app.lodge.personalization.printers.FilePrinterDriver;
import app.lodge.personalization.printers.OsPrinterDriver;
import app.lodge.personalization.printers.Printers;
import app.lodge.personalization.virtual.VirtualDesfire;
import app.lodge.personalization.virtual.VirtualReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;

/// The card readers and printers of this workstation, and the making of a card with them (ID-40,
/// ID-45).
public final class CardMachines {

    /// A blank virtual card, on pcscd's virtual reader where there is one, else in memory.
    public static final String VIRTUAL = "in-process";

    private static final Duration FOR_A_CARD = Duration.ofSeconds(60);

    private final Path folder;
    private final CardDoors doors;
    private final CardRenderer renderer = new CardRenderer();
    private final LayoutShelf layouts;
    private final Printers printers =
            new Printers(new EvolisDriver(null), new OsPrinterDriver(), new FilePrinterDriver());

    /// @param folder where layouts lie, and cards that are printed into files
    public CardMachines(Path folder, CardDoors doors) {
        this.folder = folder;
        this.doors = doors;
        this.layouts = new LayoutShelf(folder.resolve("layouts"), new LayoutProof(renderer));
    }

    /// The doors that making a card needs.
    public record CardDoors(People people, Settings settings, CardJobs jobs, CardKeys keys) {}

    /// Waits for a card at the reader and makes it this person's.
    public IssueOutcome issue(Actor actor, IssueOrder order, Progress<IssueStep> progress)
            throws DeviceException {
        try (var reader = open(order.reader())) {
            var named =
                    new IssueOrder(
                            order.request(),
                            order.person(),
                            order.printer(),
                            reader.name(),
                            order.layout());
            return issuing(_ -> reader).issue(actor, named, progress);
        }
    }

    /// Whom the card on the reader stands for, proven by its keys.
    public CardIdentity read(Actor actor, String readerName) throws DeviceException {
        try (var reader = open(readerName)) {
            return new DesfireEncoder(doors.keys()).read(actor, reader, FOR_A_CARD);
        }
    }

    private CardIssuing issuing(app.lodge.personalization.issuing.ReaderByName reader) {
        return new CardIssuing(
                doors.people(),
                doors.settings(),
                doors.jobs(),
                layouts,
                renderer,
                printers,
                new DesfireEncoding(
                        new DesfireEncoder(doors.keys()), doors.keys(), reader, FOR_A_CARD));
    }

    private static CardReader open(String name) throws DeviceException {
        return name.equals(VIRTUAL) ? VirtualReader.lay(blank()) : PcscReaders.open(name);
    }

    private static VirtualDesfire blank() {
        var random = new SecureRandom();
        var uid = new byte[7];
        random.nextBytes(uid);
        uid[0] = 0x04;
        return VirtualDesfire.blank(VirtualDesfire.Generation.EV3, Uid.of(uid), random);
    }
}
