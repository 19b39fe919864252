package app.lodge.desktop;

import app.lodge.core.batches.BatchId;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.media.CardJob;
import app.lodge.core.media.CardJobs.Resolution;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.work.Progress;
import app.lodge.desktop.carddesk.CardStation;
import app.lodge.personalization.cameras.Cameras;
import app.lodge.personalization.ibutton.StationLog.ReadOut;
import app.lodge.personalization.issuing.BatchLook;
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
import app.lodge.personalization.printers.Supplies;
import app.lodge.personalization.purse.PurseDesk;
import app.lodge.personalization.purse.PurseMatter;
import app.lodge.personalization.recognition.Contents;
import app.lodge.personalization.recognition.Inspector.Inspected;
import app.lodge.personalization.recognition.Recognised;
import app.lodge.personalization.recognition.Strength;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.imageio.ImageIO;

/// A reader and a printer made of paper: issues at once, or fails as told.
final class FakeStation implements CardStation {

    public BatchRun.End batchEnds = new BatchRun.End.Done();

    private final FakePeople people;
    private final FakeMedia media;
    private final FakeBatches batches;

    /// What the next issue runs into; null for success.
    volatile DeviceFault fault;

    FakeStation(FakePeople people, FakeMedia media, FakeBatches batches) {
        this.people = people;
        this.media = media;
        this.batches = batches;
    }

    @Override
    public List<Machine> readers() {
        return List.of(
                Machine.reader("in-process"),
                Machine.reader("Virtual PCD 00 00"),
                Machine.adapter("onewire:/dev/ttyUSB0"),
                Machine.adapter("onewire:virtual"),
                Machine.adapter("onewire:virtual-log"));
    }

    @Override
    public Cameras cameras() {
        return new Cameras(camera);
    }

    final PaperCamera camera = new PaperCamera(PeoplePictures.portrait());

    /// Numbers that the reader at the serial port has still to say.
    final Deque<String> numbers = new ArrayDeque<>();

    @Override
    public List<String> serialPorts() {
        return List.of("/dev/ttyUSB0", "/dev/ttyUSB1");
    }

    @Override
    public Optional<String> number(String port) {
        return port.isEmpty() ? Optional.empty() : Optional.ofNullable(numbers.poll());
    }

    @Override
    public List<ReaderState> readerStates() {
        return states;
    }

    List<ReaderState> states =
            List.of(
                    new ReaderState(
                            Machine.named("ACS ACR122U PICC Interface 00 00", "ACS ACR122U"),
                            Presence.CARD,
                            false),
                    new ReaderState(
                            Machine.named("Evolis Primacy Contactless Encoder 01 00", "Evolis"),
                            Presence.EMPTY,
                            true));

    @Override
    public List<Machine> printers() {
        return List.of(Machine.printer("file:/cards"), Machine.printer("evolis:Primacy 2"));
    }

    @Override
    public Faces preview(PersonId person) {
        return new Faces(
                face(people.name(person), new Color(0x1f6feb)), face("North School", Color.GRAY));
    }

    /// Whose photograph or signature is missing.
    List<Lacking> lacking = List.of();

    @Override
    public List<Lacking> lacking(List<PersonId> whose) {
        return lacking.stream().filter(one -> whose.contains(one.person())).toList();
    }

    @Override
    public IssueOutcome issue(IssueOrder order, Progress<IssueStep> progress) {
        var job = media.begun(order.person());
        for (var step : IssueStep.values()) {
            progress.at(step);
            if (fault != null && step == IssueStep.ENCODING) {
                return new IssueOutcome.Spoiled(job, step, fault);
            }
        }
        media.issue(order.person());
        return new IssueOutcome.Issued(job, Uid.of(new byte[] {4, 1, 2, 3, 4, 5, 6}));
    }

    @Override
    public BatchRun.End batch(
            BatchId batch, BatchRun.Machines machines, Progress<BatchRun.Step> progress) {
        if (!batch.equals(FakeQueue.ID)) {
            return batchEnds;
        }
        return new BatchRun(batches, (_, order, steps) -> made(order, steps), () -> true)
                .run(null, batch, machines, progress);
    }

    /// Where a card of the queue stands still until it may go on; null for nowhere.
    volatile IssueStep holdAt;

    volatile CountDownLatch mayGo = new CountDownLatch(0);

    /// Cards of the queue that the machine was asked for, in their order.
    final List<PersonId> made = new CopyOnWriteArrayList<>();

    /// Whose cards of the queue are spoiled; null for nobody's.
    volatile PersonId unlucky;

    private IssueOutcome made(IssueOrder order, Progress<IssueStep> progress) {
        made.add(order.person());
        if (unlucky != null) {
            fault = order.person().equals(unlucky) ? new DeviceFault.KeyRefused(0, 1) : null;
        }
        var outcome = issue(order, new Held(progress));
        batches.queue.became(order.person(), outcome);
        return outcome;
    }

    private final class Held implements Progress<IssueStep> {

        private final Progress<IssueStep> progress;

        private Held(Progress<IssueStep> progress) {
            this.progress = progress;
        }

        @Override
        public void at(IssueStep step) {
            progress.at(step);
            if (step == holdAt) {
                try {
                    mayGo.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        @Override
        public boolean stopRequested() {
            return progress.stopRequested();
        }

        @Override
        public Watch onStop(Runnable wake) {
            return progress.onStop(wake);
        }
    }

    /// A ribbon that ends within the batch and a cleaning that is due.
    BatchLook look =
            new BatchLook(
                    3,
                    3,
                    null,
                    new Supplies(
                            "1000123",
                            new Supplies.Ribbon("YMCKO", 2, 300),
                            new Supplies.Cleaning(999, 1000)),
                    2,
                    40,
                    new BatchLook.Cost(Money.of(112, "EUR"), Money.of(336, "EUR"), true, true),
                    null);

    @Override
    public BatchLook look(BatchId batch, String printer) {
        return look;
    }

    @Override
    public int prepare(
            String reader, PreparingRun.Batch batch, Progress<PreparingRun.Blank> progress) {
        progress.at(new PreparingRun.Blank.Ready(new Uid("04AABBCCDDEE01"), false));
        progress.at(new PreparingRun.Blank.Ready(new Uid("04AABBCCDDEE02"), false));
        progress.at(
                new PreparingRun.Blank.Broken(
                        Optional.of(new Uid("04AABBCCDDEE03")), new DeviceFault.KeyRefused(0, 1)));
        return 2;
    }

    /// What lies on the reader; a fault as in {@link #fault} comes first.
    Inspected lying =
            new Inspected(
                    new Recognised(
                            Optional.of(new Uid("DEADBEEF")),
                            "MIFARE Classic 1K",
                            Strength.BROKEN,
                            752,
                            new Contents.Others(List.of("E103"))),
                    Optional.empty(),
                    Optional.empty(),
                    false);

    @Override
    public Inspected look(String reader) throws DeviceException {
        if (fault != null) {
            throw new DeviceException(fault);
        }
        return lying;
    }

    @Override
    public Renewal renew(RequestId request, String reader) throws DeviceException {
        if (fault != null) {
            throw new DeviceException(fault);
        }
        var uid = lying.seen().uid().orElseThrow();
        var known = media.withUid(null, uid);
        if (known.isEmpty()) {
            return new Renewal.NotOurs(uid);
        }
        lying = new Inspected(lying.seen(), lying.identity(), Optional.empty(), false);
        return new Renewal.Renewed(known.get());
    }

    /// The purse of what lies on the reader; null for none.
    PurseDesk.Look purse;

    /// Why it cannot be read; null if it can.
    DeviceFault purseFault;

    @Override
    public PurseDesk.Look purse(String reader) throws DeviceException {
        if (purseFault != null) {
            throw new DeviceException(purseFault);
        }
        if (purse == null) {
            throw new DeviceException(new DeviceFault.UnknownCard("no purse"));
        }
        return purse;
    }

    @Override
    public boolean preparePurse(String reader, MediumId medium, Uid uid) {
        return true;
    }

    /// What the next visit answers.
    PurseDesk.Visit visit;

    /// What was asked of it.
    final List<PurseMatter> matters = new ArrayList<>();

    @Override
    public PurseDesk.Visit changePurse(RequestId request, String reader, PurseMatter matter)
            throws DeviceException {
        if (fault != null) {
            throw new DeviceException(fault);
        }
        matters.add(matter);
        if (visit instanceof PurseDesk.Visit.Done done) {
            purse = done.look();
        }
        return visit;
    }

    @Override
    public PurseDesk.Visit finishPurse(String reader, PurseDesk.Visit.Torn torn) {
        return visit;
    }

    @Override
    public KeyLook lookAtKey(String adapter) throws DeviceException {
        if (fault != null) {
            throw new DeviceException(fault);
        }
        return adapter.endsWith("log") ? keys.log() : keys.key();
    }

    @Override
    public KeyOutcome encodeKey(String adapter, KeyOrder order) throws DeviceException {
        if (fault != null) {
            throw new DeviceException(fault);
        }
        return keys.encode(order);
    }

    @Override
    public void keepLog(Path file, ReadOut log, SiteSettings site) {
        keptLogs.add(file);
    }

    /// Files that a log was written to.
    final List<Path> keptLogs = new ArrayList<>();

    /// What touches the adapters.
    final FakeKeys keys = new FakeKeys();

    @Override
    public List<BrokenJob> broken() {
        return media.open(null, "desk-1").stream()
                .map(job -> new BrokenJob(job, EnumSet.allOf(Resolution.class)))
                .toList();
    }

    @Override
    public CardJob resolve(RequestId request, CardJob job, Resolution resolution) {
        return media.resolve(null, request, job.id(), resolution);
    }

    static byte[] face(String words, Color band) {
        var image = new BufferedImage(1012, 638, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 1012, 638);
        g.setColor(band);
        g.fillRect(0, 0, 1012, 130);
        g.setColor(Color.DARK_GRAY);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 54));
        g.drawString(words, 60, 420);
        g.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
