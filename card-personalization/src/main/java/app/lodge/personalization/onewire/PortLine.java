package app.lodge.personalization.onewire;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A serial port of this machine, 8N1 without flow control. DTR and RTS are on: they feed the chip
/// (DS9097U data sheet). A pseudo-terminal has no such lines, which is no fault.
final class PortLine implements SerialLine {

    private static final Logger LOG = LoggerFactory.getLogger(PortLine.class);

    private static final int FIRST_SPEED = 9600;
    private static final int DATA_BITS = 8;
    private static final Duration BREAK = Duration.ofMillis(3);

    /// jSerialComm has no overall deadline: it is kept here, in slices.
    private static final int SLICE_MILLIS = 20;

    private final SerialPort port;
    private final String name;

    private PortLine(SerialPort port, String name) {
        this.port = port;
        this.name = name;
    }

    /// @param name device path, a link to it (`/dev/serial/by-id/…`), `COM3`
    /// @throws DeviceException with NoReader if there is none of this name, it is in use or not ours to open
    static PortLine open(String name) throws DeviceException {
        SerialPort port;
        try {
            port = SerialPort.getCommPort(name);
        } catch (SerialPortInvalidPortException e) {
            throw new DeviceException(new DeviceFault.NoReader(name), e);
        }
        port.setComPortParameters(
                FIRST_SPEED, DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, SLICE_MILLIS, 0);
        if (!port.openPort()) {
            LOG.info(
                    "{} does not open: error {} at {}",
                    name,
                    port.getLastErrorCode(),
                    port.getLastErrorLocation());
            throw new DeviceException(new DeviceFault.NoReader(name));
        }
        if (!port.setDTR() || !port.setRTS()) {
            LOG.debug("{} has no modem lines", name);
        }
        return new PortLine(port, name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(byte[] bytes) throws DeviceException {
        if (port.writeBytes(bytes, bytes.length) != bytes.length) {
            throw gone();
        }
    }

    @Override
    public byte[] read(int count, Duration wait) throws DeviceException {
        var bytes = new byte[count];
        int got = 0;
        long deadline = System.nanoTime() + wait.toNanos();
        do {
            int more = port.readBytes(bytes, count - got, got);
            if (more < 0) {
                throw gone();
            }
            got += more;
        } while (got < count && System.nanoTime() < deadline);
        return got == count ? bytes : Arrays.copyOf(bytes, got);
    }

    @Override
    public void drain() throws DeviceException {
        // not by flushing: that would also drop what is still to be sent
        int waiting = port.bytesAvailable();
        if (waiting < 0) {
            throw gone();
        }
        if (waiting > 0) {
            port.readBytes(new byte[waiting], waiting);
        }
    }

    @Override
    public void speed(int bitsPerSecond) throws DeviceException {
        if (!port.setBaudRate(bitsPerSecond)) {
            throw gone();
        }
    }

    @Override
    public void reset() {
        if (port.setBreak()) {
            settle(BREAK);
            port.clearBreak();
        }
    }

    @Override
    public void settle(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(SLICE_MILLIS)));
        }
    }

    private DeviceException gone() {
        return new DeviceException(new DeviceFault.NoReader(name));
    }

    @Override
    public void close() {
        if (!port.closePort()) {
            LOG.debug("{} does not close", name);
        }
    }
}
