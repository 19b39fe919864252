package app.lodge.desktop.workstation;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.ContactKeys;
import app.lodge.personalization.issuing.KeyIssuing;
import app.lodge.personalization.issuing.KeyIssuing.KeyLook;
import app.lodge.personalization.issuing.KeyIssuing.KeyOrder;
import app.lodge.personalization.issuing.KeyIssuing.KeyOutcome;
import app.lodge.personalization.onewire.OneWireBus;
import app.lodge.personalization.onewire.OneWirePorts;
import app.lodge.personalization.virtual.onewire.VirtualKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// The contact key adapters of this workstation: serial ports, and a virtual one to try things with
/// (KEY-25).
public final class KeyMachines {

    /// What stands before an adapter's port where a reader is named: `onewire:/dev/ttyUSB0`.
    public static final String SCHEME = "onewire:";

    private static final Duration FOR_A_KEY = Duration.ofSeconds(15);

    private final KeyIssuing issuing;
    private final VirtualKeys virtual;

    /// @param folder where virtual keys keep what is written
    public KeyMachines(Path folder, ContactKeys keys, CardKeys cardKeys, EncodingPlans plans) {
        this.issuing = new KeyIssuing(keys, cardKeys, plans);
        this.virtual = new VirtualKeys(folder.resolve("virtual-keys"));
    }

    /// Serial ports as they are now, then the virtual adapters.
    public static List<String> adapters() {
        return Stream.concat(
                        OneWirePorts.list().stream(), Stream.of(VirtualKeys.KEY, VirtualKeys.LOG))
                .map(port -> SCHEME + port)
                .toList();
    }

    public static boolean isAdapter(String reader) {
        return reader.startsWith(SCHEME);
    }

    /// @param adapter `onewire:` and a port by name, listed or not
    /// @throws DeviceException if there is no adapter, or no key came
    public KeyLook look(Actor actor, String adapter) throws DeviceException {
        try (var bus = open(adapter)) {
            return issuing.look(actor, bus, FOR_A_KEY);
        }
    }

    public KeyOutcome encode(Actor actor, String adapter, KeyOrder order) throws DeviceException {
        try (var bus = open(adapter)) {
            return issuing.encode(actor, bus, order, FOR_A_KEY);
        }
    }

    private OneWireBus open(String adapter) throws DeviceException {
        var port = adapter.startsWith(SCHEME) ? adapter.substring(SCHEME.length()) : adapter;
        boolean inMemory = port.equals(VirtualKeys.KEY) || port.equals(VirtualKeys.LOG);
        return inMemory ? virtual.open(port) : OneWireBus.open(port);
    }
}
