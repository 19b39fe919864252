package app.lodge.personalization.encoding;

import static app.lodge.personalization.cards.CardDesk.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.PlanChecks;
import app.lodge.core.encodingplans.PlannedMedium.ContactKey;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.personalization.cards.CardDesk;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.CardNumber;
import app.lodge.personalization.cards.PlaceRead;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.ibutton.ButtonFamily;
import app.lodge.personalization.ibutton.ButtonFiles;
import app.lodge.personalization.ibutton.ButtonMemory;
import app.lodge.personalization.ibutton.KeyContents;
import app.lodge.personalization.ibutton.KeyFile;
import app.lodge.personalization.ibutton.KeyRecord;
import app.lodge.personalization.onewire.OneWireBus;
import app.lodge.personalization.virtual.DryRun;
import app.lodge.personalization.virtual.onewire.VirtualBus;
import app.lodge.personalization.virtual.onewire.VirtualButton;
import app.lodge.personalization.virtual.onewire.VirtualKeyLine;
import app.lodge.personalization.virtual.onewire.VirtualKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files of contact keys by a plan, beside Lodge's own: once, again, for somebody else, on a full key,
/// and torn off anywhere.
@Tag("ID-47")
@Tag("KEY-25")
class ButtonByPlanTest {

    private static final CardFacts ADA = CardFacts.of(new CardNumber(1234, 2));
    private static final CardFacts BOB = CardFacts.of(new CardNumber(77, 1));
    private static final KeyRecord LODGES = new KeyRecord(2524, 0, 500, 20_000, 3_000);
    private static final int NEVER = Integer.MAX_VALUE / 8;

    @TempDir private Path folder;
    private CardDesk desk;
    private final VirtualBus wire = new VirtualBus();

    @BeforeEach
    void open() throws Exception {
        desk = new CardDesk(folder, "rathaus");
    }

    static Stream<EncodingPlan> plans() {
        return Stream.of(
                SamplePlans.button("DS1992", 28),
                SamplePlans.button("DS1972", 20),
                SamplePlans.button("DS1993", 80, 20, 20),
                SamplePlans.button("DS1995", 300, 20),
                SamplePlans.button("DS1996", 28),
                SamplePlans.button("DS1977", 100, 20));
    }

    private static ButtonFamily family(EncodingPlan plan) {
        return ButtonFamily.valueOf(((ContactKey) plan.medium()).family());
    }

    private interface Work {
        void on(ButtonMemory memory) throws DeviceException;
    }

    private void with(VirtualButton button, Work work) throws DeviceException {
        try (var bus = OneWireBus.on(new VirtualKeyLine("COM7", wire))) {
            work.on(
                    ButtonFamily.of(button.rom())
                            .flatMap(family -> family.memory(bus, button.rom()))
                            .orElseThrow());
        }
    }

    private List<Step> encode(EncodingPlan plan, VirtualButton button, CardFacts facts)
            throws DeviceException {
        var steps = new ArrayList<Step>();
        with(
                button,
                memory -> {
                    var seal = new SiteSeal(desk.keys, CLERK);
                    new KeyFile(memory, button.rom(), seal).write(LODGES);
                    media(plan).encode(CLERK, memory, button.rom().uid(), facts, steps::add);
                });
        return steps;
    }

    private List<PlaceRead> verify(EncodingPlan plan, VirtualButton button, CardFacts facts)
            throws DeviceException {
        var read = new ArrayList<PlaceRead>();
        with(
                button,
                memory ->
                        read.addAll(media(plan).verify(CLERK, memory, button.rom().uid(), facts)));
        return read;
    }

    private ButtonMedia media(EncodingPlan plan) {
        return ButtonMedia.of(desk.keys, plan).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void filesAreWrittenOnceReadBackAndHandedOn(EncodingPlan plan) throws Exception {
        assertThat(PlanChecks.of(plan)).isEmpty();
        var button = VirtualKeys.blank(family(plan), 7);
        wire.lay(button);
        assertThat(encode(plan, button, ADA))
                .extracting(Step::place)
                .containsExactlyElementsOf(plan.readBack());
        var read = verify(plan, button, ADA);
        assertThat(read).extracting(PlaceRead::name).isEqualTo(plan.readBack());
        assertThat(new String(read.getFirst().bytes(), StandardCharsets.US_ASCII))
                .startsWith("0001234-02Lodge");
        assertThat(encode(plan, button, ADA)).isEmpty();

        assertThat(encode(plan, button, BOB)).hasSameSizeAs(plan.readBack());
        verify(plan, button, BOB);
        var old = catchThrowableOfType(DeviceException.class, () -> verify(plan, button, ADA));
        assertThat(old.fault()).isEqualTo(new DeviceFault.VerifyMismatch("CARD.0"));
        with(
                button,
                memory ->
                        assertThat(
                                        new KeyFile(
                                                        memory,
                                                        button.rom(),
                                                        new SiteSeal(desk.keys, CLERK))
                                                .look())
                                .isInstanceOf(KeyContents.Lodge.class));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aKeyPulledAnywhereIsFinishedByTheNextAttempt(EncodingPlan plan) throws Exception {
        long bytes = pulled(plan, NEVER, 0, false);
        // some places all over it; a look at the large ones reads kilobytes
        long step = 1 + bytes / 25;
        for (boolean handedOn : new boolean[] {false, true}) {
            for (int torn : new int[] {0, 5}) {
                for (long at = 1; at <= bytes; at += step) {
                    pulled(plan, (int) at, torn, handedOn);
                }
            }
        }
    }

    private long pulled(EncodingPlan plan, int after, int torn, boolean handedOn)
            throws DeviceException {
        var button = VirtualKeys.blank(family(plan), 7);
        wire.buttons().forEach(wire::take);
        wire.lay(button);
        wire.pullAfter(NEVER, 0);
        if (handedOn) {
            encode(plan, button, ADA);
        }
        long begun = wire.bytes();
        wire.pullAfter(after, torn);
        try {
            encode(plan, button, BOB);
        } catch (DeviceException e) {
            assertThat(e.fault())
                    .as("pulled after %d", after)
                    .isInstanceOfAny(
                            DeviceFault.CardRemoved.class,
                            DeviceFault.VerifyMismatch.class,
                            DeviceFault.CardRefused.class);
        }
        long took = wire.bytes() - begun;
        if (wire.buttons().isEmpty()) {
            wire.lay(button);
        }
        wire.pullAfter(NEVER, 0);
        encode(plan, button, BOB);
        verify(plan, button, BOB);
        return took;
    }

    @Test
    void whatOthersPutBesideStays() throws Exception {
        var plan = SamplePlans.button("DS1993", 80);
        var button = VirtualKeys.blank(ButtonFamily.DS1993, 7);
        wire.lay(button);
        encode(plan, button, ADA);
        byte[] theirs = "not ours".getBytes(StandardCharsets.US_ASCII);
        with(button, memory -> new ButtonFiles(memory).write("THEM.1", theirs));
        encode(plan, button, BOB);
        verify(plan, button, BOB);
        with(
                button,
                memory ->
                        assertThat(new ButtonFiles(memory).read("THEM.1").orElseThrow())
                                .isEqualTo(theirs));
    }

    @Test
    void theDryRunShowsFilesInWords() throws Exception {
        var plan = SamplePlans.button("DS1993", 80, 20);
        var shown = new DryRun(desk.keys).run(CLERK, plan, ADA);
        assertThat(shown.chip()).isEqualTo("DS1993");
        assertThat(shown.steps()).extracting(Step::place).containsExactly("CARD.0", "CARD.1");
        assertThat(shown.places().getFirst().words()).containsEntry("number", "0001234-02");
        assertThat(
                        ButtonMedia.of(
                                desk.keys,
                                ShippedPlans.find("contact-key-number", 1).orElseThrow()))
                .as("pages by number are not written")
                .isEmpty();
    }
}
