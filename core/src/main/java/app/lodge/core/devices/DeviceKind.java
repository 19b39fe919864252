package app.lodge.core.devices;

/// The kinds of field device that Lodge speaks to.
public enum DeviceKind {
    LOCKER_CABINET,
    PAYMENT_POINT,
    /// A door with a reader that the bridge itself speaks to over OSDP.
    DOOR
}
