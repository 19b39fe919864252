package app.lodge.personalization.ibutton;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.personalization.onewire.OneWireBus;
import app.lodge.personalization.onewire.RomNumber;
import java.util.Arrays;

/// DS1971: one page of EEPROM and an application register of eight bytes that is locked once and for
/// ever (DS1971 data sheet). One-byte addresses, no checksum.
public final class Ds1971Memory implements ButtonMemory {

    private static final int PAGE = 32;
    private static final int REGISTER = 8;
    private static final int WRITE_REGISTER = 0x99;
    private static final int READ_REGISTER = 0xC3;
    private static final int LOCK_REGISTER = 0x5A;
    private static final int READ_STATUS = 0x66;
    private static final int VALIDATION = 0xA5;

    private final OneWireBus bus;
    private final RomNumber rom;

    public Ds1971Memory(OneWireBus bus, RomNumber rom) {
        this.bus = bus;
        this.rom = rom;
    }

    @Override
    public int capacity() {
        return PAGE;
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    @Override
    public byte[] read(int address, int length) throws DeviceException {
        return twice(Scratchpad.READ_MEMORY, address, length);
    }

    private byte[] twice(int command, int address, int length) throws DeviceException {
        byte[] before = once(command, address, length);
        for (int attempt = 0; attempt < Scratchpad.ATTEMPTS; attempt++) {
            byte[] again = once(command, address, length);
            if (Arrays.equals(before, again)) {
                if (Scratchpad.silent(again)) {
                    bus.select(rom);
                }
                return again;
            }
            before = again;
        }
        throw Scratchpad.mismatch(address);
    }

    private byte[] once(int command, int address, int length) throws DeviceException {
        bus.select(rom);
        bus.touch(Bytes.of(command, address));
        return bus.read(length);
    }

    @Override
    public void write(int page, byte[] content) throws DeviceException {
        byte[] whole = Arrays.copyOf(content, PAGE);
        for (int attempt = 0; attempt < Scratchpad.ATTEMPTS; attempt++) {
            bus.select(rom);
            bus.touch(Bytes.join(Bytes.of(Scratchpad.WRITE, 0), whole));
            if (!Arrays.equals(once(Scratchpad.READ, 0, PAGE), whole)) {
                continue;
            }
            bus.select(rom);
            bus.touch(Bytes.of(Scratchpad.COPY));
            bus.touchAndFeed(VALIDATION);
            if (Arrays.equals(read(0, PAGE), whole)) {
                return;
            }
        }
        throw Scratchpad.mismatch(0);
    }

    /// The application register, 8 bytes.
    public byte[] register() throws DeviceException {
        return twice(READ_REGISTER, 0, REGISTER);
    }

    public boolean registerLocked() throws DeviceException {
        return (twice(READ_STATUS, 0, 1)[0] & 3) == 0;
    }

    /// Writes the application register and locks it: neither can ever be undone.
    ///
    /// @param asked the second word of whoever asks; it names what is lost
    /// @throws DeviceException with CardRefused if it is locked already
    public void lockRegister(byte[] content, LockForEver asked) throws DeviceException {
        if (content.length != REGISTER) {
            throw new IllegalArgumentException(
                    "The application register has 8 bytes, not %d".formatted(content.length));
        }
        if (!asked.rom().equals(rom)) {
            throw new IllegalArgumentException(
                    "To lock %s was asked, but this is %s".formatted(asked.rom(), rom));
        }
        if (registerLocked()) {
            throw new DeviceException(new DeviceFault.CardRefused("LockRegister", 0xFC));
        }
        bus.select(rom);
        bus.touch(Bytes.join(Bytes.of(WRITE_REGISTER, 0), content));
        bus.select(rom);
        bus.touch(Bytes.of(LOCK_REGISTER));
        bus.touchAndFeed(VALIDATION);
        if (!registerLocked() || !Arrays.equals(register(), content)) {
            throw Scratchpad.mismatch(0);
        }
    }

    /// The second word without which nothing is locked for ever.
    ///
    /// @param rom the very key that is meant
    public record LockForEver(RomNumber rom) {}
}
