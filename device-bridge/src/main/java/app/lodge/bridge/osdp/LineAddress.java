package app.lodge.bridge.osdp;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a line is: `tcp:host:port`, or `serial:/dev/serial/by-id/usb-…@9600` (8N1; without a speed, 9600).
public sealed interface LineAddress {

    record Tcp(String host, int port) implements LineAddress {}

    record Serial(String port, int baud) implements LineAddress {}

    static Optional<LineAddress> parse(String typed) {
        var tcp = Pattern.compile("tcp:([A-Za-z0-9.:-]+):([0-9]{1,5})").matcher(typed);
        if (tcp.matches() && Integer.parseInt(tcp.group(2)) <= 65_535) {
            return Optional.of(new Tcp(tcp.group(1), Integer.parseInt(tcp.group(2))));
        }
        var serial = Pattern.compile("serial:([^@\\s]+)(?:@([0-9]{4,6}))?").matcher(typed);
        if (serial.matches()) {
            var baud = serial.group(2);
            return Optional.of(
                    new Serial(serial.group(1), baud == null ? 9_600 : Integer.parseInt(baud)));
        }
        return Optional.empty();
    }

    default Line open() throws IOException {
        return switch (this) {
            case Tcp(var host, int port) -> TcpLine.open(host, port);
            case Serial(var port, int baud) -> SerialLine.open(port, baud);
        };
    }
}
