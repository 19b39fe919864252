package app.lodge.core.watch.parties;

import app.lodge.core.devices.Device;
import app.lodge.core.devices.DeviceKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Devices that a party stands for: one, or all of a kind and a place.
///
/// @param device its number; 0 for any
/// @param kind null for any
/// @param place of whole words: `Shop 1` has `Shop 1, hall` and not `Shop 12`; the case aside, empty for any
public record Stand(long device, @Nullable DeviceKind kind, String place) {

    boolean holds(Device one) {
        return (device == 0 || device == one.id().number())
                && (kind == null || kind == one.kind())
                && within(one.place().strip().toLowerCase(Locale.ROOT));
    }

    private boolean within(String where) {
        var wanted = place.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || where.startsWith(wanted)
                        && (where.length() == wanted.length()
                                || !Character.isLetterOrDigit(where.charAt(wanted.length())));
    }
}
