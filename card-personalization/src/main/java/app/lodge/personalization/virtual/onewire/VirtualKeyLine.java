package app.lodge.personalization.virtual.onewire;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.onewire.SerialLine;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// An adapter in memory: no port, no waiting. Bytes at the wrong rate are lost, as on a wire.
public final class VirtualKeyLine implements SerialLine {

    private final String name;
    private final VirtualDs2480b chip;
    private final Deque<Byte> heard = new ArrayDeque<>();
    private int rate = 9600;
    private final boolean breaks;
    private boolean unplugged;
    private boolean silent;

    public VirtualKeyLine(String name, VirtualBus bus) {
        this(name, new VirtualDs2480b(bus), true);
    }

    private VirtualKeyLine(String name, VirtualDs2480b chip, boolean breaks) {
        this.name = name;
        this.chip = chip;
        this.breaks = breaks;
    }

    /// A line on which a break does nothing, as on a pseudo-terminal.
    public static VirtualKeyLine withoutBreak(String name, VirtualDs2480b chip) {
        return new VirtualKeyLine(name, chip, false);
    }

    /// There is a port, and no adapter on it.
    public void silence() {
        silent = true;
    }

    @Override
    public String name() {
        return name;
    }

    /// The adapter is pulled out of the machine.
    public void unplug() {
        unplugged = true;
    }

    @Override
    public void write(byte[] bytes) throws DeviceException {
        if (unplugged) {
            throw new DeviceException(new DeviceFault.NoReader(name));
        }
        if (rate == chip.rate() && !silent) {
            for (byte each : chip.received(bytes)) {
                heard.add(each);
            }
        }
    }

    @Override
    public byte[] read(int count, Duration wait) throws DeviceException {
        if (unplugged) {
            throw new DeviceException(new DeviceFault.NoReader(name));
        }
        var bytes = new byte[Math.min(count, heard.size())];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = heard.remove();
        }
        return bytes;
    }

    @Override
    public void drain() {
        heard.clear();
    }

    @Override
    public void speed(int bitsPerSecond) {
        rate = bitsPerSecond;
    }

    @Override
    public void reset() {
        if (breaks) {
            chip.powerOn();
        }
    }

    @Override
    public void settle(Duration time) {
        // Memory is ready at once.
    }

    @Override
    public void close() {
        heard.clear();
    }
}
