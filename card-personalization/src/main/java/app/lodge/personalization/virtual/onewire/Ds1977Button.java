package app.lodge.personalization.virtual.onewire;

import app.lodge.core.keys.Bytes;
import app.lodge.personalization.onewire.OneWireCrc;
import app.lodge.personalization.onewire.RomNumber;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// DS1977: 32 KiB of EEPROM in pages of 64, with a password for reading and one for everything (DS1977
/// data sheet, as far as it is public).
public final class Ds1977Button extends VirtualButton {

    private static final int PAGE = 64;
    private static final int SIZE = 32_704;
    private static final int ALL = 0x8000;
    private static final int READ_PASSWORD = 0x7FC0;
    private static final int FULL_PASSWORD = 0x7FC8;
    private static final int CONTROL = 0x7FD0;
    private static final int PASSWORD = 8;
    private static final int ON = 0xAA;

    private final byte[] memory = new byte[ALL];
    private final byte[] scratchpad = new byte[PAGE];
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private int command;
    private int at;
    private int address;
    private int ending;
    private Runnable pending = () -> {};

    public Ds1977Button(RomNumber rom) {
        super(rom);
    }

    public byte[] memory() {
        return Arrays.copyOf(memory, SIZE);
    }

    public boolean guarded() {
        return (memory[CONTROL] & 0xFF) == ON;
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
        said.reset();
        pending = () -> {};
    }

    @Override
    protected void heard(int value) {
        said.write(value);
        if (command == 0) {
            command = value;
            if (command == 0xAA) {
                sendScratchpad();
            } else if (command == 0xCC) {
                sendAll(Bytes.of(0x02, 0x02));
            }
            return;
        }
        byte[] all = said.toByteArray();
        if (all.length == 3) {
            int asked = all[1] & 0xFF | (all[2] & 0xFF) << 8;
            if (command == 0x0F) {
                address = asked;
            }
            at = asked;
            return;
        }
        switch (command) {
            case 0x0F -> write(value, all);
            case 0x99 -> copy(all);
            case 0xC3 -> read(all);
            case 0x69 -> verify(all);
            default -> {
                // Not a command of this part.
            }
        }
    }

    private void write(int value, byte[] all) {
        if (all.length == 4) {
            at = address % PAGE;
        }
        if (all.length < 4 || at >= PAGE) {
            return;
        }
        scratchpad[at] = (byte) value;
        ending = at;
        at++;
        if (at == PAGE) {
            sendAll(OneWireCrc.inverted(OneWireCrc.crc16(0, all)));
        }
    }

    private void sendScratchpad() {
        var head = Bytes.of(address & 0xFF, address >>> 8, ending);
        var from = Arrays.copyOfRange(scratchpad, address % PAGE, PAGE);
        var crc = OneWireCrc.inverted(OneWireCrc.crc16(0, Bytes.of(0xAA), head, from));
        sendAll(Bytes.join(head, from, crc));
    }

    private void copy(byte[] all) {
        if (all.length < 4 + PASSWORD) {
            return;
        }
        boolean right =
                (all[1] & 0xFF) == (address & 0xFF)
                        && (all[2] & 0xFF) == address >>> 8
                        && (all[3] & 0xFF) == ending
                        && full(Arrays.copyOfRange(all, 4, 4 + PASSWORD));
        if (!right) {
            return;
        }
        if (torn()) {
            store();
        } else {
            pending =
                    () -> {
                        store();
                        send(() -> 0xAA);
                    };
        }
    }

    private void store() {
        int from = address % PAGE;
        int length = copied(ending - from + 1);
        if (address + length <= ALL) {
            System.arraycopy(scratchpad, from, memory, address, length);
        }
    }

    private void read(byte[] all) {
        if (all.length < 3 + PASSWORD) {
            return;
        }
        byte[] password = Arrays.copyOfRange(all, 3, 3 + PASSWORD);
        if (!full(password) && !matches(READ_PASSWORD, password)) {
            return;
        }
        pending =
                () -> {
                    var page = Arrays.copyOfRange(memory, at, (at / PAGE + 1) * PAGE);
                    // passwords are never given out
                    for (int i = 0; i < page.length; i++) {
                        if (at + i >= READ_PASSWORD && at + i < CONTROL) {
                            page[i] = (byte) 0xFF;
                        }
                    }
                    var crc = OneWireCrc.inverted(OneWireCrc.crc16(0, Arrays.copyOf(all, 3), page));
                    sendAll(Bytes.join(page, crc));
                };
    }

    private void verify(byte[] all) {
        if (all.length < 3 + PASSWORD) {
            return;
        }
        byte[] password = Arrays.copyOfRange(all, 3, 3 + PASSWORD);
        boolean right = Arrays.equals(password, Arrays.copyOfRange(memory, at, at + PASSWORD));
        pending = () -> send(() -> right ? 0xAA : 0xFF);
    }

    private boolean full(byte[] password) {
        return !guarded() || matches(FULL_PASSWORD, password);
    }

    private boolean matches(int register, byte[] password) {
        return Arrays.equals(password, Arrays.copyOfRange(memory, register, register + PASSWORD));
    }

    private void sendAll(byte[] bytes) {
        var next = new int[1];
        send(() -> next[0] < bytes.length ? bytes[next[0]++] & 0xFF : 0xFF);
    }

    @Override
    protected void fed() {
        pending.run();
        pending = () -> {};
    }
}
