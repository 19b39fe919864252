package app.lodge.personalization.numbers;

import app.lodge.core.devices.DeviceException;
import app.lodge.personalization.onewire.OneWirePorts;
import app.lodge.personalization.onewire.SerialLine;
import java.time.Duration;
import java.util.Optional;

/// A reader at a serial port that says the number of each card held to it, in any published form (ID-47).
/// What the number means {@link app.lodge.core.media.SoughtNumber} knows.
public final class NumberReader implements AutoCloseable {

    private static final int AT_ONCE = 64;
    private static final Duration SLICE = Duration.ofMillis(100);

    private final SerialLine line;
    private final NumberFrames frames = new NumberFrames();

    private NumberReader(SerialLine line) {
        this.line = line;
    }

    /// At 9600 bits a second, as these readers leave the factory.
    ///
    /// @param port `/dev/ttyUSB0`, `COM3`
    /// @throws DeviceException with NoReader if there is none
    public static NumberReader open(String port) throws DeviceException {
        return new NumberReader(OneWirePorts.open(port));
    }

    /// As the clerk knows it.
    public String name() {
        return line.name();
    }

    /// Waits for a number.
    ///
    /// @return as the reader sent it, `0x` before hex that figures alone would hide; empty if none came
    /// @throws DeviceException with NoReader if the reader is gone
    public Optional<String> next(Duration wait) throws DeviceException {
        long until = System.nanoTime() + wait.toNanos();
        var number = frames.next();
        while (number.isEmpty() && System.nanoTime() < until) {
            frames.put(line.read(AT_ONCE, SLICE));
            number = frames.next();
        }
        return number;
    }

    @Override
    public void close() {
        line.close();
    }
}
