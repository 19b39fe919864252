package app.lodge.personalization.ibutton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.ibutton.StationLog.Kind;
import app.lodge.personalization.ibutton.StationLog.LogRecord;
import app.lodge.personalization.onewire.OneWireBus;
import app.lodge.personalization.virtual.onewire.MemoryButton;
import app.lodge.personalization.virtual.onewire.VirtualBus;
import app.lodge.personalization.virtual.onewire.VirtualKeyLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("KEY-22")
class StationLogTest {

    private static final Instant START = Instant.parse("2026-03-01T07:00:00Z");

    private final VirtualBus wire = new VirtualBus();
    private final MemoryButton button = new MemoryButton(Buttons.rom(ButtonFamily.DS1996), 8192);

    private static LogRecord record(int n) {
        var kind = Kind.values()[n % Kind.values().length];
        return new LogRecord(1000L + n, START.plusSeconds(61L * n), kind, 1 + n * 7, n * 5);
    }

    private OneWireBus open() throws DeviceException {
        return OneWireBus.on(new VirtualKeyLine("COM7", wire));
    }

    private ButtonMemory memory(OneWireBus bus) {
        return ButtonFamily.DS1996.memory(bus, button.rom()).orElseThrow();
    }

    @Test
    void theJournalIsRebuiltFromWhatTheStationWrote() throws DeviceException {
        wire.lay(button);
        try (var bus = open()) {
            var log = StationLog.begin(memory(bus), 35_575);
            var written = new ArrayList<LogRecord>();
            for (int n = 0; n < 40; n++) {
                assertThat(log.append(record(n))).isEqualTo(n + 1);
                written.add(record(n));
            }
            var read = StationLog.on(memory(bus)).orElseThrow().readOut();
            assertThat(read.station()).isEqualTo(35_575);
            assertThat(read.records()).isEqualTo(written);
            assertThat(read.torn()).isEmpty();
            assertThat(read.capacity()).isEqualTo(510);
            assertThat(read.used()).isEqualTo(40);
            assertThat(read.percentFull()).isEqualTo(8);
        }
    }

    @Test
    void aFullLogSaysSoAndLosesNothing() throws DeviceException {
        wire.lay(button);
        try (var bus = open()) {
            var log = StationLog.begin(memory(bus), 1);
            for (int n = 0; n < log.capacity(); n++) {
                log.append(record(n));
            }
            assertThatThrownBy(() -> log.append(record(999)))
                    .isInstanceOfSatisfying(
                            DeviceException.class,
                            e ->
                                    assertThat(e.fault())
                                            .isEqualTo(new DeviceFault.CardRefused("LogFull", 0)));
            var read = log.readOut();
            assertThat(read.percentFull()).isEqualTo(100);
            assertThat(read.records()).hasSize(510).endsWith(record(509));
        }
    }

    /// Torn anywhere, also inside the copy, the records before are there and the broken one is named.
    @Test
    void aRecordThatBreaksOffCostsItselfOnly() throws DeviceException {
        for (int copied : new int[] {0, 9, 20}) {
            var wire = new VirtualBus();
            var button = new MemoryButton(Buttons.rom(ButtonFamily.DS1996), 8192);
            wire.lay(button);
            try (var bus = OneWireBus.on(new VirtualKeyLine("COM7", wire))) {
                var memory = ButtonFamily.DS1996.memory(bus, button.rom()).orElseThrow();
                var log = StationLog.begin(memory, 1);
                log.append(record(0));
                long begun = wire.bytes();
                log.append(record(1));
                long bytes = wire.bytes() - begun;
                // before, the log is only read
                for (int at = (int) bytes - 230; at < bytes; at += 5) {
                    wire.pullAfter(at, copied);
                    try {
                        log.append(record(2));
                    } catch (DeviceException e) {
                        assertThat(wire.buttons()).isEmpty();
                    }
                    if (wire.buttons().isEmpty()) {
                        wire.lay(button);
                    }
                    var read = log.readOut();
                    assertThat(read.records()).startsWith(record(0), record(1));
                    assertThat(read.records().size() + read.torn().size()).isEqualTo(read.used());
                    assertThat(read.records().stream().skip(2)).allMatch(record(2)::equals);
                }
            }
        }
    }

    @Test
    void aRecordAtAnotherPlaceOrWithAFlippedBitIsTorn() throws DeviceException {
        wire.lay(button);
        try (var bus = open()) {
            var log = StationLog.begin(memory(bus), 1);
            for (int n = 0; n < 3; n++) {
                log.append(record(n));
            }
            byte[] all = button.memory();
            var second = new byte[16];
            System.arraycopy(all, 48, second, 0, 16);
            button.plant(48 + 32, second);
            second[9] ^= 0x10;
            button.plant(48, second);
            var read = log.readOut();
            assertThat(read.records()).containsExactly(record(0), record(2));
            assertThat(read.torn()).isEqualTo(List.of(2, 4));
        }
    }

    @Test
    void aKeyWithAnythingElseHoldsNoLog() throws DeviceException {
        wire.lay(button);
        try (var bus = open()) {
            assertThat(StationLog.on(memory(bus))).isEmpty();
            new ButtonFiles(memory(bus)).format();
            assertThat(StationLog.on(memory(bus))).isEmpty();
        }
    }
}
