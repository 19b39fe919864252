package app.lodge.personalization.onewire;

import app.lodge.core.devices.DeviceException;
import java.time.Duration;

/// Bytes to and from a line driver chip: a serial port, or memory.
public interface SerialLine extends AutoCloseable {

    /// As the clerk knows it: `/dev/ttyUSB0`, `COM3`.
    String name();

    /// @throws DeviceException with NoReader if the adapter is gone
    void write(byte[] bytes) throws DeviceException;

    /// Waits for so many bytes; gives fewer when the time is up.
    ///
    /// @throws DeviceException with NoReader if the adapter is gone
    byte[] read(int count, Duration wait) throws DeviceException;

    /// Forgets what came in and was not read.
    void drain() throws DeviceException;

    /// @param bitsPerSecond 9600, 19200, 57600 or 115200
    void speed(int bitsPerSecond) throws DeviceException;

    /// A break: resets the chip. Lines without such a thing do nothing.
    void reset() throws DeviceException;

    /// Gives the chip time that its data sheet asks for.
    void settle(Duration time);

    @Override
    void close();
}
