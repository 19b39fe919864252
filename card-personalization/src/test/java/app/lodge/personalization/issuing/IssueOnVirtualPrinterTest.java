package app.lodge.personalization.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.core.work.Progress;
import app.lodge.personalization.cards.CardDesk;
import app.lodge.personalization.printers.FilePrinterDriver;
import app.lodge.personalization.printers.PrinterDriver;
import app.lodge.personalization.virtual.VirtualCardPath;
import app.lodge.personalization.virtual.VirtualPrinterDriver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole run with real keys, a real card language and a printer that holds the card.
@Tag("ID-40")
class IssueOnVirtualPrinterTest {

    @TempDir Path folder;

    @Test
    void encodesTheCardInsideThePrinter() throws Exception {
        var card = new CardDesk(folder, "site");
        var path =
                new VirtualCardPath() {
                    @Override
                    public void fed(int number) {
                        card.reader.insert(CardDesk.blank());
                    }

                    @Override
                    public void left(int number) {
                        card.reader.remove();
                    }
                };
        var desk = desk(card, Duration.ofSeconds(5), new VirtualPrinterDriver(folder, path));

        var outcome = desk.issue("virtual:demo");

        assertThat(outcome).isInstanceOf(IssueOutcome.Issued.class);
        assertThat(desk.jobs.active()).containsExactly(CardDesk.UID);
        assertThat(desk.jobs.last().evidence())
                .containsEntry("plan", "lodge-id@1")
                .containsEntry("reader.path", "in-process");
        assertThat(folder.resolve("demo/card-0001-back.png")).exists();
    }

    @Test
    void withoutACardOnTheDeskReaderNothingIsPrinted() throws Exception {
        var card = new CardDesk(folder, "site");
        var desk = desk(card, Duration.ofMillis(1), new FilePrinterDriver());
        var outcome = desk.issue("file:" + folder.resolve("out"), Progress.unwatched());
        assertThat(outcome).isInstanceOf(IssueOutcome.Spoiled.class);
        try (var files = Files.list(folder.resolve("out"))) {
            assertThat(files).isEmpty();
        }
    }

    private IssuingDesk desk(CardDesk card, Duration patience, PrinterDriver driver)
            throws Exception {
        var jobs = new BookOfJobs(folder.resolve("jobs"));
        var plans = new OnePlan(ShippedPlans.lodgeId());
        var encoding =
                new PlanEncoding(
                        plans,
                        IssuingDesk.shelf(plans),
                        card.keys,
                        jobs,
                        _ -> card.reader,
                        patience);
        return new IssuingDesk(folder, jobs, encoding, driver);
    }
}
