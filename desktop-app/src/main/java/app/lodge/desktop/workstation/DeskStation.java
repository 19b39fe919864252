package app.lodge.desktop.workstation;

import app.lodge.core.batches.BatchId;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.media.CardJob;
import app.lodge.core.media.CardJobs.Resolution;
import app.lodge.core.media.Media;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.Uid;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.work.Progress;
import app.lodge.desktop.carddesk.CardStation;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.workstation.CardMachines.CardDoors;
import app.lodge.personalization.cameras.Cameras;
import app.lodge.personalization.cameras.FileCameraDriver;
import app.lodge.personalization.cameras.VideoCameraDriver;
import app.lodge.personalization.cards.PcscReaders;
import app.lodge.personalization.ibutton.StationLog.ReadOut;
import app.lodge.personalization.issuing.BatchLook;
import app.lodge.personalization.issuing.BatchOutlook.BatchDoors;
import app.lodge.personalization.issuing.BatchRun;
import app.lodge.personalization.issuing.IssueOrder;
import app.lodge.personalization.issuing.IssueOutcome;
import app.lodge.personalization.issuing.IssueStep;
import app.lodge.personalization.issuing.KeyIssuing.KeyLook;
import app.lodge.personalization.issuing.KeyIssuing.KeyOrder;
import app.lodge.personalization.issuing.KeyIssuing.KeyOutcome;
import app.lodge.personalization.issuing.Lacking;
import app.lodge.personalization.issuing.PreparingRun;
import app.lodge.personalization.issuing.Renewal;
import app.lodge.personalization.layouts.FaceFiles;
import app.lodge.personalization.onewire.OneWirePorts;
import app.lodge.personalization.purse.PurseDesk;
import app.lodge.personalization.purse.PurseMatter;
import app.lodge.personalization.recognition.Inspector.Inspected;
import app.lodge.personalization.virtual.VirtualReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The card desk's machines for the operator at it.
public final class DeskStation implements CardStation {

    private final Session session;
    private final Media media;
    private final CardMachines machines;
    private final KeyMachines keys;
    private final DeskNumbers numbers;
    private final Cameras cameras;

    /// @param numbers the process's one
    public DeskStation(Path folder, CardsInMaking making, DeskNumbers numbers, Session session) {
        this.session = session;
        this.numbers = numbers;
        this.cameras =
                new Cameras(
                        new VideoCameraDriver(), new FileCameraDriver(folder.resolve("camera")));
        var doors = session.doors();
        this.keys =
                new KeyMachines(
                        folder, doors.contactKeys(), doors.cardKeys(), doors.encodingPlans());
        this.media = doors.media();
        this.machines =
                new CardMachines(
                        folder,
                        making,
                        new CardDoors(
                                doors.people(),
                                doors.settings(),
                                doors.jobs(),
                                doors.cardKeys(),
                                doors.media(),
                                doors.purses(),
                                doors.encodingPlans(),
                                doors.cardLayouts(),
                                doors.portraits(),
                                doors.signatures()));
    }

    @Override
    public List<Machine> readers() {
        return Stream.concat(
                        machines.readers().known().stream()
                                .map(each -> Machine.named(each.name(), each.title())),
                        Stream.concat(
                                Stream.of(reader(DeskReaders.VIRTUAL)),
                                KeyMachines.adapters().stream().map(Machine::adapter)))
                .toList();
    }

    @Override
    public List<ReaderState> readerStates() {
        return machines.readers().known().stream()
                .map(each ->
                        new ReaderState(
                                Machine.named(each.name(), each.title()),
                                presence(each.name()),
                                each.profile().inPrinter()))
                .toList();
    }

    @Override
    public List<String> serialPorts() {
        return OneWirePorts.list();
    }

    @Override
    public Optional<String> number(String port) {
        return numbers.next(port);
    }

    private static Presence presence(String name) {
        try (var reader = PcscReaders.open(name)) {
            return reader.awaitRemoval(Duration.ZERO) ? Presence.EMPTY : Presence.CARD;
        } catch (DeviceException _) {
            return Presence.GONE;
        }
    }

    /// The virtual card says whether it goes through PC/SC or stays in this program.
    private static Machine reader(String name) {
        return name.equals(DeskReaders.VIRTUAL)
                        && PcscReaders.list().contains(VirtualReader.PCSC_NAME)
                ? Machine.virtualThroughPcsc(name)
                : Machine.reader(name);
    }

    @Override
    public Cameras cameras() {
        return cameras;
    }

    @Override
    public List<Machine> printers() {
        return machines.printers().stream().map(Machine::printer).toList();
    }

    @Override
    public Faces preview(PersonId person) {
        int issue = media.ofPerson(session.actor(), person).size() + 1;
        var number = "%07d-%02d".formatted(person.number(), issue);
        var faces = machines.preview(session.actor(), person, number);
        var back = faces.back();
        return new Faces(
                FaceFiles.png(faces.front()), back == null ? new byte[0] : FaceFiles.png(back));
    }

    @Override
    public List<Lacking> lacking(List<PersonId> people) {
        return machines.lacking(session.actor(), people);
    }

    @Override
    public BatchRun.End batch(
            BatchId batch, BatchRun.Machines at, Progress<BatchRun.Step> progress) {
        return machines.batch(session.actor(), batchDoors(), batch, at, progress);
    }

    @Override
    public BatchLook look(BatchId batch, String printer) {
        var look = machines.look(session.actor(), batchDoors(), batch, printer);
        RibbonNews.of(session.actor(), look.supplies(), printer)
                .ifPresent(told -> session.doors().watch().tellRibbon(session.actor(), told));
        return look;
    }

    private BatchDoors batchDoors() {
        var doors = session.doors();
        return new BatchDoors(
                doors.cardBatches(), doors.printerTurns(), doors.cardPrices(), doors.stock());
    }

    @Override
    public IssueOutcome issue(IssueOrder order, Progress<IssueStep> progress)
            throws DeviceException {
        return machines.issue(session.actor(), order, progress);
    }

    @Override
    public int prepare(
            String reader, PreparingRun.Batch batch, Progress<PreparingRun.Blank> progress) {
        return machines.prepare(session.actor(), session.doors().stock(), reader, batch, progress);
    }

    @Override
    public Inspected look(String reader) throws DeviceException {
        return machines.look(session.actor(), reader);
    }

    @Override
    public KeyLook lookAtKey(String adapter) throws DeviceException {
        return keys.look(session.actor(), adapter);
    }

    @Override
    public KeyOutcome encodeKey(String adapter, KeyOrder order) throws DeviceException {
        return keys.encode(session.actor(), adapter, order);
    }

    @Override
    public void keepLog(Path file, ReadOut log, SiteSettings site) {
        try {
            LogFile.write(file, log, site.zone(), site.currency());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Renewal renew(RequestId request, String reader) throws DeviceException {
        return machines.renew(session.actor(), request, reader);
    }

    @Override
    public PurseDesk.Look purse(String reader) throws DeviceException {
        return machines.purse(session.actor(), reader);
    }

    @Override
    public boolean preparePurse(String reader, MediumId medium, Uid uid) throws DeviceException {
        return machines.preparePurse(session.actor(), reader, medium, uid);
    }

    @Override
    public PurseDesk.Visit changePurse(RequestId request, String reader, PurseMatter matter)
            throws DeviceException {
        return machines.atPurse(
                reader,
                (desk, at) ->
                        desk.visit(session.actor(), request, at, CardMachines.CARD_LIES, matter));
    }

    @Override
    public PurseDesk.Visit finishPurse(String reader, PurseDesk.Visit.Torn torn)
            throws DeviceException {
        return machines.atPurse(
                reader,
                (desk, at) ->
                        desk.finish(
                                session.actor(),
                                at,
                                CardMachines.CARD_LIES,
                                torn.uid(),
                                torn.order()));
    }

    @Override
    public List<BrokenJob> broken() {
        return machines.broken(session.actor()).stream()
                .map(job -> new BrokenJob(job, machines.possible(job)))
                .toList();
    }

    @Override
    public CardJob resolve(RequestId request, CardJob job, Resolution resolution) {
        return machines.resolve(session.actor(), request, job.id(), resolution);
    }
}
