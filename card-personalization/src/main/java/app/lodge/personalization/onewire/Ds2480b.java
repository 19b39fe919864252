package app.lodge.personalization.onewire;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;

/// Maxim's serial line driver DS2480B: found, set up, and asked for resets, bytes and search passes.
/// It is either in command mode, or in data mode where every byte is eight time slots and is answered
/// by what the bus showed in them.
public final class Ds2480b implements AutoCloseable {

    private static final int TO_DATA = 0xE1;
    private static final int TO_COMMAND = 0xE3;
    private static final int RESET = 0xC1;
    private static final int RESET_MASK = 0xDC;
    private static final int RESET_IS_DS2480B = 0xCC;
    private static final int BIT_ZERO = 0x81;
    private static final int BIT_ONE = 0x91;
    private static final int BIT_POWERED = 0x02;
    private static final int ACCELERATOR_ON = 0xB1;
    private static final int ACCELERATOR_OFF = 0xA1;
    private static final int READ_RATE = 0x0F;
    private static final int WRITE_RATE = 0x71;
    private static final int PULL_UP_16_MS = 0x31;

    /// Slew 1.37 V/µs, write-1 low 10 µs, sample offset 8 µs: for lines of some metres, as the maker
    /// advises; then the line's rate and one bit, as a test.
    private static final byte[] SET_UP = Bytes.of(0x17, 0x45, 0x5B, READ_RATE, BIT_ONE);

    /// The chip buffers one byte only: no more is sent than the slowest bus hands on at once.
    private static final int BURST = 32;

    private static final Duration PATIENCE = Duration.ofMillis(250);

    /// What is told of it: people count in seconds.
    private static final Duration WAITED = Duration.ofSeconds(1);

    private static final Duration AFTER_CALIBRATION = Duration.ofMillis(4);
    private static final int BYTE_BITS = 8;

    private final SerialLine line;
    private BusSpeed busSpeed = BusSpeed.FLEXIBLE;
    private boolean dataMode;

    private Ds2480b(SerialLine line) {
        this.line = line;
    }

    /// Calibrates and sets up the chip; one left at another rate by a program that died is found too.
    ///
    /// @throws DeviceException with NoAnswer if there is no DS2480B on the line; the line is closed then
    public static Ds2480b on(SerialLine line) throws DeviceException {
        var chip = new Ds2480b(line);
        try {
            if (chip.calibrated(LineRate.BD_9600, RESET)) {
                return chip;
            }
            for (var rate : LineRate.values()) {
                if (chip.calibrated(rate, TO_COMMAND)) {
                    chip.lineRate(LineRate.BD_9600);
                    return chip;
                }
            }
        } catch (DeviceException e) {
            line.close();
            throw e;
        }
        line.close();
        throw chip.silent();
    }

    /// @param first calibrates a chip that was just reset; E3 wakes one that a program left in data mode,
    ///     where no break reaches it
    private boolean calibrated(LineRate rate, int first) throws DeviceException {
        line.speed(rate.bitsPerSecond());
        if (first == RESET) {
            line.reset();
        }
        line.write(Bytes.of(first));
        line.settle(AFTER_CALIBRATION);
        line.drain();
        line.write(SET_UP);
        var answer = line.read(SET_UP.length, PATIENCE);
        boolean ours =
                answer.length == SET_UP.length
                        && (answer[0] & 0xFF) == 0x16
                        && (answer[1] & 0xFF) == 0x44
                        && (answer[2] & 0xFF) == 0x5A
                        && (answer[3] & 0xF1) == 0
                        && (answer[4] & 0xF0) == 0x90;
        dataMode = false;
        line.drain();
        return ours;
    }

    String name() {
        return line.name();
    }

    /// Every part on the bus waits for a ROM command afterwards.
    Presence reset() throws DeviceException {
        commandMode();
        line.drain();
        int answer = asked(RESET | busSpeed.bits());
        if ((answer & RESET_MASK) != RESET_IS_DS2480B) {
            throw silent();
        }
        return switch (answer & 3) {
            case 0 -> Presence.SHORT;
            case 1 -> Presence.PRESENT;
            case 2 -> Presence.ALARM;
            default -> Presence.NOBODY;
        };
    }

    /// Sends bytes and hears what the bus made of them; FF reads.
    byte[] touch(byte[] bytes) throws DeviceException {
        dataMode();
        var heard = new ByteArrayOutputStream();
        for (int from = 0; from < bytes.length; from += BURST) {
            var burst = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + BURST));
            line.write(doubled(burst));
            heard.writeBytes(answer(burst.length));
        }
        return heard.toByteArray();
    }

    /// Sends one byte and feeds the bus strongly for 16 ms from its last bit on: EEPROM copies.
    int touchAndFeed(int value) throws DeviceException {
        commandMode();
        asked(PULL_UP_16_MS);
        int heard = 0;
        for (int bit = 0; bit < BYTE_BITS; bit++) {
            boolean last = bit == BYTE_BITS - 1;
            int command = (value >>> bit & 1) == 1 ? BIT_ONE : BIT_ZERO;
            int answer = asked(command | busSpeed.bits() | (last ? BIT_POWERED : 0));
            heard |= (answer & 1) << bit;
        }
        answer(1);
        return heard;
    }

    /// One pass of the search accelerator (DS2480B data sheet, search accelerator introduction).
    ///
    /// @param sixteen 64 pairs of filler and wanted path
    /// @return 64 pairs of discrepancy and path taken
    byte[] searchPass(byte[] sixteen) throws DeviceException {
        commandMode();
        line.write(Bytes.of(ACCELERATOR_ON | busSpeed.bits()));
        var heard = touch(sixteen);
        commandMode();
        line.write(Bytes.of(ACCELERATOR_OFF | busSpeed.bits()));
        return heard;
    }

    BusSpeed busSpeed() {
        return busSpeed;
    }

    /// Slots run at this speed from here on. The chip latches it with any command.
    void busSpeed(BusSpeed speed) throws DeviceException {
        busSpeed = speed;
        commandMode();
        line.write(Bytes.of(ACCELERATOR_OFF | speed.bits()));
    }

    /// Moves chip and port to another rate together; the chip answers at the new one already.
    ///
    /// @throws DeviceException with NoAnswer if the chip does not follow
    public void lineRate(LineRate rate) throws DeviceException {
        commandMode();
        line.drain();
        line.write(Bytes.of(WRITE_RATE | rate.ordinal() << 1));
        line.settle(AFTER_CALIBRATION);
        line.speed(rate.bitsPerSecond());
        line.settle(AFTER_CALIBRATION);
        line.drain();
        if (asked(READ_RATE) != rate.ordinal() << 1) {
            throw silent();
        }
    }

    private void dataMode() throws DeviceException {
        if (!dataMode) {
            line.write(Bytes.of(TO_DATA));
            dataMode = true;
        }
    }

    private void commandMode() throws DeviceException {
        if (dataMode) {
            line.write(Bytes.of(TO_COMMAND));
            dataMode = false;
        }
    }

    /// E3 among data would end data mode: twice it is one byte of data.
    private static byte[] doubled(byte[] data) {
        var sent = new ByteArrayOutputStream(2 * data.length);
        for (byte each : data) {
            sent.write(each);
            if ((each & 0xFF) == TO_COMMAND) {
                sent.write(each);
            }
        }
        return sent.toByteArray();
    }

    private int asked(int command) throws DeviceException {
        line.write(Bytes.of(command));
        return answer(1)[0] & 0xFF;
    }

    private byte[] answer(int count) throws DeviceException {
        var bytes = line.read(count, PATIENCE);
        if (bytes.length < count) {
            throw silent();
        }
        return bytes;
    }

    private DeviceException silent() {
        return new DeviceException(new DeviceFault.NoAnswer(line.name(), WAITED));
    }

    /// Leaves the chip as the next program expects it: at 9600, regular speed, in command mode.
    @Override
    public void close() {
        try (line) {
            commandMode();
            line.write(Bytes.of(ACCELERATOR_OFF, WRITE_RATE));
            line.settle(AFTER_CALIBRATION);
        } catch (DeviceException e) {
            // The adapter is gone: there is nothing to leave in order.
            return;
        }
    }
}
