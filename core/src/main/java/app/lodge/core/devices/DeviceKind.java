package app.lodge.core.devices;

/// The kinds of field device that Lodge speaks to.
public enum DeviceKind {
    LOCKER_CABINET,
    PAYMENT_POINT
}
