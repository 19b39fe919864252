package app.lodge.desktop.workstation;

import app.lodge.core.batches.BatchId;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.layouts.CardLayouts;
import app.lodge.core.media.CardJob;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.CardJobs.Resolution;
import app.lodge.core.media.JobId;
import app.lodge.core.media.Media;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.Uid;
import app.lodge.core.operators.OperatorCard;
import app.lodge.core.people.People;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Portraits;
import app.lodge.core.people.Signatures;
import app.lodge.core.purse.Purses;
import app.lodge.core.settings.Settings;
import app.lodge.core.stock.Stock;
import app.lodge.core.work.Progress;
import app.lodge.personalization.cards.CardIdentity;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.DesfireEncoder;
import app.lodge.personalization.cards.OperatorCardDesk;
import app.lodge.personalization.issuing.BatchLook;
import app.lodge.personalization.issuing.BatchOutlook;
import app.lodge.personalization.issuing.BatchOutlook.BatchDoors;
import app.lodge.personalization.issuing.BatchRun;
import app.lodge.personalization.issuing.BrokenJobs;
import app.lodge.personalization.issuing.CardIssuing;
import app.lodge.personalization.issuing.IssueOrder;
import app.lodge.personalization.issuing.IssueOutcome;
import app.lodge.personalization.issuing.IssueStep;
import app.lodge.personalization.issuing.KeyRenewal;
import app.lodge.personalization.issuing.Lacking;
import app.lodge.personalization.issuing.LackingLook;
import app.lodge.personalization.issuing.OwnMedium;
import app.lodge.personalization.issuing.PersonsFields;
import app.lodge.personalization.issuing.PlanEncoding;
import app.lodge.personalization.issuing.PreparingRun;
import app.lodge.personalization.issuing.Renewal;
import app.lodge.personalization.issuing.TurnedRun;
import app.lodge.personalization.layouts.CardFaces;
import app.lodge.personalization.layouts.CardRenderer;
import app.lodge.personalization.layouts.LayoutPlans;
import app.lodge.personalization.layouts.LayoutProof;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.originality.MakersKeys;
import app.lodge.personalization.printers.EvolisDriver;
import app.lodge.personalization.printers.FilePrinterDriver;
import app.lodge.personalization.printers.IppPrinterDriver;
import app.lodge.personalization.printers.OsPrinterDriver;
import app.lodge.personalization.printers.Printers;
import app.lodge.personalization.purse.PurseDesk;
import app.lodge.personalization.recognition.Inspector;
import app.lodge.personalization.recognition.Inspector.Inspected;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// The card readers and printers of this workstation, and the making of a card with them (ID-40,
/// ID-45).
public final class CardMachines {

    /// A card that lies on the reader already.
    public static final Duration CARD_LIES = Duration.ofSeconds(15);

    private static final Duration FOR_A_CARD = Duration.ofSeconds(60);
    private static final Duration FOR_A_LOOK = Duration.ofSeconds(15);

    private final Path folder;
    private final CardDoors doors;
    private final CardsInMaking making;
    private final CardRenderer renderer = new CardRenderer();
    private final LayoutShelf layouts;
    private final Printers printers =
            new Printers(
                    new EvolisDriver(null),
                    IppPrinterDriver.plain(IppPrinterDriver.usualServer()),
                    IppPrinterDriver.secure(),
                    new OsPrinterDriver(),
                    new FilePrinterDriver());
    private final BrokenJobs broken;
    private final DeskReaders readers;

    /// @param folder where cards that are printed into files
    /// @param making the process's one
    public CardMachines(Path folder, CardsInMaking making, CardDoors doors) {
        this.folder = folder;
        this.making = making;
        this.doors = doors;
        this.broken = new BrokenJobs(doors.jobs(), printers);
        this.readers = new DeskReaders(folder);
        this.layouts =
                new LayoutShelf(
                        doors.layouts(), new LayoutProof(renderer), new LayoutPlans(doors.plans()));
    }

    /// The doors that making a card needs.
    public record CardDoors(
            People people,
            Settings settings,
            CardJobs jobs,
            CardKeys keys,
            Media media,
            Purses purses,
            EncodingPlans plans,
            CardLayouts layouts,
            Portraits portraits,
            Signatures signatures) {}

    /// The readers of this workstation.
    public DeskReaders readers() {
        return readers;
    }

    /// What can print: machines first, then the folder for cards as files.
    public List<String> printers() {
        var addresses = new ArrayList<>(printers.found());
        addresses.add("file:" + folder.resolve("cards"));
        return List.copyOf(addresses);
    }

    /// The card that a person would get now.
    public CardFaces preview(Actor actor, PersonId person, String cardNumber) {
        var layout = layouts.of(actor, person);
        var known = doors.people().find(actor, person).orElseThrow();
        return issuing(_ -> unreachable()).preview(actor, layout, known, cardNumber).faces();
    }

    /// Who of those would get a card without a photograph or signature that its layout shows.
    public List<Lacking> lacking(Actor actor, List<PersonId> people) {
        var fields =
                new PersonsFields(doors.people(), doors.settings(), doors.signatures()::current);
        return new LackingLook(doors.people(), fields, layouts).of(actor, people);
    }

    /// Waits for a card at the reader and makes it this person's.
    public IssueOutcome issue(Actor actor, IssueOrder order, Progress<IssueStep> progress)
            throws DeviceException {
        settle(actor);
        try (var _ = making.mark();
                var reader = readers.open(order.reader(), planned(actor))) {
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

    /// Works on a batch with one printer and one reader until nothing is left or a hand is needed (ID-48).
    public BatchRun.End batch(
            Actor actor,
            BatchDoors batches,
            BatchId batch,
            BatchRun.Machines machines,
            Progress<BatchRun.Step> progress) {
        making.whileNone(() -> {
            broken.settle(actor);
            TurnedRun.endOfDead(batches.turns(), actor, machines.printer());
        });
        try (var _ = making.mark()) {
            return new TurnedRun(batches.turns(), batches.batches(), printers, broken, this::issue)
                    .run(actor, batch, machines, progress);
        }
    }

    /// What there is to know before a batch is printed here.
    public BatchLook look(Actor actor, BatchDoors batches, BatchId batch, String printer) {
        var currency = doors.settings().site(actor).currency();
        return new BatchOutlook(batches, layouts, printers, currency).look(actor, batch, printer);
    }

    /// Prepares blanks of one delivery, one after the other (CHAIN-06).
    ///
    /// @return how many became ready
    public int prepare(
            Actor actor,
            Stock stock,
            String readerName,
            PreparingRun.Batch batch,
            Progress<PreparingRun.Blank> progress) {
        try (var _ = making.mark()) {
            return new PreparingRun(doors.plans(), doors.keys(), stock, FOR_A_CARD)
                    .run(actor, batch, new Blanks(readers, readerName, planned(actor)), progress);
        }
    }

    /// What a virtual blank has to be for the site's cards.
    private Supplier<EncodingPlan> planned(Actor actor) {
        return () -> doors.plans().inUse(actor, MediumKind.CARD);
    }

    /// This workstation's jobs that only the clerk's word can end. What broke off when a process died is
    /// settled first, as far as the printer tells (ID-43).
    public List<CardJob> broken(Actor actor) {
        settle(actor);
        return broken.waiting(actor);
    }

    /// What the clerk may say of a job.
    public Set<Resolution> possible(CardJob job) {
        return broken.possible(job);
    }

    public CardJob resolve(Actor actor, RequestId request, JobId job, Resolution resolution) {
        return broken.resolve(actor, request, job, resolution);
    }

    private void settle(Actor actor) {
        making.whileNone(() -> broken.settle(actor));
    }

    /// Whom the card on the reader stands for, proven by its keys.
    public CardIdentity read(Actor actor, String readerName) throws DeviceException {
        try (var reader = readers.open(readerName)) {
            return new DesfireEncoder(doors.keys()).read(actor, reader, FOR_A_CARD);
        }
    }

    /// What lies on the reader, whatever it is.
    public Inspected look(Actor actor, String readerName) throws DeviceException {
        try (var reader = readers.open(readerName)) {
            var found =
                    new Inspector(doors.keys(), MakersKeys.published().with(folder))
                            .look(actor, reader, FOR_A_LOOK);
            return new OwnMedium(doors.keys(), doors.media(), doors.plans())
                    .read(actor, reader, FOR_A_LOOK, found);
        }
    }

    /// Gives the card on the reader the site's newest keys (CHAIN-07).
    public Renewal renew(Actor actor, RequestId request, String readerName) throws DeviceException {
        try (var reader = readers.open(readerName)) {
            return new KeyRenewal(doors.keys(), doors.media(), doors.plans())
                    .renew(actor, request, reader, FOR_A_LOOK);
        }
    }

    /// What the purse of the card on the reader holds (CHAIN-32).
    public PurseDesk.Look purse(Actor actor, String readerName) throws DeviceException {
        try (var reader = readers.open(readerName)) {
            return purses().look(actor, reader, FOR_A_LOOK);
        }
    }

    /// Puts an empty purse on the card on the reader.
    public boolean preparePurse(Actor actor, String readerName, MediumId medium, Uid uid)
            throws DeviceException {
        try (var reader = readers.open(readerName)) {
            return purses().prepare(actor, reader, FOR_A_LOOK, medium, uid);
        }
    }

    /// One visit with the card on the reader.
    public PurseDesk.Visit atPurse(String readerName, PurseWork work) throws DeviceException {
        try (var reader = readers.open(readerName)) {
            return work.with(purses(), reader);
        }
    }

    /// What is done with a purse at the counter.
    public interface PurseWork {
        PurseDesk.Visit with(PurseDesk desk, CardReader reader) throws DeviceException;
    }

    private PurseDesk purses() {
        return new PurseDesk(doors.purses(), doors.keys());
    }

    private CardIssuing issuing(app.lodge.personalization.issuing.ReaderByName reader) {
        return new CardIssuing(
                doors.people(),
                doors.settings(),
                doors.jobs(),
                layouts,
                renderer,
                printers,
                new PlanEncoding(
                        doors.plans(),
                        layouts,
                        doors.keys(),
                        doors.jobs(),
                        reader,
                        FOR_A_CARD,
                        Optional.of(doors.purses())),
                doors.portraits()::rules,
                doors.signatures()::current);
    }

    /// Writes an operator's card: `issue` is asked for its number between finding the blank and writing.
    public OperatorCard operatorCard(
            Actor actor, String readerName, Function<Uid, Optional<OperatorCard>> issue)
            throws DeviceException {
        try (var reader = readers.open(readerName)) {
            var uid = OperatorCardDesk.identify(actor, doors.keys(), reader, FOR_A_LOOK);
            var card = issue.apply(uid).orElseThrow(() -> new NotOrdered(uid));
            OperatorCardDesk.write(actor, doors.keys(), reader, FOR_A_LOOK, card);
            return card;
        }
    }

    /// The books took no such card.
    public static final class NotOrdered extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotOrdered(Uid uid) {
            super("No operator card was issued for chip " + uid.hex());
        }
    }

    private static CardReader unreachable() throws DeviceException {
        throw new DeviceException(new DeviceFault.NoReader("preview"));
    }
}
