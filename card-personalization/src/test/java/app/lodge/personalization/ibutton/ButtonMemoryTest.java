package app.lodge.personalization.ibutton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.ibutton.Ds1971Memory.LockForEver;
import app.lodge.personalization.onewire.OneWireBus;
import app.lodge.personalization.onewire.RomNumber;
import app.lodge.personalization.virtual.onewire.Ds1971Button;
import app.lodge.personalization.virtual.onewire.Ds1977Button;
import app.lodge.personalization.virtual.onewire.VirtualBus;
import app.lodge.personalization.virtual.onewire.VirtualButton;
import app.lodge.personalization.virtual.onewire.VirtualKeyLine;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@Tag("KEY-25")
class ButtonMemoryTest {

    private final VirtualBus wire = new VirtualBus();

    @ParameterizedTest
    @EnumSource(ButtonFamily.class)
    void theFamilyCodeDecidesWhatAKeyHolds(ButtonFamily family) {
        var rom = RomNumber.numbered(family.code(), 42);
        assertThat(ButtonFamily.of(rom)).contains(family);
        assertThat(family.holdsData()).isEqualTo(family != ButtonFamily.DS1990A);
    }

    @Test
    void theSizesAreThoseOfTheDataSheets() {
        assertThat(
                        Arrays.stream(ButtonFamily.values())
                                .map(each -> each.name() + " " + each.capacity()))
                .containsExactly(
                        "DS1990A 0",
                        "DS1992 128",
                        "DS1993 512",
                        "DS1995 2048",
                        "DS1996 8192",
                        "DS1971 32",
                        "DS1972 128",
                        "DS1977 32704");
    }

    @ParameterizedTest
    @EnumSource(value = ButtonFamily.class, mode = Mode.EXCLUDE, names = "DS1990A")
    void everyPageIsWrittenAndReadBack(ButtonFamily family) throws DeviceException {
        wire.lay(Buttons.blank(family)).lay(new VirtualButton(RomNumber.numbered(1, 9)));
        try (var bus = OneWireBus.on(new VirtualKeyLine("COM7", wire))) {
            var memory = family.memory(bus, Buttons.rom(family)).orElseThrow();
            var random = new Random(family.code());
            var all = new byte[memory.capacity()];
            random.nextBytes(all);
            int step = Math.max(1, memory.pages() / 12);
            for (int page = 0; page < memory.pages(); page += step) {
                var content =
                        Arrays.copyOfRange(
                                all, page * memory.pageSize(), (page + 1) * memory.pageSize());
                memory.write(page, content);
                assertThat(memory.readPage(page)).isEqualTo(content);
            }
            int last = memory.pages() - 1;
            var escapes = new byte[memory.pageSize()];
            Arrays.fill(escapes, (byte) 0xE3);
            memory.write(last, escapes);
            assertThat(memory.readPage(last)).isEqualTo(escapes);
        }
    }

    @ParameterizedTest
    @EnumSource(value = ButtonFamily.class, mode = Mode.EXCLUDE, names = "DS1990A")
    void noiseNeverChangesWhatIsReadOrWritten(ButtonFamily family) throws DeviceException {
        wire.lay(Buttons.blank(family));
        try (var bus = OneWireBus.on(new VirtualKeyLine("COM7", wire))) {
            var memory = family.memory(bus, Buttons.rom(family)).orElseThrow();
            var content = new byte[memory.pageSize()];
            for (int at = 0; at < 120; at += 3) {
                Arrays.fill(content, (byte) at);
                wire.noiseAfter(at);
                try {
                    memory.write(0, content);
                } catch (DeviceException e) {
                    // said, so nobody believes it is there
                    memory.write(0, content);
                }
                assertThat(memory.readPage(0)).as("noise at %d", at).isEqualTo(content);
            }
        }
    }

    @Test
    void theRegisterOfADs1971IsLockedOnceAndOnlyForTheKeyThatWasNamed() throws DeviceException {
        var button = new Ds1971Button(Buttons.rom(ButtonFamily.DS1971));
        wire.lay(button);
        try (var bus = OneWireBus.on(new VirtualKeyLine("COM7", wire))) {
            var memory = new Ds1971Memory(bus, button.rom());
            var content = HexFormat.of().parseHex("0102030405060708");
            var another = new LockForEver(RomNumber.numbered(0x14, 1));
            assertThatThrownBy(() -> memory.lockRegister(content, another))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(button.locked()).isFalse();
            memory.lockRegister(content, new LockForEver(button.rom()));
            assertThat(memory.registerLocked()).isTrue();
            assertThat(memory.register()).isEqualTo(content);
            assertThat(button.register()).isEqualTo(content);
            assertThatThrownBy(
                            () -> memory.lockRegister(new byte[8], new LockForEver(button.rom())))
                    .isInstanceOfSatisfying(
                            DeviceException.class,
                            e -> assertThat(e.fault()).isInstanceOf(DeviceFault.CardRefused.class));
        }
    }

    @Test
    void aDs1977OpensToItsPasswordsOnly() throws DeviceException {
        var button = new Ds1977Button(Buttons.rom(ButtonFamily.DS1977));
        wire.lay(button);
        var reading = HexFormat.of().parseHex("1111111111111111");
        var everything = HexFormat.of().parseHex("2222222222222222");
        try (var bus = OneWireBus.on(new VirtualKeyLine("COM7", wire))) {
            var open = Ds1977Memory.open(bus, button.rom());
            open.write(3, new byte[] {7});
            open.guard(reading, everything);
            assertThat(button.guarded()).isTrue();
            assertThatThrownBy(() -> open.readPage(3))
                    .isInstanceOfSatisfying(
                            DeviceException.class,
                            e -> assertThat(e.fault()).isInstanceOf(DeviceFault.KeyRefused.class));
            var reader = Ds1977Memory.withPassword(bus, button.rom(), reading);
            assertThat(reader.readPage(3)[0]).isEqualTo((byte) 7);
            assertThatThrownBy(() -> reader.write(3, new byte[] {8}))
                    .isInstanceOf(DeviceException.class);
            var master = Ds1977Memory.withPassword(bus, button.rom(), everything);
            master.write(3, new byte[] {8});
            assertThat(reader.readPage(3)[0]).isEqualTo((byte) 8);
            master.unguard();
            assertThat(open.readPage(3)[0]).isEqualTo((byte) 8);
        }
    }
}
