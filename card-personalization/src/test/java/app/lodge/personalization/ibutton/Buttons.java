package app.lodge.personalization.ibutton;

import app.lodge.core.keys.BlockCipher;
import app.lodge.core.keys.Bytes;
import app.lodge.personalization.onewire.RomNumber;
import app.lodge.personalization.virtual.onewire.Ds1971Button;
import app.lodge.personalization.virtual.onewire.Ds1972Button;
import app.lodge.personalization.virtual.onewire.Ds1977Button;
import app.lodge.personalization.virtual.onewire.MemoryButton;
import app.lodge.personalization.virtual.onewire.VirtualButton;
import java.util.Arrays;

/// Keys for tests.
final class Buttons {

    private Buttons() {}

    static RomNumber rom(ButtonFamily family) {
        return RomNumber.numbered(family.code(), 0x02D3A7C5L);
    }

    static VirtualButton blank(ButtonFamily family) {
        var rom = rom(family);
        return switch (family) {
            case DS1990A -> new VirtualButton(rom);
            case DS1992, DS1993, DS1995, DS1996 -> new MemoryButton(rom, family.capacity());
            case DS1971 -> new Ds1971Button(rom);
            case DS1972 -> new Ds1972Button(rom);
            case DS1977 -> new Ds1977Button(rom);
        };
    }

    /// Seals as the vault does, under a key of the test's own.
    static KeySeal seal() {
        return new KeySeal() {
            @Override
            public int version() {
                return 3;
            }

            @Override
            public byte[] over(RomNumber rom, int version, byte[] content) {
                var key = new byte[16];
                Arrays.fill(key, (byte) version);
                var mac = BlockCipher.aes(key).cmac(Bytes.join(rom.bytes(), content));
                return Arrays.copyOf(mac, 8);
            }
        };
    }
}
