package app.lodge.core.devices;

import java.util.Locale;

/// What somebody may do at a safe (SAFE-63).
public enum DeviceDuty {
    DEPOSIT,
    /// Take the cassette out and put another in.
    OPEN,
    SERVICE;

    /// As devices are told.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
