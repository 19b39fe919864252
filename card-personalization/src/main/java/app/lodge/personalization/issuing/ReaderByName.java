package app.lodge.personalization.issuing;

import app.lodge.core.devices.DeviceException;
import app.lodge.personalization.cards.CardReader;

/// Finds the open reader that a job names; the one who wires it keeps and closes it.
public interface ReaderByName {

    /// @param name the PC/SC reader's name, or `in-process`
    /// @throws DeviceException with NoReader
    CardReader reader(String name) throws DeviceException;
}
