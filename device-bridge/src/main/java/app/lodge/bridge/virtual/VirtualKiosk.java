package app.lodge.bridge.virtual;

/// A top-up kiosk that tells each note and coin apart (ID-30, ID-31).
public final class VirtualKiosk extends CashDevice {

    VirtualKiosk(FieldEnd end) {
        super(end, true);
    }
}
