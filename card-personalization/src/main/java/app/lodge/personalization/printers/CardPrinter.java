package app.lodge.personalization.printers;

import app.lodge.core.devices.DeviceException;
import app.lodge.personalization.layouts.CardFaces;

/// One open card printer (ID-45). Used by one job at a time. Every verb blocks until the machine
/// answers or its time is up.
public interface CardPrinter extends AutoCloseable {

    Capabilities capabilities();

    PrinterStatus status() throws DeviceException;

    /// Takes a card from the feeder to a station. Nothing to do on printers that hold no card.
    void feed(Station station) throws DeviceException;

    /// Prints the card inside (or the next one, on printers that hold none) and keeps it inside
    /// where the printer can. An exception says that nobody knows what became of the card.
    PrintResult print(PrintOrder order) throws DeviceException;

    /// Gives the finished card out.
    void eject() throws DeviceException;

    /// Puts the card inside into the reject box.
    void reject() throws DeviceException;

    /// Lets go of the printer; a card inside stays inside. Closing again does nothing.
    @Override
    void close();

    /// Where a card can be kept for encoding.
    enum Station {
        CONTACT,
        CONTACTLESS
    }

    /// @param name names the printed thing in queues and files: the card's number, no personal data
    record PrintOrder(String name, CardFaces faces) {

        public PrintOrder {
            if (!name.matches("[A-Za-z0-9._-]{1,60}")) {
                throw new IllegalArgumentException(
                        "Print name '%s' must be 1 to 60 letters, digits, . _ or -"
                                .formatted(name));
            }
        }
    }

    /// What a printer can do.
    ///
    /// @param canHoldCard keeps a card at a station inside, so that it is encoded and printed in one
    /// go; without, the card is encoded on a desk reader first
    /// @param tellsResult `print` and `eject` answer for the card itself; without, they answer for
    /// the data only and somebody has to look
    record Capabilities(boolean duplex, boolean canHoldCard, boolean tellsResult) {}
}
