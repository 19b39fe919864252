package app.lodge.core.devices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A field device as the site knows it.
///
/// @param name the certificate's common name and the MQTT client id: lower-case letters, digits, `-`,
///     3 to 40 characters
/// @param label what people call it
/// @param certificateUntil null until the device has joined
public record Device(
        DeviceId id,
        String name,
        DeviceKind kind,
        String label,
        String place,
        boolean joined,
        @Nullable Instant certificateUntil) {}
