package app.lodge.personalization.virtual.onewire;

import app.lodge.personalization.onewire.RomNumber;
import java.util.Arrays;

/// DS1971: one page of EEPROM, and eight bytes that can be written once and then locked for ever
/// (DS1971 data sheet).
public final class Ds1971Button extends VirtualButton {

    private static final int PAGE = 32;
    private static final int REGISTER = 8;
    private static final int VALIDATION = 0xA5;

    private final byte[] memory = new byte[PAGE];
    private final byte[] scratchpad = new byte[PAGE];
    private final byte[] register = new byte[REGISTER];
    private final byte[] registerScratchpad = new byte[REGISTER];
    private boolean locked;
    private int command;
    private int at;
    private int count;
    private Runnable pending = () -> {};

    public Ds1971Button(RomNumber rom) {
        super(rom);
        Arrays.fill(memory, (byte) 0xFF);
        Arrays.fill(scratchpad, (byte) 0xFF);
        Arrays.fill(register, (byte) 0xFF);
        Arrays.fill(registerScratchpad, (byte) 0xFF);
    }

    public byte[] memory() {
        return memory.clone();
    }

    public byte[] register() {
        return register.clone();
    }

    public boolean locked() {
        return locked;
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
        pending = () -> {};
    }

    @Override
    protected void heard(int value) {
        if (command == 0) {
            command = value;
            return;
        }
        count++;
        if (count == 1) {
            at = value;
            first(value);
            return;
        }
        if (command == 0x0F) {
            scratchpad[at++ % PAGE] = (byte) value;
        } else if (command == 0x99 && !locked) {
            registerScratchpad[at++ % REGISTER] = (byte) value;
        }
    }

    private void first(int value) {
        switch (command) {
            case 0xAA -> send(() -> scratchpad[at++ % PAGE] & 0xFF);
            case 0xF0 -> send(() -> memory[at++ % PAGE] & 0xFF);
            case 0x66 -> send(() -> locked ? 0xFC : 0xFF);
            case 0xC3 -> send(() -> register[at++ % REGISTER] & 0xFF);
            case 0x55 -> validated(value, () -> copy());
            case 0x5A -> validated(value, () -> lock());
            default -> {
                // 0F and 99 take data; what is no command of this part is not answered.
            }
        }
    }

    private void validated(int value, Runnable work) {
        if (value != VALIDATION) {
            return;
        }
        if (torn()) {
            work.run();
        } else {
            pending = work;
        }
    }

    private void copy() {
        System.arraycopy(scratchpad, 0, memory, 0, copied(PAGE));
    }

    private void lock() {
        if (!locked) {
            System.arraycopy(registerScratchpad, 0, register, 0, copied(REGISTER));
            locked = !torn();
        }
    }

    @Override
    protected void fed() {
        pending.run();
        pending = () -> {};
    }
}
