package app.lodge.core.devices;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A device with everything that an administrator asks about it (ID-39, ID-49).
///
/// @param desired key → value as it should be; `reported` as the device says it is
/// @param lists the allow and block lists with the device's confirmed version
/// @param lastSeq the highest event number taken in without a gap
public record DeviceView(
        Device device,
        boolean online,
        String detail,
        @Nullable Instant lastContact,
        SyncState sync,
        int desiredVersion,
        Map<String, String> desired,
        int reportedVersion,
        Map<String, String> reported,
        List<String> errors,
        List<ListState> lists,
        long lastSeq,
        String program) {

    /// @param entries how many the list holds
    public record ListState(
            String name,
            long version,
            long confirmedVersion,
            long entries,
            @Nullable Instant confirmedAt) {}
}
