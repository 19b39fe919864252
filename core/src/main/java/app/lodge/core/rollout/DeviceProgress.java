package app.lodge.core.rollout;

import java.util.Set;

/// How far a package is on one device; the states of hawkBit's device interface, and those before an offer.
public enum DeviceProgress {
    /// Its stage has not begun.
    WAITING,
    OFFERED,
    DOWNLOADING,
    /// There and verified; somebody at the device may start it where that is wanted (SAFE-53).
    DOWNLOADED,
    INSTALLING,
    INSTALLED,
    /// The device went back to the version before by itself.
    ROLLED_BACK,
    FAILED,
    /// The period ended, or somebody stopped the roll-out, before it began here.
    NOT_BEGUN,
    /// Ordered back to the version before.
    GOING_BACK,
    /// At the version before, as ordered.
    WENT_BACK;

    private static final Set<DeviceProgress> UNDER_WAY =
            Set.of(OFFERED, DOWNLOADING, DOWNLOADED, INSTALLING);

    public boolean failed() {
        return this == FAILED || this == ROLLED_BACK;
    }

    /// Whether the device has something to do and may yet say more.
    public boolean open() {
        return UNDER_WAY.contains(this) || this == GOING_BACK;
    }

    public boolean canBecome(DeviceProgress next) {
        return switch (this) {
            case WAITING -> next == OFFERED || next == NOT_BEGUN;
            case OFFERED, DOWNLOADING, DOWNLOADED, INSTALLING ->
                    next != this
                            && (UNDER_WAY.contains(next) && next != OFFERED
                                    || next == INSTALLED
                                    || next.failed()
                                    || next == NOT_BEGUN);
            case INSTALLED -> next == GOING_BACK;
            case GOING_BACK -> next == WENT_BACK || next == FAILED;
            case ROLLED_BACK, FAILED, NOT_BEGUN, WENT_BACK -> false;
        };
    }
}
