package app.lodge.personalization.ibutton;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.keys.Bytes;
import app.lodge.personalization.onewire.OneWireBus;
import app.lodge.personalization.onewire.RomNumber;
import java.util.Arrays;

/// DS1972: EEPROM written in rows of eight bytes; the scratchpad answers with a CRC-16 (DS1972 data
/// sheet).
final class Ds1972Memory implements ButtonMemory {

    private static final int CAPACITY = 128;
    private static final int PAGE = 32;
    private static final int ROW = 8;
    private static final int ENDING = ROW - 1;
    private static final int DONE = 0xAA;

    private final OneWireBus bus;
    private final RomNumber rom;

    Ds1972Memory(OneWireBus bus, RomNumber rom) {
        this.bus = bus;
        this.rom = rom;
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
        return Scratchpad.readTwice(bus, rom, address, length);
    }

    /// Rows that hold the right bytes already are left alone: EEPROM wears.
    @Override
    public void write(int page, byte[] content) throws DeviceException {
        byte[] whole = Arrays.copyOf(content, PAGE);
        byte[] present = readPage(page);
        for (int row = 0; row < PAGE; row += ROW) {
            byte[] wanted = Bytes.slice(whole, row, ROW);
            if (!Arrays.equals(wanted, Bytes.slice(present, row, ROW))) {
                writeRow(page * PAGE + row, wanted);
            }
        }
        if (!Arrays.equals(readPage(page), whole)) {
            throw Scratchpad.mismatch(page * PAGE);
        }
    }

    private void writeRow(int address, byte[] row) throws DeviceException {
        for (int attempt = 0; attempt < Scratchpad.ATTEMPTS; attempt++) {
            if (staged(address, row) && copied(address)) {
                return;
            }
        }
        throw Scratchpad.mismatch(address);
    }

    private boolean staged(int address, byte[] row) throws DeviceException {
        bus.select(rom);
        var write = Bytes.join(Scratchpad.command(Scratchpad.WRITE, address), row);
        bus.touch(write);
        if (!Scratchpad.crcHolds(bus.read(2), write)) {
            return false;
        }
        bus.select(rom);
        bus.touch(Bytes.of(Scratchpad.READ));
        byte[] back = bus.read(3 + ROW);
        return Scratchpad.crcHolds(bus.read(2), Bytes.of(Scratchpad.READ), back)
                && Arrays.equals(
                        back, Bytes.join(Bytes.of(address & 0xFF, address >>> 8, ENDING), row));
    }

    private boolean copied(int address) throws DeviceException {
        bus.select(rom);
        bus.touch(Scratchpad.command(Scratchpad.COPY, address));
        bus.touchAndFeed(ENDING);
        return (bus.read(1)[0] & 0xFF) == DONE;
    }
}
