package app.lodge.core.devices;

/// The kinds of field device that Lodge speaks to.
public enum DeviceKind {
    LOCKER_CABINET,
    PAYMENT_POINT,
    /// A self-service portal: a program that holders reach with a browser or an app (ID-22).
    PORTAL,
    /// Takes notes, coins and cards for the holder's account, and hands cash out if equipped (ID-30, ID-31).
    KIOSK,
    /// A phone with NFC: a shop's payment terminal that also takes in and hands out cash (ID-32).
    PHONE,
    /// A door with a reader that the bridge itself speaks to over OSDP.
    DOOR,
    /// Takes notes and coins from a client's employees and counts them into a cassette (SAFE-01, SAFE-11).
    SAFE;

    /// Whether one buys something there.
    public boolean sells() {
        return this == PAYMENT_POINT || this == PHONE;
    }

    /// Whether there is cash in it that the books follow.
    public boolean keepsCash() {
        return this == KIOSK || this == PHONE || this == SAFE;
    }
}
