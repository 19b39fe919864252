package app.lodge.personalization.virtual.onewire;

import app.lodge.core.keys.Bytes;
import app.lodge.personalization.onewire.OneWireCrc;
import app.lodge.personalization.onewire.RomNumber;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// DS1972: 128 bytes of EEPROM in rows of eight, with CRC-16 on the scratchpad (DS1972 data sheet).
public final class Ds1972Button extends VirtualButton {

    private static final int SIZE = 128;

    /// Memory, then the control bytes of the pages, factory bytes and user bytes.
    private static final int ALL = 144;

    private static final int ROW = 8;
    private static final int DONE = 0xAA;

    private final byte[] memory = new byte[ALL];
    private final byte[] scratchpad = new byte[ROW];
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private int command;
    private int at;
    private int address;
    private int ending = ROW - 1;
    private int count;
    private boolean pending;

    public Ds1972Button(RomNumber rom) {
        super(rom);
    }

    public byte[] memory() {
        return Arrays.copyOf(memory, SIZE);
    }

    @Override
    protected boolean fast() {
        return true;
    }

    @Override
    protected boolean resumes() {
        return true;
    }

    @Override
    protected void addressed() {
        command = 0;
        count = 0;
        pending = false;
        said.reset();
    }

    @Override
    protected void heard(int value) {
        said.write(value);
        if (command == 0) {
            command = value;
            if (command == 0xAA) {
                sendScratchpad();
            }
            return;
        }
        count++;
        switch (command) {
            case 0x0F -> write(value);
            case 0x55 -> copy(value);
            case 0xF0 -> read(value);
            default -> {
                // Not a command of this part.
            }
        }
    }

    private void write(int value) {
        if (count == 1) {
            address = value;
            return;
        }
        if (count == 2) {
            address |= value << 8;
            at = address % ROW;
            return;
        }
        scratchpad[at++] = (byte) value;
        if (at == ROW) {
            var crc = OneWireCrc.inverted(OneWireCrc.crc16(0, said.toByteArray()));
            sendAll(crc);
        }
    }

    private void sendScratchpad() {
        var head = Bytes.of(address & 0xFF, address >>> 8, ending);
        var from = Arrays.copyOfRange(scratchpad, address % ROW, ROW);
        var crc = OneWireCrc.inverted(OneWireCrc.crc16(0, Bytes.of(0xAA), head, from));
        sendAll(Bytes.join(head, from, crc));
    }

    private void sendAll(byte[] bytes) {
        var next = new int[1];
        send(() -> next[0] < bytes.length ? bytes[next[0]++] & 0xFF : 0xFF);
    }

    private void copy(int value) {
        boolean right =
                switch (count) {
                    case 1 -> value == (address & 0xFF);
                    case 2 -> value == address >>> 8;
                    case 3 -> value == ending;
                    default -> false;
                };
        if (!right) {
            command = 0xFF;
        } else if (count == 3) {
            if (torn()) {
                store();
            } else {
                pending = true;
            }
        }
    }

    private void store() {
        int row = address / ROW * ROW;
        if (row + ROW <= ALL) {
            System.arraycopy(scratchpad, 0, memory, row, copied(ROW));
        }
    }

    @Override
    protected void fed() {
        if (pending) {
            pending = false;
            store();
            send(() -> DONE);
        }
    }

    private void read(int value) {
        if (count == 1) {
            at = value;
        } else {
            at |= value << 8;
            send(() -> at < ALL ? memory[at++] & 0xFF : 0xFF);
        }
    }
}
