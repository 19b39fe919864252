package app.lodge.desktop.workstation;

import app.lodge.core.devices.DeviceException;
import app.lodge.personalization.numbers.NumberReader;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The reader of numbers at this workstation's serial port, opened again after it was pulled out. Asked by
/// one thread after the other.
public final class DeskNumbers {

    private static final Duration A_MOMENT = Duration.ofMillis(300);

    private @Nullable NumberReader reader;

    /// @param port empty for none; then the one that was open is closed
    synchronized Optional<String> next(String port) {
        var open = reader;
        try {
            if (open == null || !open.name().equals(port)) {
                close();
                if (port.isEmpty()) {
                    return Optional.empty();
                }
                open = NumberReader.open(port);
                reader = open;
            }
            return open.next(A_MOMENT);
        } catch (DeviceException e) {
            // it is looked for again when it is asked again
            close();
            return Optional.empty();
        }
    }

    private void close() {
        var gone = reader;
        reader = null;
        if (gone != null) {
            gone.close();
        }
    }
}
