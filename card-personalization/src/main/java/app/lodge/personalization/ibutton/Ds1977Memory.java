package app.lodge.personalization.ibutton;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.personalization.onewire.OneWireBus;
import app.lodge.personalization.onewire.RomNumber;
import java.util.Arrays;

/// DS1977: 32704 bytes of EEPROM, each page with a CRC-16, with passwords for reading and for
/// everything (DS1977 data sheet as far as it is public). While passwords are off any will do.
public final class Ds1977Memory implements ButtonMemory {

    public static final int PASSWORD = 8;

    private static final int CAPACITY = 32_704;
    private static final int PAGE = 64;
    private static final int READ_REGISTER = 0x7FC0;
    private static final int FULL_REGISTER = 0x7FC8;
    private static final int CONTROL = 0x7FD0;
    private static final int ON = 0xAA;
    private static final int OFF = 0x00;
    private static final int COPY = 0x99;
    private static final int READ = 0xC3;
    private static final int VERIFY = 0x69;
    private static final int DONE = 0xAA;

    /// What stands for the full-access password in faults.
    private static final int FULL_ACCESS = 1;

    private final OneWireBus bus;
    private final RomNumber rom;
    private final byte[] password;

    private Ds1977Memory(OneWireBus bus, RomNumber rom, byte[] password) {
        this.bus = bus;
        this.rom = rom;
        this.password = password;
    }

    /// Of a key that asks for no password.
    public static Ds1977Memory open(OneWireBus bus, RomNumber rom) {
        return new Ds1977Memory(bus, rom, new byte[PASSWORD]);
    }

    /// @param password 8 bytes; for reading, or for everything
    public static Ds1977Memory withPassword(OneWireBus bus, RomNumber rom, byte[] password) {
        if (password.length != PASSWORD) {
            throw new IllegalArgumentException("A DS1977's password has 8 bytes");
        }
        return new Ds1977Memory(bus, rom, password.clone());
    }

    @Override
    public int capacity() {
        return CAPACITY;
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    @Override
    public byte[] read(int address, int length) throws DeviceException {
        var all = new byte[length];
        for (int at = 0; at < length; ) {
            byte[] page = readFrom(address + at);
            int take = Math.min(page.length, length - at);
            System.arraycopy(page, 0, all, at, take);
            at += take;
        }
        return all;
    }

    /// To the end of the page.
    private byte[] readFrom(int address) throws DeviceException {
        for (int attempt = 0; attempt < Scratchpad.ATTEMPTS; attempt++) {
            bus.select(rom);
            var command = Scratchpad.command(READ, address);
            bus.touch(command);
            feedPassword();
            byte[] page = bus.read(PAGE - address % PAGE);
            byte[] crc = bus.read(2);
            if (Scratchpad.crcHolds(crc, command, page)) {
                return page;
            }
            if (Scratchpad.silent(page) && Scratchpad.silent(crc)) {
                // refused, or gone: only who is still there can have refused
                bus.select(rom);
                throw refused();
            }
        }
        throw Scratchpad.mismatch(address);
    }

    private void feedPassword() throws DeviceException {
        bus.touch(Arrays.copyOf(password, PASSWORD - 1));
        bus.touchAndFeed(password[PASSWORD - 1] & 0xFF);
    }

    @Override
    public void write(int page, byte[] content) throws DeviceException {
        byte[] whole = Arrays.copyOf(content, PAGE);
        int address = page * PAGE;
        store(address, whole);
        if (!Arrays.equals(readFrom(address), whole)) {
            throw Scratchpad.mismatch(address);
        }
    }

    private void store(int address, byte[] bytes) throws DeviceException {
        for (int attempt = 0; attempt < Scratchpad.ATTEMPTS; attempt++) {
            if (!staged(address, bytes)) {
                continue;
            }
            bus.select(rom);
            int ending = (address + bytes.length - 1) % PAGE;
            bus.touch(Bytes.join(Scratchpad.command(COPY, address), Bytes.of(ending)));
            feedPassword();
            if ((bus.read(1)[0] & 0xFF) == DONE) {
                return;
            }
            bus.select(rom);
            throw refused();
        }
        throw Scratchpad.mismatch(address);
    }

    private boolean staged(int address, byte[] bytes) throws DeviceException {
        bus.select(rom);
        var write = Bytes.join(Scratchpad.command(Scratchpad.WRITE, address), bytes);
        bus.touch(write);
        boolean toTheEnd = (address + bytes.length) % PAGE == 0;
        if (toTheEnd && !Scratchpad.crcHolds(bus.read(2), write)) {
            return false;
        }
        bus.select(rom);
        bus.touch(Bytes.of(Scratchpad.READ));
        int ending = (address + bytes.length - 1) % PAGE;
        byte[] back = bus.read(3 + bytes.length);
        return Arrays.equals(
                back, Bytes.join(Bytes.of(address & 0xFF, address >>> 8, ending), bytes));
    }

    /// Sets both passwords and switches them on. Both are verified before: one that is lost cannot be
    /// undone.
    ///
    /// @throws DeviceException with VerifyMismatch if the key does not hold them; they are off then
    public void guard(byte[] reading, byte[] everything) throws DeviceException {
        if (reading.length != PASSWORD || everything.length != PASSWORD) {
            throw new IllegalArgumentException("A DS1977's password has 8 bytes");
        }
        store(READ_REGISTER, reading);
        store(FULL_REGISTER, everything);
        if (!verified(READ_REGISTER, reading) || !verified(FULL_REGISTER, everything)) {
            throw Scratchpad.mismatch(READ_REGISTER);
        }
        store(CONTROL, Bytes.of(ON));
    }

    /// Any password will do from here on.
    public void unguard() throws DeviceException {
        store(CONTROL, Bytes.of(OFF));
    }

    private boolean verified(int register, byte[] expected) throws DeviceException {
        bus.select(rom);
        bus.touch(
                Bytes.join(
                        Scratchpad.command(VERIFY, register),
                        Arrays.copyOf(expected, PASSWORD - 1)));
        bus.touchAndFeed(expected[PASSWORD - 1] & 0xFF);
        return (bus.read(1)[0] & 0xFF) == DONE;
    }

    private static DeviceException refused() {
        return new DeviceException(new DeviceFault.KeyRefused(FULL_ACCESS, 0));
    }
}
