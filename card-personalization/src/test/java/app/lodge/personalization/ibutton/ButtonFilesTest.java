package app.lodge.personalization.ibutton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.devices.DeviceException;
import app.lodge.personalization.ibutton.ButtonFiles.Entry;
import app.lodge.personalization.onewire.OneWireBus;
import app.lodge.personalization.virtual.onewire.MemoryButton;
import app.lodge.personalization.virtual.onewire.VirtualBus;
import app.lodge.personalization.virtual.onewire.VirtualKeyLine;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@Tag("KEY-25")
class ButtonFilesTest {

    private static final byte[] SIXTY =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGH"
                    .getBytes(StandardCharsets.US_ASCII);

    /// A DS1996 that the maker's own library formatted and wrote `CARD.0` and directory `SUB` to.
    private static final String[] MAKERS = {
        "16AA0000000001024341524400030353554220" + "7F0601006E64",
        "1D7F" + "00".repeat(27) + "022B61",
        "050000000000FE48",
        "1D4142434445464748494A4B4C4D4E4F505152535455565758595A414204331F",
        "1D434445464748494A4B4C4D4E4F505152535455565758595A4142434405163D",
        "054546474800A16D",
        "08AA00524F4F54000036E0"
    };

    private final VirtualBus wire = new VirtualBus();

    private ButtonMemory memory(ButtonFamily family, OneWireBus bus) {
        return family.memory(bus, Buttons.rom(family)).orElseThrow();
    }

    private OneWireBus open() throws DeviceException {
        return OneWireBus.on(new VirtualKeyLine("COM7", wire));
    }

    @Test
    void whatTheMakersLibraryWroteIsRead() throws DeviceException {
        var button = new MemoryButton(Buttons.rom(ButtonFamily.DS1996), 8192);
        for (int page = 0; page < MAKERS.length; page++) {
            button.plant(32 * page, HexFormat.of().parseHex(MAKERS[page]));
        }
        wire.lay(button);
        try (var bus = open()) {
            var files = new ButtonFiles(memory(ButtonFamily.DS1996, bus));
            assertThat(files.list().orElseThrow())
                    .containsExactly(
                            new Entry("CARD", 0, false, 3, 3), new Entry("SUB", 127, false, 6, 1));
            assertThat(files.read("CARD.0")).contains(SIXTY);
            assertThat(files.read("CARD.1")).isEmpty();
        }
    }

    @Test
    void whatIsWrittenIsWhatTheMakersLibraryWrites() throws DeviceException {
        var button = new MemoryButton(Buttons.rom(ButtonFamily.DS1996), 8192);
        wire.lay(button);
        try (var bus = open()) {
            var files = new ButtonFiles(memory(ButtonFamily.DS1996, bus));
            files.format();
            files.write("CARD.0", SIXTY);
            for (int page = 3; page <= 5; page++) {
                var theirs = HexFormat.of().parseHex(MAKERS[page]);
                assertThat(
                                Arrays.copyOfRange(
                                        button.memory(), 32 * page, 32 * page + theirs.length))
                        .as("page %d", page)
                        .isEqualTo(theirs);
            }
            assertThat(HexFormat.of().withUpperCase().formatHex(button.memory(), 0, 15))
                    .isEqualTo("0FAA000000000102434152440003030".substring(0, 30));
            assertThat(button.memory()[33]).as("pages 0 to 5 are used").isEqualTo((byte) 0x3F);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ButtonFamily.class,
            mode = Mode.EXCLUDE,
            names = {"DS1990A", "DS1971"})
    void filesComeAndGoAndGrowAndNoneLosesAByte(ButtonFamily family) throws DeviceException {
        wire.lay(Buttons.blank(family));
        try (var bus = open()) {
            var memory = memory(family, bus);
            var files = new ButtonFiles(memory);
            assertThat(files.list()).isEmpty();
            files.format();
            assertThat(files.list().orElseThrow()).isEmpty();
            var random = new Random(4);
            var kept = new HashMap<String, byte[]>();
            int largest = Math.min(90, (memory.pages() - 2) * (memory.pageSize() - 4) / 3);
            for (int i = 0; i < 12; i++) {
                var title = (i % 2 == 0 ? "A" : "LONG") + "." + 0;
                var data = new byte[random.nextInt(Math.max(1, largest))];
                random.nextBytes(data);
                files.write(title, data);
                kept.put(title, data);
                for (Map.Entry<String, byte[]> each : kept.entrySet()) {
                    assertThat(files.read(each.getKey())).contains(each.getValue());
                }
            }
            assertThat(files.list().orElseThrow()).hasSize(2);
        }
    }

    @Test
    void aDirectoryGrowsPastItsPage() throws DeviceException {
        wire.lay(Buttons.blank(ButtonFamily.DS1995));
        try (var bus = open()) {
            var files = new ButtonFiles(memory(ButtonFamily.DS1995, bus));
            files.format();
            for (int i = 0; i < 9; i++) {
                files.write("F%d.1".formatted(i), new byte[] {(byte) i});
            }
            for (int i = 0; i < 9; i++) {
                assertThat(files.read("F%d.1".formatted(i))).contains(new byte[] {(byte) i});
            }
        }
    }

    @Test
    void aFullKeySaysSoAndKeepsWhatItHas() throws DeviceException {
        wire.lay(Buttons.blank(ButtonFamily.DS1992));
        try (var bus = open()) {
            var files = new ButtonFiles(memory(ButtonFamily.DS1992, bus));
            files.format();
            files.write("A.0", new byte[50]);
            assertThatThrownBy(() -> files.write("B.0", new byte[50]))
                    .isInstanceOf(DeviceException.class);
            assertThat(files.read("A.0")).contains(new byte[50]);
        }
    }

    /// Torn off after each byte, the old file or the new one is there, whole.
    @Test
    void aFileIsReplacedWholeOrNotAtAll() throws DeviceException {
        var before = "before before before before before".getBytes(StandardCharsets.US_ASCII);
        var after = "after".getBytes(StandardCharsets.US_ASCII);
        long bytes = replaced(before, after, Integer.MAX_VALUE / 8);
        for (int at = 1; at <= bytes; at++) {
            replaced(before, after, at);
        }
    }

    private static long replaced(byte[] before, byte[] after, int pulledAfter)
            throws DeviceException {
        var wire = new VirtualBus();
        var button = Buttons.blank(ButtonFamily.DS1993);
        wire.lay(button);
        try (var bus = OneWireBus.on(new VirtualKeyLine("COM7", wire))) {
            var files =
                    new ButtonFiles(ButtonFamily.DS1993.memory(bus, button.rom()).orElseThrow());
            files.format();
            files.write("A.0", before);
            long begun = wire.bytes();
            wire.pullAfter(pulledAfter, 0);
            try {
                files.write("A.0", after);
            } catch (DeviceException e) {
                assertThat(wire.buttons()).isEmpty();
            }
            long took = wire.bytes() - begun;
            if (wire.buttons().isEmpty()) {
                wire.lay(button);
            }
            var read = files.read("A.0").orElseThrow();
            assertThat(Arrays.equals(read, before) || Arrays.equals(read, after))
                    .as("pulled after byte %d", pulledAfter)
                    .isTrue();
            return took;
        }
    }
}
