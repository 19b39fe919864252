package app.lodge.personalization.virtual.onewire;

import app.lodge.personalization.onewire.RomNumber;
import java.util.Arrays;

/// DS1992, DS1993, DS1995, DS1996: battery-backed memory in pages of 32, written through a scratchpad
/// that is read back before it is copied (DS1996 data sheet, memory functions).
public final class MemoryButton extends VirtualButton {

    private static final int PAGE = 32;
    private static final int OVERFLOW = 0x40;
    private static final int ACCEPTED = 0x80;

    private final byte[] memory;
    private final byte[] scratchpad = new byte[PAGE];
    private int command;
    private int at;
    private int address;
    private int ending;
    private int count;

    public MemoryButton(RomNumber rom, int size) {
        super(rom);
        memory = new byte[size];
        Arrays.fill(scratchpad, (byte) 0xFF);
    }

    public byte[] memory() {
        return memory.clone();
    }

    /// Puts bytes there past all rules.
    public void plant(int from, byte[] bytes) {
        System.arraycopy(bytes, 0, memory, from, bytes.length);
    }

    @Override
    protected boolean fast() {
        return memory.length >= 64 * PAGE;
    }

    @Override
    protected void addressed() {
        command = 0;
        count = 0;
    }

    @Override
    protected void heard(int value) {
        if (command == 0) {
            command = value;
            if (command == 0xAA) {
                sendScratchpad();
            }
            return;
        }
        count++;
        switch (command) {
            case 0x0F -> writeScratchpad(value);
            case 0x55 -> copy(value);
            case 0xF0 -> read(value);
            default -> {
                // Not a command of this part: it stays silent until the next reset.
            }
        }
    }

    private void writeScratchpad(int value) {
        if (count == 1) {
            address = value;
        } else if (count == 2) {
            address |= value << 8;
            at = address % PAGE;
            ending = at == 0 ? PAGE - 1 : at - 1;
        } else if (at < PAGE) {
            scratchpad[at] = (byte) value;
            ending = at;
            at++;
        } else {
            ending |= OVERFLOW;
        }
    }

    private void sendScratchpad() {
        var state = new int[] {0, address % PAGE};
        send(() -> {
            int n = state[0]++;
            if (n == 0) {
                return address & 0xFF;
            }
            if (n == 1) {
                return address >>> 8;
            }
            if (n == 2) {
                return ending;
            }
            return state[1] < PAGE ? scratchpad[state[1]++] & 0xFF : 0xFF;
        });
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
            int from = address % PAGE;
            int length = (ending & (PAGE - 1)) - from + 1;
            if (length > 0 && address + length <= memory.length) {
                System.arraycopy(scratchpad, from, memory, address, copied(length));
            }
            ending |= ACCEPTED;
            send(() -> 0x00);
        }
    }

    private void read(int value) {
        if (count == 1) {
            at = value;
        } else {
            at |= value << 8;
            send(() -> at < memory.length ? memory[at++] & 0xFF : 0xFF);
        }
    }
}
