package app.lodge.personalization.onewire;

import app.lodge.core.devices.DeviceException;
import com.fazecast.jSerialComm.SerialPort;
import java.util.Arrays;
import java.util.List;

/// Serial ports of this machine that an adapter may hang on. Looked up anew each time, so that one
/// plugged in later is there.
public final class OneWirePorts {

    private OneWirePorts() {}

    /// Names that {@link OneWireBus#open} takes; sorted. Pseudo-terminals are not listed, though they
    /// open by name.
    public static List<String> list() {
        return Arrays.stream(SerialPort.getCommPorts())
                .map(SerialPort::getSystemPortPath)
                .distinct()
                .sorted()
                .toList();
    }

    /// A port for whatever else speaks over it, at 9600 bits a second.
    ///
    /// @throws DeviceException with NoReader if there is none of this name, or it is in use
    public static SerialLine open(String name) throws DeviceException {
        return PortLine.open(name);
    }
}
