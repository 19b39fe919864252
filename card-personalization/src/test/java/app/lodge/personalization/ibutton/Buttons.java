package app.lodge.personalization.ibutton;

import app.lodge.core.keys.BlockCipher;
import app.lodge.core.keys.Bytes;
import app.lodge.personalization.onewire.RomNumber;
import app.lodge.personalization.virtual.onewire.VirtualButton;
import app.lodge.personalization.virtual.onewire.VirtualKeys;
import java.util.Arrays;

/// Keys for tests.
final class Buttons {

    private static final long SERIAL = 0x02D3A7C5L;

    private Buttons() {}

    static RomNumber rom(ButtonFamily family) {
        return RomNumber.numbered(family.code(), SERIAL);
    }

    static VirtualButton blank(ButtonFamily family) {
        return VirtualKeys.blank(family, SERIAL);
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
