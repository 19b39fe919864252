package app.lodge.bridge.virtual;

/// What may go wrong with the next update of a virtual device.
public enum UpdateFault {
    NONE,
    DISK_FULL,
    /// A bit turns over on the way.
    BAD_HASH,
    /// The signature that arrives is not the site's.
    WRONG_SIGNATURE,
    /// The power fails while it installs; it goes on when it is back.
    REBOOT,
    /// What was installed does not start: the device goes back to the version before.
    DOES_NOT_START
}
