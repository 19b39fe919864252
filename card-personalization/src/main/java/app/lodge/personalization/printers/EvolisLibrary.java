package app.lodge.personalization.printers;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import com.sun.jna.Library;
import com.sun.jna.Native;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds and loads the maker's library, which is not ours to ship: from the workstation's settings,
/// the environment (`LODGE_EVOLIS_LIBRARY`), the property `lodge.evolis.library`, or the usual
/// places.
final class EvolisLibrary {

    private static final int OLDEST = 9;

    /// Every setting that a print sets, by name.
    static final List<String> SETTINGS =
            List.of(
                    "Duplex",
                    "GDuplexType",
                    "FBlackManagement",
                    "BBlackManagement",
                    "FOverlayManagement",
                    "BOverlayManagement",
                    "GCardPreloading",
                    "Resolution");

    private EvolisLibrary() {}

    /// @param keys the library's own numbers of its settings
    record Loaded(EvolisCalls calls, String version, Map<String, Integer> keys) {}

    /// @param configured the path in the workstation's settings; null if there is none
    static Optional<Path> find(@Nullable String configured) {
        var candidates = new ArrayList<@Nullable String>();
        candidates.add(configured);
        candidates.add(System.getenv("LODGE_EVOLIS_LIBRARY"));
        candidates.add(System.getProperty("lodge.evolis.library"));
        candidates.addAll(
                List.of(
                        "/usr/lib/libevolis.so",
                        "/usr/local/lib/libevolis.so",
                        "/usr/lib/x86_64-linux-gnu/libevolis.so",
                        "/usr/lib/aarch64-linux-gnu/libevolis.so",
                        "/opt/evolis/libevolis.so",
                        "/usr/local/lib/libevolis.dylib",
                        "/opt/homebrew/lib/libevolis.dylib",
                        "C:\\Program Files\\Evolis\\evolis.dll",
                        "C:\\Program Files\\Evolis Card Printer\\evolis.dll"));
        for (var candidate : candidates) {
            if (candidate != null && !candidate.isBlank() && isFile(candidate)) {
                return Optional.of(Path.of(candidate).toAbsolutePath());
            }
        }
        return Optional.empty();
    }

    /// @throws DeviceException if the file is no such library, or one older than 9.0, whose functions
    ///     of the same name take other arguments
    static Loaded load(Path file) throws DeviceException {
        EvolisCalls calls;
        String version;
        try {
            calls =
                    Native.load(
                            file.toString(),
                            EvolisCalls.class,
                            Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
            version = calls.evolis_version();
        } catch (UnsatisfiedLinkError e) {
            throw new DeviceException(new DeviceFault.PrinterLibraryUnusable(file.toString()), e);
        }
        if (major(version) < OLDEST) {
            throw new DeviceException(new DeviceFault.PrinterLibraryTooOld(version, OLDEST));
        }
        var keys = new HashMap<String, Integer>();
        for (var name : SETTINGS) {
            int key = calls.EvoSettings_KeyFromString(name);
            if (key == 0) {
                throw new DeviceException(
                        new DeviceFault.PrinterLibraryUnusable(file + " (" + name + ")"));
            }
            keys.put(name, key);
        }
        return new Loaded(calls, version, Map.copyOf(keys));
    }

    private static int major(String version) {
        var digits = version.replaceFirst("^[^0-9]*([0-9]{1,4}).*$", "$1");
        return digits.matches("[0-9]+") ? Integer.parseInt(digits) : 0;
    }

    private static boolean isFile(String candidate) {
        try {
            return Files.isRegularFile(Path.of(candidate));
        } catch (InvalidPathException _) {
            return false;
        }
    }
}
