package app.lodge.personalization.onewire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.personalization.virtual.onewire.MemoryButton;
import app.lodge.personalization.virtual.onewire.VirtualBus;
import app.lodge.personalization.virtual.onewire.VirtualButton;
import app.lodge.personalization.virtual.onewire.VirtualDs2480b;
import app.lodge.personalization.virtual.onewire.VirtualKeyLine;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("KEY-25")
class OneWireBusTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final RomNumber SMALL = new RomNumber("0811223300000026");
    private static final RomNumber LARGE = new RomNumber("0CC5A7D3020000D5");
    private static final RomNumber BARE = new RomNumber("012BC5FB00000066");

    private final VirtualBus wire = new VirtualBus();
    private final VirtualKeyLine line = new VirtualKeyLine("COM7", wire);

    /// The conversation that three other hosts were seen to have with the chip.
    @Test
    void theEmulatedChipAnswersDetectionAndSearchAsSeenOnTheWire() {
        wire.lay(new MemoryButton(SMALL, 128))
                .lay(new MemoryButton(LARGE, 8192))
                .lay(new VirtualButton(BARE));
        var chip = new VirtualDs2480b(wire);
        assertThat(said(chip, "C1")).as("the first byte only calibrates").isEmpty();
        assertThat(said(chip, "17455B0F91")).isEqualTo("16445A0093");
        assertThat(said(chip, "C1")).isEqualTo("CD");
        assertThat(said(chip, "E1F0")).isEqualTo("F0");
        assertThat(said(chip, "E3B1E1" + "00".repeat(16)))
                .isEqualTo("9100020208080A0A0000000000002808");
        assertThat(said(chip, "E3A1C1E1F0E3B1E1" + "20" + "00".repeat(15)))
                .startsWith("CDF0" + "B10022A02A880AA208");
    }

    private static String said(VirtualDs2480b chip, String bytes) {
        return HEX.formatHex(chip.received(HEX.parseHex(bytes)));
    }

    @Test
    void everyKeyOnTheBusIsFound() throws DeviceException {
        wire.lay(new MemoryButton(SMALL, 128))
                .lay(new MemoryButton(LARGE, 8192))
                .lay(new VirtualButton(BARE));
        try (var bus = OneWireBus.on(line)) {
            assertThat(bus.search()).containsExactlyInAnyOrder(SMALL, LARGE, BARE);
            wire.take(wire.buttons().getFirst());
            assertThat(bus.search()).containsExactlyInAnyOrder(LARGE, BARE);
        }
    }

    @Test
    void anyHandfulOfKeysIsFoundWhateverTheirNumbers() throws DeviceException {
        long seed = 20_261_122;
        var random = new Random(seed);
        for (int handful = 0; handful < 40; handful++) {
            var bus = new VirtualBus();
            var laid = new HashSet<RomNumber>();
            int keys = 1 + random.nextInt(12);
            for (int i = 0; i < keys; i++) {
                long serial = random.nextLong() & (random.nextBoolean() ? 7 : 0xFFFF_FFFF_FFFFL);
                var rom = RomNumber.numbered(random.nextBoolean() ? 0x01 : 0x0C, serial);
                if (laid.add(rom)) {
                    bus.lay(new VirtualButton(rom));
                }
            }
            try (var open = OneWireBus.on(new VirtualKeyLine("COM7", bus))) {
                assertThat(open.search())
                        .as("handful %d of seed %d", handful, seed)
                        .containsExactlyInAnyOrderElementsOf(laid);
            }
        }
    }

    @Test
    void theAdaptersOwnNumberIsNoKey() throws DeviceException {
        wire.lay(new VirtualButton(RomNumber.numbered(0x81, 77))).lay(new VirtualButton(BARE));
        try (var bus = OneWireBus.on(line)) {
            assertThat(bus.search()).containsExactly(BARE);
        }
    }

    @Test
    void noiseDuringASearchIsOutlived() throws DeviceException {
        wire.lay(new MemoryButton(SMALL, 128)).lay(new VirtualButton(BARE));
        try (var bus = OneWireBus.on(line)) {
            for (int at = 1; at < 24; at++) {
                wire.noiseAfter(at);
                assertThat(bus.search()).as("noise at byte %d", at).contains(BARE);
            }
        }
    }

    @Test
    void aShortIsSaidAndNotTakenForAKey() throws DeviceException {
        wire.lay(new VirtualButton(BARE));
        try (var bus = OneWireBus.on(line)) {
            wire.shorted(true);
            assertThat(faultOf(bus::search)).isEqualTo(new DeviceFault.ShortCircuit("COM7"));
            wire.shorted(false);
            assertThat(bus.search()).containsExactly(BARE);
        }
    }

    @Test
    void aKeyIsWaitedForAndItsAbsenceSaid() throws DeviceException {
        try (var bus = OneWireBus.on(line)) {
            var wait = Duration.ofMillis(5);
            assertThat(faultOf(() -> bus.await(wait)))
                    .isEqualTo(new DeviceFault.NoCard("COM7", wait));
            wire.lay(new VirtualButton(BARE));
            assertThat(bus.await(wait)).containsExactly(BARE);
        }
    }

    @Test
    void everyByteGoesThroughAlsoTheOneThatEndsDataMode() throws DeviceException {
        try (var bus = OneWireBus.on(line)) {
            var all = new byte[256];
            for (int i = 0; i < all.length; i++) {
                all[i] = (byte) i;
            }
            assertThat(bus.touch(all)).isEqualTo(all);
            var escapes = new byte[64];
            Arrays.fill(escapes, (byte) 0xE3);
            assertThat(bus.touch(escapes)).isEqualTo(escapes);
        }
    }

    @Test
    void chipAndPortChangeTheirRateTogether() throws DeviceException {
        wire.lay(new MemoryButton(LARGE, 8192));
        try (var bus = OneWireBus.on(line)) {
            for (var rate : List.of(LineRate.BD_115200, LineRate.BD_19200, LineRate.BD_57600)) {
                bus.lineRate(rate);
                assertThat(bus.search()).as("at %s", rate).containsExactly(LARGE);
            }
        }
    }

    @Test
    void anAdapterThatAProgramLeftAtAnotherRateIsFoundAgain() throws DeviceException {
        wire.lay(new VirtualButton(BARE));
        var chip = new VirtualDs2480b(wire);
        chip.received(Bytes.of(0xC1, 0x77));
        assertThat(chip.rate()).isEqualTo(115_200);
        try (var bus = OneWireBus.on(VirtualKeyLine.withoutBreak("COM7", chip))) {
            assertThat(bus.search()).containsExactly(BARE);
        }
    }

    @Test
    void overdriveIsUsedOnlyWithAKeyThatKeepsUp() throws DeviceException {
        wire.lay(new MemoryButton(SMALL, 128)).lay(new MemoryButton(LARGE, 8192));
        try (var bus = OneWireBus.on(line)) {
            assertThat(bus.overdrive(LARGE)).isTrue();
            bus.select(LARGE);
            bus.touch(Bytes.of(0xF0, 0x00, 0x00));
            assertThat(bus.read(4)).containsExactly(0, 0, 0, 0);
            assertThat(bus.overdrive(SMALL)).isFalse();
            bus.select(SMALL);
            bus.touch(Bytes.of(0xF0, 0x00, 0x00));
            assertThat(bus.read(4)).containsExactly(0, 0, 0, 0);
            assertThat(bus.search()).containsExactlyInAnyOrder(SMALL, LARGE);
        }
    }

    @Test
    void anAdapterThatIsPulledOutIsSaidToBeGone() throws DeviceException {
        var bus = OneWireBus.on(line);
        line.unplug();
        assertThat(faultOf(bus::search)).isEqualTo(new DeviceFault.NoReader("COM7"));
        bus.close();
    }

    @Test
    void aPortWithoutAdapterIsToldFromOneThatIsNotThere() {
        var deaf = new VirtualKeyLine("COM7", wire);
        deaf.silence();
        assertThat(faultOf(() -> OneWireBus.on(deaf))).isInstanceOf(DeviceFault.NoAnswer.class);
        assertThat(faultOf(() -> OneWireBus.open("/dev/no-such-port")))
                .isEqualTo(new DeviceFault.NoReader("/dev/no-such-port"));
    }

    private static DeviceFault faultOf(ThrowingCallable work) {
        var seen = new DeviceFault[1];
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(DeviceException.class, e -> seen[0] = e.fault());
        return seen[0];
    }
}
