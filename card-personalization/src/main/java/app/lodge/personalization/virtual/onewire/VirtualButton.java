package app.lodge.personalization.virtual.onewire;

import app.lodge.personalization.onewire.RomNumber;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// One part on the bus, slot by slot: the ROM functions that all share (Book of iButton Standards §5).
/// What comes after them is the part's own. This alone is a DS1990A.
public class VirtualButton {

    private enum Phase {
        IDLE,
        COMMAND,
        MATCH,
        SEARCH,
        ANSWER_ROM,
        FUNCTION
    }

    private static final int BYTE_BITS = 8;
    private static final int ROM_BITS = 64;

    private final RomNumber rom;
    private final byte[] romBytes;
    private Phase phase = Phase.IDLE;
    private int shift;
    private int bits;
    private int romBit;
    private int step;
    private boolean overdrive;
    private boolean tryingOverdrive;
    private boolean chosen;
    private @Nullable IntSupplier sender;
    private int sent;
    private int tornAfter = -1;

    public VirtualButton(RomNumber rom) {
        this.rom = rom;
        this.romBytes = rom.bytes();
    }

    public final RomNumber rom() {
        return rom;
    }

    /// Whether the part keeps up with overdrive.
    protected boolean fast() {
        return false;
    }

    /// Whether the part knows RESUME.
    protected boolean resumes() {
        return false;
    }

    /// A memory command or what belongs to it came in.
    protected void heard(int value) {}

    /// The part was addressed and waits for a command of its own.
    protected void addressed() {}

    /// The bus is fed strongly: EEPROM can be written.
    protected void fed() {}

    /// From here on the part sends.
    protected final void send(IntSupplier bytes) {
        sender = bytes;
        bits = 0;
        sent = bytes.getAsInt();
    }

    /// How many bytes of a copy get done when the part is pulled in the middle of it; all if it is not.
    protected final int copied(int length) {
        return tornAfter < 0 ? length : Math.min(tornAfter, length);
    }

    /// Whether the part is being pulled out right now.
    protected final boolean torn() {
        return tornAfter >= 0;
    }

    final void tear(int afterBytes) {
        tornAfter = afterBytes;
    }

    final void mended() {
        tornAfter = -1;
    }

    /// @return whether the part answers with a presence pulse
    final boolean reset(boolean fast) {
        sender = null;
        bits = 0;
        shift = 0;
        if (fast && !overdrive) {
            phase = Phase.IDLE;
            return false;
        }
        overdrive = fast;
        phase = Phase.COMMAND;
        return true;
    }

    /// @param master what the adapter lets the bus be
    /// @return false if this part holds the bus down
    final boolean slot(boolean master, boolean fast) {
        if (fast != overdrive) {
            return true;
        }
        return switch (phase) {
            case IDLE -> true;
            case SEARCH -> search(master);
            case ANSWER_ROM -> answerRom();
            case COMMAND, MATCH, FUNCTION -> sender == null ? collect(master) : give();
        };
    }

    private boolean bitOfRom() {
        return (romBytes[romBit / BYTE_BITS] >>> romBit % BYTE_BITS & 1) == 1;
    }

    private boolean search(boolean master) {
        boolean own = bitOfRom();
        step++;
        if (step == 1) {
            return own;
        }
        if (step == 2) {
            return !own;
        }
        step = 0;
        if (master == own) {
            advance();
        } else {
            phase = Phase.IDLE;
        }
        return true;
    }

    private boolean answerRom() {
        boolean own = bitOfRom();
        advance();
        return own;
    }

    private void advance() {
        romBit++;
        if (romBit == ROM_BITS) {
            function(true);
        }
    }

    private void function(boolean alone) {
        chosen = alone;
        phase = Phase.FUNCTION;
        addressed();
    }

    private boolean collect(boolean master) {
        if (phase == Phase.MATCH) {
            if (master == bitOfRom()) {
                advance();
            } else {
                chosen = false;
                phase = Phase.IDLE;
                overdrive &= !tryingOverdrive;
            }
            return true;
        }
        shift = shift >>> 1 | (master ? 0x80 : 0);
        bits++;
        if (bits == BYTE_BITS) {
            int value = shift;
            bits = 0;
            shift = 0;
            if (phase == Phase.COMMAND) {
                command(value);
            } else {
                heard(value);
            }
        }
        return true;
    }

    private boolean give() {
        boolean bit = (sent >>> bits & 1) == 1;
        bits++;
        if (bits == BYTE_BITS) {
            bits = 0;
            var more = sender;
            sent = more == null ? 0xFF : more.getAsInt();
        }
        return bit;
    }

    private void command(int code) {
        romBit = 0;
        step = 0;
        tryingOverdrive = false;
        switch (code) {
            case 0x33, 0x0F -> phase = Phase.ANSWER_ROM;
            case 0x55 -> phase = Phase.MATCH;
            case 0xF0 -> phase = Phase.SEARCH;
            case 0xCC -> function(false);
            case 0x3C -> overdriven(Phase.FUNCTION);
            case 0x69 -> overdriven(Phase.MATCH);
            case 0xA5 -> {
                if (resumes() && chosen) {
                    function(true);
                } else {
                    phase = Phase.IDLE;
                }
            }
            default -> phase = Phase.IDLE;
        }
    }

    private void overdriven(Phase next) {
        if (!fast()) {
            phase = Phase.IDLE;
            return;
        }
        tryingOverdrive = !overdrive;
        overdrive = true;
        phase = next;
        if (next == Phase.FUNCTION) {
            function(false);
        }
    }
}
