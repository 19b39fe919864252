package app.lodge.personalization.printers;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.ipp.IppJobState.State;
import app.lodge.personalization.printers.CardPrinter.PrintOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cards on a printer that we did not write: completed, given up, cancelled, out of cards, gone (ID-45).
@Tag("ID-45")
class IppEveryPrinterTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration BRIEF = Duration.ofSeconds(5);
    private static final String WAIT = "while [ ! -e \"$FOLDER/go\" ]; do sleep 0.05; done\n";

    @TempDir Path folder;

    @Test
    void isPrintedWhenItsJobIsCompletedAndGetsTheVeryPixels() throws Exception {
        try (var eve = new EvePrinter(folder, "cp \"$1\" \"$FOLDER/got.pdf\"\n")) {
            assertThat(print(eve, LONG)).isInstanceOf(PrintResult.Printed.class);
        }
        var sides = Cards.staff().sides();
        var arrived = Cards.pictures(Files.readAllBytes(folder.resolve("got.pdf")));
        assertThat(arrived).hasSameSizeAs(sides);
        for (int i = 0; i < sides.size(); i++) {
            assertThat(Cards.same(arrived.get(i), sides.get(i).composed())).isTrue();
        }
    }

    @Test
    void aJobThatThePrinterGaveUpIsInDoubt() throws Exception {
        try (var eve = new EvePrinter(folder, WAIT + "exit 1\n");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var result = threads.submit(() -> print(eve, LONG));
            processing(eve);
            go();
            assertThat(fault(result)).isInstanceOf(DeviceFault.PrintAborted.class);
        }
    }

    @Test
    void aJobThatSomebodyElseCancelledSaysSo() throws Exception {
        try (var eve = new EvePrinter(folder, WAIT);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var result = threads.submit(() -> print(eve, LONG));
            processing(eve);
            try (var other = eve.client()) {
                other.cancel(1);
            }
            go();
            assertThat(fault(result)).isInstanceOf(DeviceFault.PrintCancelled.class);
        }
    }

    @Test
    void aPrinterThatWarnsOfNoCardsAndPrintsNoneIsNamedAndItsJobCancelled() throws Exception {
        var script = "echo 'STATE: +media-empty' >&2\n" + WAIT + "echo 'STATE: -media-empty' >&2\n";
        try (var eve = new EvePrinter(folder, script);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var result = threads.submit(() -> print(eve, BRIEF));
            assertThat(fault(result)).isEqualTo(new DeviceFault.FeederEmpty(eve.address()));
            go();
            try (var other = eve.client()) {
                EvePrinter.until(() -> other.job(1).state().last());
                assertThat(other.job(1).state()).isEqualTo(State.CANCELLED);
            }
        }
    }

    @Test
    void aPrinterThatGetsCardsInTimeGoesOn() throws Exception {
        var script = "echo 'STATE: +media-empty' >&2\n" + WAIT + "echo 'STATE: -media-empty' >&2\n";
        try (var eve = new EvePrinter(folder, script);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var result = threads.submit(() -> print(eve, LONG));
            try (var other = eve.client()) {
                EvePrinter.until(() -> other.printer().reasons().contains("media-empty-warning"));
            }
            go();
            assertThat(result.get()).isInstanceOf(PrintResult.Printed.class);
        }
    }

    @Test
    void aPrinterThatIsGoneInTheMiddleLeavesADoubt() throws Exception {
        try (var eve = new EvePrinter(folder, WAIT);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var result = threads.submit(() -> print(eve, BRIEF));
            processing(eve);
            eve.kill();
            assertThat(fault(result)).isInstanceOf(DeviceFault.NoAnswer.class);
        }
    }

    private static PrintResult print(EvePrinter eve, Duration patient) throws Exception {
        var patience = new IppJob.Patience(Duration.ofMillis(50), patient, patient);
        try (var printer = new Printers(IppPrinterDriver.of("", patience)).open(eve.address())) {
            assertThat(printer.capabilities().tellsResult()).isTrue();
            return printer.print(new PrintOrder("0001234-02", Cards.staff()));
        }
    }

    private static void processing(EvePrinter eve) throws Exception {
        try (var other = eve.client()) {
            EvePrinter.until(() -> {
                try {
                    return other.job(1).state() == State.PROCESSING;
                } catch (app.lodge.personalization.ipp.IppPrinting.Refused _) {
                    return false;
                }
            });
        }
    }

    private void go() throws Exception {
        Files.createFile(folder.resolve("go"));
    }

    private static DeviceFault fault(Future<PrintResult> result) throws Exception {
        var told = result.get();
        assertThat(told).isInstanceOf(PrintResult.Uncertain.class);
        return ((PrintResult.Uncertain) told).fault();
    }
}
