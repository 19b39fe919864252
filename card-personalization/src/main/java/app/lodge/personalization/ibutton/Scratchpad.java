package app.lodge.personalization.ibutton;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.personalization.onewire.OneWireBus;
import app.lodge.personalization.onewire.OneWireCrc;
import app.lodge.personalization.onewire.RomNumber;
import java.util.Arrays;

/// What the parts with two-byte addresses have in common.
final class Scratchpad {

    static final int WRITE = 0x0F;
    static final int READ = 0xAA;
    static final int COPY = 0x55;
    static final int READ_MEMORY = 0xF0;

    /// Noise is outlived by saying it again.
    static final int ATTEMPTS = 3;

    private Scratchpad() {}

    static byte[] command(int code, int address) {
        return Bytes.of(code, address & 0xFF, address >>> 8 & 0xFF);
    }

    /// A part that is no longer there reads as ones.
    static boolean silent(byte[] heard) {
        for (byte each : heard) {
            if (each != (byte) 0xFF) {
                return false;
            }
        }
        return true;
    }

    static boolean crcHolds(byte[] crc, byte[]... over) {
        return Arrays.equals(crc, OneWireCrc.inverted(OneWireCrc.crc16(0, over)));
    }

    static DeviceException mismatch(int address) {
        return new DeviceException(new DeviceFault.VerifyMismatch("%04X".formatted(address)));
    }

    /// @throws DeviceException with CardRemoved if nobody heard the bytes
    static void say(OneWireBus bus, byte[] bytes) throws DeviceException {
        byte[] heard = bus.touch(bytes);
        if (!Arrays.equals(heard, bytes)) {
            throw bus.removed();
        }
    }

    /// Parts without a checksum are read until two readings agree; silence asks whether the key is still
    /// there.
    static byte[] readTwice(OneWireBus bus, RomNumber rom, int address, int length)
            throws DeviceException {
        byte[] before = once(bus, rom, address, length);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            byte[] again = once(bus, rom, address, length);
            if (Arrays.equals(before, again)) {
                if (silent(again)) {
                    bus.select(rom);
                }
                return again;
            }
            before = again;
        }
        throw mismatch(address);
    }

    private static byte[] once(OneWireBus bus, RomNumber rom, int address, int length)
            throws DeviceException {
        bus.select(rom);
        bus.touch(command(READ_MEMORY, address));
        return bus.read(length);
    }
}
