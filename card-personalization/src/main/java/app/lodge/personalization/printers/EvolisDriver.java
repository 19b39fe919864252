package app.lodge.personalization.printers;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import com.sun.jna.Native;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `evolis:NAME`: printers of the Evolis Primacy class through the maker's library (ID-45).
public final class EvolisDriver implements PrinterDriver {

    private static final Logger LOG = LoggerFactory.getLogger(EvolisDriver.class);

    /// The library's own suggestion.
    private static final int RESERVE_MILLISECONDS = 5_000;

    private final @Nullable String configured;
    private EvolisLibrary.@Nullable Loaded library;

    /// @param configured the library's path in the workstation's settings; null to look in the usual
    ///     places
    public EvolisDriver(@Nullable String configured) {
        this.configured = configured;
    }

    @Override
    public String scheme() {
        return "evolis";
    }

    @Override
    public CardPrinter open(String name) throws DeviceException {
        var loaded = library();
        var calls = loaded.calls();
        // DIRECT: the maker's service would answer faults with windows of its own.
        var handle = calls.evolis_open_with_mode(name, EvolisCalls.OPEN_DIRECT);
        if (handle == null) {
            throw new DeviceException(new DeviceFault.NoPrinter("evolis:" + name));
        }
        int session = calls.evolis_reserve(handle, 0, RESERVE_MILLISECONDS);
        if (session <= 0) {
            calls.evolis_close(handle);
            throw new DeviceException(new DeviceFault.PrinterRefused("evolis:" + name, session));
        }
        return new EvolisPrinter(loaded, handle, "evolis:" + name);
    }

    @Override
    public List<String> found() {
        if (EvolisLibrary.find(configured).isEmpty()) {
            return List.of();
        }
        try {
            return names(library().calls());
        } catch (DeviceException e) {
            LOG.warn("Evolis printers cannot be listed: {}", e.fault());
            return List.of();
        }
    }

    private static List<String> names(EvolisCalls calls) {
        var devices = new PointerByReference();
        int count = calls.evolis_get_devices(devices, 0);
        var first = devices.getValue();
        if (count <= 0 || first == null) {
            return List.of();
        }
        var head = new EvolisStructs.Device(first);
        head.read();
        var names =
                Stream.of(head.toArray(count))
                        .map(device -> ((EvolisStructs.Device) device).name)
                        .map(name ->
                                "evolis:" + Native.toString(name, StandardCharsets.UTF_8.name()))
                        .toList();
        calls.evolis_free_devices(first);
        return names;
    }

    private synchronized EvolisLibrary.Loaded library() throws DeviceException {
        if (library == null) {
            var file = EvolisLibrary.find(configured);
            if (file.isEmpty()) {
                throw new DeviceException(
                        new DeviceFault.PrinterLibraryUnusable(
                                configured == null ? "libevolis" : configured));
            }
            library = EvolisLibrary.load(file.get());
            LOG.info("Printer library {} loaded from {}", library.version(), file.get());
        }
        return library;
    }
}
