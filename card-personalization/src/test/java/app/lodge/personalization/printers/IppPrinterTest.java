package app.lodge.personalization.printers;

import static app.lodge.personalization.printers.ScriptedIpp.ABORTED;
import static app.lodge.personalization.printers.ScriptedIpp.CANCELLED;
import static app.lodge.personalization.printers.ScriptedIpp.COMPLETED;
import static app.lodge.personalization.printers.ScriptedIpp.PENDING;
import static app.lodge.personalization.printers.ScriptedIpp.PROCESSING;
import static app.lodge.personalization.printers.ScriptedIpp.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.printers.CardPrinter.PrintOrder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a card by every word that an IPP printer may say of its job (ID-45).
@Tag("ID-45")
class IppPrinterTest {

    private static final IppJob.Patience SHORT =
            new IppJob.Patience(
                    Duration.ofMillis(5), Duration.ofMillis(150), Duration.ofSeconds(20));

    private static final int IDLE = 3;
    private static final int HALTED = 5;
    private static final int CANCEL_JOB = 0x0008;

    private ScriptedIpp machine;

    @BeforeEach
    void start() throws Exception {
        machine = new ScriptedIpp();
    }

    @AfterEach
    void stop() {
        machine.close();
    }

    private CardPrinter open() throws DeviceException {
        return new Printers(IppPrinterDriver.of(machine.host(), SHORT)).open(machine.address());
    }

    private PrintResult print() throws DeviceException {
        try (var printer = open()) {
            return printer.print(new PrintOrder("0001234-02", Cards.staff()));
        }
    }

    @Test
    void isPrintedOnlyWhenTheJobIsCompleted() throws Exception {
        machine.then(PENDING, IDLE, "none")
                .then(PROCESSING, 4, "none")
                .then(COMPLETED, IDLE, "none");
        assertThat(print()).isInstanceOf(PrintResult.Printed.class);
        assertThat(machine.printed).hasSize(1);
        assertThat(machine.asked).doesNotContain(CANCEL_JOB);
    }

    @ParameterizedTest(name = "{0} then {1}: {2}")
    @CsvSource({
        "3, 7,  Blocked,   PrintCancelled",
        "5, 7,  Uncertain, PrintCancelled",
        "3, 8,  Blocked,   PrintAborted",
        "5, 8,  Uncertain, PrintAborted",
        "3, -1, Uncertain, PrinterUnknownOutcome",
        "5, -1, Uncertain, PrinterUnknownOutcome",
    })
    void saysWhatIsKnownOfTheCard(int first, int then, String result, String fault)
            throws Exception {
        assertThat(List.of(CANCELLED, ABORTED, -1)).contains(then);
        machine.then(first, IDLE, "none").then(then, IDLE, "none");
        var told = print();
        assertThat(told.getClass().getSimpleName()).isEqualTo(result);
        assertThat(faultOf(told).getClass().getSimpleName()).isEqualTo(fault);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "media-empty,               FeederEmpty",
        "media-empty-error,         FeederEmpty",
        "media-needed,              FeederEmpty",
        "media-jam-error,           PrinterJam",
        "marker-supply-empty-error, OutOfRibbon",
        "cover-open,                CoverOpen",
        "offline,                   NoPrinter",
        "moving-to-paused,          PrinterStopped",
        "none,                      PrinterStopped",
    })
    void aPrinterThatStaysStoppedIsNamedAndItsJobCancelled(String reason, String fault)
            throws Exception {
        machine.then(PENDING, HALTED, reason);
        var told = print();
        assertThat(told).isInstanceOf(PrintResult.Blocked.class);
        assertThat(faultOf(told).getClass().getSimpleName()).isEqualTo(fault);
        assertThat(machine.asked).contains(CANCEL_JOB);
    }

    @Test
    void aCardThatHadBegunIsSomebodysToLookAt() throws Exception {
        machine.then(PROCESSING, 4, "none").then(STOPPED, HALTED, "media-jam");
        assertThat(print()).isInstanceOf(PrintResult.Uncertain.class);
        assertThat(machine.asked).contains(CANCEL_JOB);
    }

    @Test
    void aPrinterThatIsHelpedGoesOn() throws Exception {
        machine.then(PENDING, HALTED, "cover-open").then(PROCESSING, 4, "none");
        machine.then(COMPLETED, IDLE, "none");
        assertThat(print()).isInstanceOf(PrintResult.Printed.class);
    }

    /// Another feeder may have cards.
    @Test
    void aWarningHindersNothing() throws Exception {
        machine.then(PROCESSING, 4, "media-empty-warning").then(COMPLETED, IDLE, "none");
        assertThat(print()).isInstanceOf(PrintResult.Printed.class);
        try (var printer = open()) {
            machine.now = new ScriptedIpp.Look(PENDING, IDLE, "media-empty-warning");
            assertThat(printer.status().blocking()).isNull();
            machine.now = new ScriptedIpp.Look(PENDING, IDLE, "media-empty-error");
            assertThat(printer.status().blocking()).isInstanceOf(DeviceFault.FeederEmpty.class);
        }
    }

    @Test
    void aJobThatCannotBeCancelledMayStillBePrinted() throws Exception {
        machine.refusesToCancel = true;
        machine.then(PENDING, HALTED, "paused");
        assertThat(print()).isInstanceOf(PrintResult.Uncertain.class);
    }

    @Test
    void aPrinterThatIsGoneInTheMiddleLeavesADoubt() throws Exception {
        machine.then(PROCESSING, 4, "none").then(0, 4, "none");
        machine.refusesToCancel = true;
        var told = print();
        assertThat(told).isInstanceOf(PrintResult.Uncertain.class);
        assertThat(faultOf(told)).isInstanceOf(DeviceFault.NoAnswer.class);
    }

    @Test
    void aPrinterThatComesBackInTimeIsBelieved() throws Exception {
        machine.then(PROCESSING, 4, "none").then(0, 4, "none").then(COMPLETED, IDLE, "none");
        assertThat(print()).isInstanceOf(PrintResult.Printed.class);
    }

    @Test
    void whoRefusesTheJobHasPrintedNothing() throws Exception {
        machine.refusesJob = 0x0507;
        var told = print();
        assertThat(told).isInstanceOf(PrintResult.Blocked.class);
        assertThat(faultOf(told))
                .isEqualTo(new DeviceFault.PrinterRefused(machine.address(), 0x0507));
    }

    @Test
    void aPrinterThatKnowsNoCardGetsItForThePaperThatItHas() throws Exception {
        machine.refusesPaper = 0x040B;
        machine.then(COMPLETED, IDLE, "none");
        assertThat(print()).isInstanceOf(PrintResult.Printed.class);
        assertThat(machine.printed).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aQueueOfAPrintServerAnswersForTheDataOnly(boolean cups) throws Exception {
        machine.cups = cups;
        try (var printer = open()) {
            assertThat(printer.capabilities().tellsResult()).isEqualTo(!cups);
        }
    }

    @Test
    void tellsLevelsAsFarAsThePrinterDoes() throws Exception {
        machine.now = new ScriptedIpp.Look(PENDING, IDLE, "marker-supply-low-warning");
        try (var printer = open()) {
            var status = printer.status();
            assertThat(status.blocking()).isNull();
            assertThat(status.supplies().levels())
                    .containsExactly(
                            new Supplies.Level("YMCKO", 8), new Supplies.Level("Film", 64));
            assertThat(status.supplies().levels().getFirst().low()).isTrue();
        }
    }

    @Test
    void findsTheQueuesOfThePrintServer() {
        assertThat(IppPrinterDriver.of(machine.host(), SHORT).found()).isEmpty();
        machine.queues = List.of("cards", "plain");
        assertThat(IppPrinterDriver.of(machine.host(), SHORT).found())
                .containsExactly(machine.address(), "ipp://" + machine.host() + "/printers/plain");
        assertThat(IppPrinterDriver.of("", SHORT).found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ipp:", "ipp:nobody", "ipp:// /x", "ipp://127.0.0.1:1/x", "ipp:///x"})
    void anAddressWhereNobodyIsIsAFault(String address) {
        assertThatThrownBy(() -> new Printers(IppPrinterDriver.of("", SHORT)).open(address).close())
                .isInstanceOf(DeviceException.class);
    }

    private static DeviceFault faultOf(PrintResult result) {
        return switch (result) {
            case PrintResult.Printed _ -> throw new AssertionError("It was printed");
            case PrintResult.Blocked(var fault, _) -> fault;
            case PrintResult.Uncertain(var fault, _) -> fault;
        };
    }
}
