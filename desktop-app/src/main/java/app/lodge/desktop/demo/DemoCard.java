package app.lodge.desktop.demo;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.layouts.CardLayouts;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.Media;
import app.lodge.core.media.MediumState;
import app.lodge.core.media.Uid;
import app.lodge.core.people.People;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.Settings;
import app.lodge.core.work.Progress;
import app.lodge.personalization.issuing.CardIssuing;
import app.lodge.personalization.issuing.IssueOrder;
import app.lodge.personalization.issuing.IssueOutcome;
import app.lodge.personalization.issuing.PlanEncoding;
import app.lodge.personalization.layouts.CardRenderer;
import app.lodge.personalization.layouts.LayoutPlans;
import app.lodge.personalization.layouts.LayoutProof;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.printers.FilePrinterDriver;
import app.lodge.personalization.printers.Printers;
import app.lodge.personalization.virtual.VirtualDesfire;
import app.lodge.personalization.virtual.VirtualReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;

/// The demo's card: a blank virtual DESFire on the best reader that the machine has for it, encoded by
/// the bridge's vault and printed into files.
final class DemoCard implements AutoCloseable {

    private static final byte[] MAKER = {0x04};
    private static final int UID_BYTES = 7;

    private final DemoSite site;
    private final Path out;
    private final VirtualReader reader;

    DemoCard(DemoSite site, Path out) {
        this.site = site;
        this.out = out;
        var random = new SecureRandom();
        var uid = new byte[UID_BYTES];
        random.nextBytes(uid);
        uid[0] = MAKER[0];
        reader =
                VirtualReader.lay(
                        VirtualDesfire.blank(VirtualDesfire.Generation.EV3, Uid.of(uid), random));
    }

    /// `pcscd` or `in-process`.
    String path() {
        return reader.path();
    }

    String issue(PersonId person, DemoStory story) throws IOException {
        var printed = Files.createDirectories(site.home().resolve("printed"));
        var renderer = new CardRenderer();
        var layouts =
                new LayoutShelf(
                        site.door(CardLayouts.class),
                        new LayoutProof(renderer),
                        new LayoutPlans(site.door(EncodingPlans.class)));
        var issuing =
                new CardIssuing(
                        site.door(People.class),
                        site.door(Settings.class),
                        site.door(CardJobs.class),
                        layouts,
                        renderer,
                        new Printers(new FilePrinterDriver()),
                        new PlanEncoding(
                                site.door(EncodingPlans.class),
                                layouts,
                                site.door(CardKeys.class),
                                site.door(CardJobs.class),
                                name -> {
                                    if (!name.equals(reader.name())) {
                                        throw new DeviceException(new DeviceFault.NoReader(name));
                                    }
                                    return reader;
                                },
                                Duration.ofSeconds(10)));
        var order =
                new IssueOrder(
                        RequestId.fresh(), person, "file:" + printed, reader.name(), "staff");
        var outcome = issuing.issue(site.actor(), order, Progress.unwatched());
        if (!(outcome instanceof IssueOutcome.Issued(var job, var uid))) {
            throw new IllegalStateException("Issuing answered " + outcome);
        }
        var medium = site.door(Media.class).find(site.actor(), job.medium()).orElseThrow();
        if (medium.state() != MediumState.ACTIVE) {
            throw new IllegalStateException("The card is " + medium.state());
        }
        story.issued(medium.id(), uid);
        keepPrinted(printed);
        return "%s, %s, through %s".formatted(job.cardNumber(), medium.chip(), path());
    }

    /// The printer's files under the names that the demo promises.
    private void keepPrinted(Path printed) throws IOException {
        try (var files = Files.walk(printed)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var name = file.getFileName().toString();
                var kept =
                        name.endsWith(".pdf")
                                ? "card.pdf"
                                : name.contains("back") ? "card-back.png" : "card-front.png";
                Files.copy(file, out.resolve(kept), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
