package app.lodge.personalization.ibutton;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.keys.Bytes;
import app.lodge.personalization.onewire.OneWireBus;
import app.lodge.personalization.onewire.RomNumber;
import java.util.Arrays;

/// DS1992, DS1993, DS1995, DS1996. They send no checksum: what is read is read twice, what is written
/// is compared in the scratchpad and again in its place (DS1996 data sheet, memory functions).
final class ScratchpadMemory implements ButtonMemory {

    private static final int PAGE = 32;
    private static final int ENDING = PAGE - 1;
    private static final int REFUSED = 0xFF;

    private final OneWireBus bus;
    private final RomNumber rom;
    private final int capacity;

    ScratchpadMemory(OneWireBus bus, RomNumber rom, int capacity) {
        this.bus = bus;
        this.rom = rom;
        this.capacity = capacity;
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    @Override
    public byte[] read(int address, int length) throws DeviceException {
        return Scratchpad.readTwice(bus, rom, address, length);
    }

    @Override
    public void write(int page, byte[] content) throws DeviceException {
        int address = page * PAGE;
        byte[] whole = Arrays.copyOf(content, PAGE);
        for (int attempt = 0; attempt < Scratchpad.ATTEMPTS; attempt++) {
            if (staged(address, whole) && copied(address) && holds(address, whole)) {
                return;
            }
        }
        throw Scratchpad.mismatch(address);
    }

    private boolean staged(int address, byte[] whole) throws DeviceException {
        bus.select(rom);
        bus.touch(Bytes.join(Scratchpad.command(Scratchpad.WRITE, address), whole));
        bus.select(rom);
        bus.touch(Bytes.of(Scratchpad.READ));
        byte[] back = bus.read(3 + PAGE);
        return Arrays.equals(
                back, Bytes.join(Bytes.of(address & 0xFF, address >>> 8, ENDING), whole));
    }

    private boolean copied(int address) throws DeviceException {
        bus.select(rom);
        bus.touch(Bytes.join(Scratchpad.command(Scratchpad.COPY, address), Bytes.of(ENDING)));
        return (bus.read(1)[0] & 0xFF) != REFUSED;
    }

    private boolean holds(int address, byte[] whole) throws DeviceException {
        return Arrays.equals(read(address, PAGE), whole);
    }
}
