package app.lodge.core.devices;

import org.jspecify.annotations.Nullable;

/// A device as the field network needs it.
///
/// @param certificateSerial upper-case hex of the only certificate that opens the network to it; null
///     before it joined
/// @param lastSeq the highest event number taken in without a gap; 0 before the first
public record FieldDevice(
        DeviceId id,
        String name,
        DeviceKind kind,
        @Nullable String certificateSerial,
        long lastSeq) {}
