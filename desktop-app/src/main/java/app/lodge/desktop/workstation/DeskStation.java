package app.lodge.desktop.workstation;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.media.CardJob;
import app.lodge.core.media.CardJobs.Resolution;
import app.lodge.core.media.Media;
import app.lodge.core.people.PersonId;
import app.lodge.core.work.Progress;
import app.lodge.desktop.carddesk.CardStation;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.workstation.CardMachines.CardDoors;
import app.lodge.personalization.cards.PcscReaders;
import app.lodge.personalization.issuing.IssueOrder;
import app.lodge.personalization.issuing.IssueOutcome;
import app.lodge.personalization.issuing.IssueStep;
import app.lodge.personalization.issuing.Renewal;
import app.lodge.personalization.layouts.FaceFiles;
import app.lodge.personalization.recognition.Inspector.Inspected;
import app.lodge.personalization.virtual.VirtualReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// The card desk's machines for the operator at it.
public final class DeskStation implements CardStation {

    private final Session session;
    private final Media media;
    private final CardMachines machines;

    public DeskStation(Path folder, CardsInMaking making, Session session) {
        this.session = session;
        var doors = session.doors();
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
                                doors.encodingPlans()));
    }

    @Override
    public List<Machine> readers() {
        return Stream.concat(
                        machines.known().stream()
                                .map(each -> Machine.named(each.name(), each.title())),
                        Stream.of(reader(CardMachines.VIRTUAL)))
                .toList();
    }

    @Override
    public List<ReaderState> readerStates() {
        return machines.known().stream()
                .map(each ->
                        new ReaderState(
                                Machine.named(each.name(), each.title()),
                                presence(each.name()),
                                each.profile().inPrinter()))
                .toList();
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
        return name.equals(CardMachines.VIRTUAL)
                        && PcscReaders.list().contains(VirtualReader.PCSC_NAME)
                ? Machine.virtualThroughPcsc(name)
                : Machine.reader(name);
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
    public IssueOutcome issue(IssueOrder order, Progress<IssueStep> progress)
            throws DeviceException {
        return machines.issue(session.actor(), order, progress);
    }

    @Override
    public Inspected look(String reader) throws DeviceException {
        return machines.look(session.actor(), reader);
    }

    @Override
    public Renewal renew(RequestId request, String reader) throws DeviceException {
        return machines.renew(session.actor(), request, reader);
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
