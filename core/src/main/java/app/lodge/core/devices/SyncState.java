package app.lodge.core.devices;

/// Desired against reported configuration; derived, never stored.
public enum SyncState {
    UNKNOWN,
    IN_SYNC,
    PENDING,
    DRIFTED,
    FAILED
}
