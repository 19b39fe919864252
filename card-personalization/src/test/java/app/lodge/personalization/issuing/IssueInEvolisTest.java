package app.lodge.personalization.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.core.media.JobState;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardDesk;
import app.lodge.personalization.cards.CardLink;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.KnownReaders;
import app.lodge.personalization.cards.ReaderProfile;
import app.lodge.personalization.classic.ClassicSize;
import app.lodge.personalization.printers.StubEvolis;
import app.lodge.personalization.virtual.InProcessReader;
import app.lodge.personalization.virtual.VirtualCard;
import app.lodge.personalization.virtual.VirtualDesfire;
import app.lodge.personalization.virtual.VirtualDesfire.Generation;
import app.lodge.personalization.virtual.VirtualStorageCard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The encoder inside an Evolis printer: a card reader of its own, which has a card only while the printer
/// holds one at its contactless station. The card is encoded there, read back, and only then printed and
/// given out; what fails goes into the reject box and costs no ribbon (ID-40, ID-45).
@Tag("ID-40")
@Tag("ID-45")
class IssueInEvolisTest {

    /// As PC/SC names the reader of such a printer.
    private static final String NAME = "Evolis Primacy 2 Contactless 0";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @TempDir static Path build;

    private static StubEvolis built;

    @TempDir Path folder;

    private StubEvolis stub;
    private CardDesk site;
    private IssuingDesk desk;
    private Encoder encoder;

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        built = StubEvolis.in(build);
    }

    @BeforeEach
    void setUp() throws Exception {
        stub = built.another(folder.resolve("printer"));
        site = new CardDesk(folder, "site");
        encoder = new Encoder();
        desk = desk(encoder);
    }

    private IssuingDesk desk(CardReader reader) throws IOException {
        var jobs = new BookOfJobs(folder.resolve("jobs"));
        var plans = new OnePlan(ShippedPlans.lodgeId());
        var encoding =
                new PlanEncoding(
                        plans, IssuingDesk.shelf(plans), site.keys, jobs, _ -> reader, PATIENCE);
        return new IssuingDesk(folder, jobs, encoding, stub.driver());
    }

    private static Uid chip(int card) {
        return new Uid("04A1B2C3D4%04X".formatted(card));
    }

    /// What the stub says of itself decides what lies on the reader.
    private final class Encoder implements CardReader {

        private final Map<Integer, VirtualCard> cards = new HashMap<>();
        private final InProcessReader reader = new InProcessReader(NAME);

        private void look() {
            try {
                var file = stub.printer.resolve("state");
                var state = Files.exists(file) ? Files.readString(file).split(" ") : new String[0];
                boolean there = state.length > 7 && !state[5].equals("0") && state[7].equals("6");
                if (there) {
                    int number = Integer.parseInt(state[5]);
                    reader.insert(
                            cards.computeIfAbsent(
                                    number,
                                    _ ->
                                            VirtualDesfire.blank(
                                                    Generation.EV2,
                                                    chip(number),
                                                    new Random(number))));
                } else {
                    reader.remove();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String name() {
            return reader.name();
        }

        @Override
        public String path() {
            return reader.path();
        }

        @Override
        public CardLink connect(Duration wait) throws DeviceException {
            look();
            return reader.connect(wait);
        }

        @Override
        public boolean awaitRemoval(Duration wait) {
            look();
            return reader.awaitRemoval(wait);
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    private int ribbon() throws IOException {
        return Integer.parseInt(Files.readString(stub.printer.resolve("state")).split(" ")[3]);
    }

    @Test
    void theReaderIsKnownAsOneInsideAPrinter() {
        var known = new KnownReaders(ReaderProfile.all(folder)).among(List.of(NAME));
        assertThat(known).hasSize(1).first().matches(one -> one.profile().inPrinter());
    }

    @Test
    void theCardInsideIsEncodedReadBackPrintedAndGivenOut() throws Exception {
        stub.state(10, 50, "0");
        var outcome = desk.issue(stub.address());

        assertThat(outcome).isInstanceOf(IssueOutcome.Issued.class);
        assertThat(desk.jobs.active()).containsExactly(chip(1));
        assertThat(stub.cards("printed")).containsExactly(1);
        assertThat(stub.cards("out")).containsExactly(1);
        assertThat(stub.cards("rejected")).isEmpty();
        assertThat(ribbon()).isEqualTo(49);
        assertThat(stub.journal())
                .as("to the station first, printed last")
                .containsSubsequence("evolis_set_card_pos", "evolis_print_exect", "evolis_eject");

        var laid = new InProcessReader("desk reader");
        laid.insert(encoder.cards.get(1));
        var read = site.encoder.read(CardDesk.CLERK, laid, Duration.ofMillis(50));
        assertThat(read.number().toString()).isEqualTo("0001234-01");
    }

    @Test
    void aChipThatDoesNotTakeItGoesIntoTheRejectBoxWithoutRibbonAndTheNextIsMade()
            throws Exception {
        stub.state(10, 50, "0");
        encoder.cards.put(1, VirtualStorageCard.classic(ClassicSize.ONE_K, new Uid("A1B2C3D4")));
        var outcome = desk.issue(stub.address());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        IssueOutcome.Spoiled.class,
                        spoiled -> assertThat(spoiled.step()).isEqualTo(IssueStep.ENCODING));
        assertThat(desk.jobs.last().state()).isEqualTo(JobState.REJECTED);
        assertThat(stub.cards("rejected")).containsExactly(1);
        assertThat(stub.cards("printed")).isEmpty();
        assertThat(stub.cards("out")).isEmpty();
        assertThat(ribbon()).isEqualTo(50);

        assertThat(desk.issue(stub.address())).isInstanceOf(IssueOutcome.Issued.class);
        assertThat(desk.jobs.active()).containsExactly(chip(2));
        assertThat(stub.cards("out")).containsExactly(2);
        assertThat(ribbon()).isEqualTo(49);
    }

    @Test
    void withAnotherReaderChosenTheCardInsideIsNeitherEncodedNorPrinted() throws Exception {
        stub.state(10, 50, "0");
        var elsewhere = new InProcessReader("desk reader");
        var outcome = desk(elsewhere).issue(stub.address());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        IssueOutcome.Spoiled.class,
                        spoiled ->
                                assertThat(spoiled.fault()).isInstanceOf(DeviceFault.NoCard.class));
        assertThat(stub.cards("rejected")).containsExactly(1);
        assertThat(stub.cards("printed")).isEmpty();
        assertThat(ribbon()).isEqualTo(50);
    }

    /// Else the card on the desk would become the person's, and the one with the face on it nobody's.
    @Test
    void aCardThatLiesOnTheReaderBeforeThePrinterBringsItsOwnStopsTheRunBeforeOneIsFed()
            throws Exception {
        stub.state(10, 50, "0");
        var taken = new InProcessReader("desk reader");
        taken.insert(VirtualDesfire.blank(Generation.EV2, chip(99), new Random(99)));
        var outcome = desk(taken).issue(stub.address());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        IssueOutcome.NotStarted.class,
                        not ->
                                assertThat(not.fault())
                                        .isEqualTo(new DeviceFault.ReaderTaken("desk reader")));
        assertThat(stub.journal()).doesNotContain("evolis_set_card_pos");
        assertThat(stub.inside()).isZero();
        assertThat(ribbon()).isEqualTo(50);
    }
}
