package app.lodge.bridge.virtual;

import app.lodge.core.money.Money;

/// A phone with NFC as a shop's payment terminal: the merchant enters an amount, the holder taps; it also
/// takes in and hands out cash, which it knows as amounts only (ID-32).
public final class VirtualPhone extends CashDevice {

    private final VirtualPaymentPoint point;

    VirtualPhone(FieldEnd end) {
        super(end, false);
        this.point = new VirtualPaymentPoint(end);
    }

    /// A medium is held to the phone and asked to pay.
    ///
    /// @param credential upper-case hex
    public VirtualPaymentPoint.TapOutcome tap(String credential, Money amount) {
        return point.tap(credential, amount);
    }
}
