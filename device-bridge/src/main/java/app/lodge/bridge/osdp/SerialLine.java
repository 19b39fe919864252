package app.lodge.bridge.osdp;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.time.Duration;

/// An RS-485 adapter at a serial port of the bridge's machine: 8N1, half duplex by the adapter.
final class SerialLine implements Line {

    private static final int DATA_BITS = 8;

    private final SerialPort port;
    private final String name;

    private SerialLine(SerialPort port, String name) {
        this.port = port;
        this.name = name;
    }

    static SerialLine open(String name, int baud) throws IOException {
        SerialPort port;
        try {
            port = SerialPort.getCommPort(name);
        } catch (SerialPortInvalidPortException e) {
            throw new IOException("There is no serial port " + name, e);
        }
        port.setComPortParameters(baud, DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        if (!port.openPort()) {
            throw new IOException(
                    "Serial port %s does not open: error %d"
                            .formatted(name, port.getLastErrorCode()));
        }
        return new SerialLine(port, name);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        if (port.writeBytes(bytes, bytes.length) != bytes.length) {
            throw gone();
        }
    }

    @Override
    public int read(byte[] buffer, Duration wait) throws IOException {
        port.setComPortTimeouts(
                SerialPort.TIMEOUT_READ_SEMI_BLOCKING, (int) Math.max(1, wait.toMillis()), 0);
        var count = port.readBytes(buffer, buffer.length);
        if (count < 0) {
            throw gone();
        }
        return count;
    }

    private IOException gone() {
        return new IOException("Serial port " + name + " is gone");
    }

    @Override
    public void close() {
        port.closePort();
    }
}
