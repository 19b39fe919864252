package app.lodge.personalization.virtual.onewire;

import java.io.ByteArrayOutputStream;

/// The DS2480B in front of a bus, byte by byte as its data sheet has it: command and data mode, the
/// doubled E3, parameters, pulses, search accelerator. Not for several threads at once.
public final class VirtualDs2480b {

    private static final int[] RATES = {9600, 19_200, 57_600, 115_200};
    private static final int PULL_UP = 3;
    private static final int RATE = 7;
    private static final int FOR_EVER = 7;
    private static final int OVERDRIVE = 2;
    private static final int ACCELERATOR_BYTES = 16;
    private static final int BYTE_BITS = 8;

    private final VirtualBus bus;
    private final int[] parameters = {0, 0, 4, 5, 0, 0, 4, 0};
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private final byte[] accelerated = new byte[ACCELERATOR_BYTES];
    private boolean calibrated;
    private boolean dataMode;
    private boolean afterE3;
    private boolean accelerator;
    private boolean armed;
    private boolean fast;
    private int pulse = -1;
    private int filled;

    public VirtualDs2480b(VirtualBus bus) {
        this.bus = bus;
    }

    /// Bits per second that it listens and answers at.
    public int rate() {
        return RATES[parameters[RATE] & 3];
    }

    /// Power-on, a break, or a byte that is too slow.
    public void powerOn() {
        calibrated = false;
        dataMode = false;
        afterE3 = false;
        accelerator = false;
        armed = false;
        fast = false;
        pulse = -1;
        filled = 0;
        parameters[PULL_UP] = 5;
        parameters[RATE] = 0;
    }

    /// @return what it answers to these bytes
    public byte[] received(byte[] bytes) {
        answer.reset();
        for (byte each : bytes) {
            received(each & 0xFF);
        }
        return answer.toByteArray();
    }

    private void received(int value) {
        if (!calibrated) {
            calibrated = true;
        } else if (!dataMode) {
            command(value);
        } else if (afterE3) {
            afterE3 = false;
            if (value == 0xE3) {
                data(value);
            } else {
                dataMode = false;
                command(value);
            }
        } else if (value == 0xE3) {
            afterE3 = true;
        } else {
            data(value);
        }
    }

    private void command(int value) {
        if (value == 0xE1) {
            dataMode = true;
            filled = 0;
        } else if (value == 0xF1) {
            endPulse();
        } else if (value == 0xE3 || (value & 1) == 0) {
            return;
        } else if ((value & 0x80) == 0) {
            configure(value);
        } else {
            communicate(value);
        }
    }

    private void configure(int value) {
        int parameter = value >>> 4;
        int chosen = value >>> 1 & 7;
        if (parameter == 0) {
            answer.write(parameters[chosen] << 1);
        } else {
            parameters[parameter] = chosen;
            answer.write(value & 0xFE);
        }
    }

    private void communicate(int value) {
        int function = value >>> 5 & 3;
        if (function != 3) {
            fast = (value >>> 2 & 3) == OVERDRIVE;
        }
        switch (function) {
            case 0 -> bit(value);
            case 1 -> accelerator = (value & 0x10) != 0;
            case 2 -> answer.write(0xCC | presence());
            default -> startPulse(value);
        }
    }

    private int presence() {
        if (bus.shorted()) {
            return 0;
        }
        return bus.reset(fast) ? 1 : 3;
    }

    private void bit(int value) {
        boolean heard = bus.slot((value & 0x10) != 0, fast);
        answer.write(value & 0xFC | (heard ? 3 : 0));
        if ((value & 2) != 0) {
            bus.feed();
            pulsing(heard ? 0xEF : 0xEC);
        }
    }

    private void startPulse(int value) {
        if ((value & 0x0C) == 0x0C) {
            armed = (value & 2) != 0;
            bus.feed();
            pulsing(value);
        }
    }

    /// Answers at once, or at F1 if the pulse has no end of its own.
    private void pulsing(int value) {
        if (parameters[PULL_UP] == FOR_EVER) {
            pulse = value;
        } else {
            answer.write(value);
        }
    }

    private void endPulse() {
        if (pulse >= 0) {
            answer.write(pulse);
            pulse = -1;
        }
    }

    private void data(int value) {
        if (accelerator) {
            accelerated[filled++] = (byte) value;
            if (filled == ACCELERATOR_BYTES) {
                filled = 0;
                search();
            }
            return;
        }
        int heard = 0;
        for (int bit = 0; bit < BYTE_BITS; bit++) {
            heard |= bus.slot((value >>> bit & 1) == 1, fast) ? 1 << bit : 0;
        }
        answer.write(heard);
        if (armed) {
            bus.feed();
            answer.write((heard & 0x80) != 0 ? 0xF6 : 0x76);
        }
    }

    private void search() {
        var taken = new byte[ACCELERATOR_BYTES];
        boolean lost = false;
        for (int n = 0; n < 64; n++) {
            boolean wanted = (accelerated[n / 4] >>> 2 * (n % 4) + 1 & 1) == 1;
            boolean own = bus.slot(true, fast);
            boolean other = bus.slot(true, fast);
            boolean conflict = own == other;
            lost |= own && other;
            boolean path = lost || (conflict ? wanted : own);
            bus.slot(path, fast);
            int pair = (path ? 2 : 0) | (conflict ? 1 : 0);
            taken[n / 4] |= (byte) (pair << 2 * (n % 4));
        }
        answer.writeBytes(taken);
    }
}
