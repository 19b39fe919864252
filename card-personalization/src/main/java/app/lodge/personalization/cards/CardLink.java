package app.lodge.personalization.cards;

import app.lodge.core.devices.DeviceException;

/// An open talk with one card. Ends with a reset of the card.
public interface CardLink extends AutoCloseable {

    /// The card's answer to reset, as the reader gives it.
    byte[] atr();

    /// @return the answer with its two status bytes
    /// @throws DeviceException with CardRemoved
    byte[] transmit(byte[] apdu) throws DeviceException;

    @Override
    void close();
}
