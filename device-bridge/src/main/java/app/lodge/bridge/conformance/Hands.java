package app.lodge.bridge.conformance;

/// Whoever stands before the device. Returns at once: the device speaks when it is done.
@FunctionalInterface
public interface Hands {

    /// Somebody holds the medium to the device and, at a payment point, asks it to take an amount.
    void present();
}
