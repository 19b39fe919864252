package app.lodge.core.devices;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody may do at a safe, and when.
///
/// @param may in the order of the duties, each once
/// @param from inclusive
/// @param until exclusive; null for no end
public record DeviceRight(List<DeviceDuty> may, Instant from, @Nullable Instant until) {

    private static final String USER = "user:";

    public DeviceRight {
        may = may.stream().sorted().distinct().toList();
    }

    /// How it stands in an entry of a device's list.
    String content() {
        return "%s%s|%s|%s".formatted(USER, duties(), from, until == null ? "" : until);
    }

    String duties() {
        return may.stream().map(DeviceDuty::name).collect(Collectors.joining(","));
    }

    static List<DeviceDuty> duties(String text) {
        return Arrays.stream(text.split(",")).map(DeviceDuty::valueOf).toList();
    }

    /// Empty for an entry that says something else.
    static Optional<DeviceRight> read(String content) {
        if (!content.startsWith(USER)) {
            return Optional.empty();
        }
        var parts = content.substring(USER.length()).split("\\|", -1);
        return Optional.of(
                new DeviceRight(
                        duties(parts[0]),
                        Instant.parse(parts[1]),
                        parts[2].isEmpty() ? null : Instant.parse(parts[2])));
    }
}
