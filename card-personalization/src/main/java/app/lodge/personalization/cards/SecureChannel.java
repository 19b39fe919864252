package app.lodge.personalization.cards;

import app.lodge.core.devices.DeviceException;

/// One way of protecting commands between reader and card: {@link Ev2Session}, {@link Ev1Session}.
interface SecureChannel {

    /// Sends a command with content, or asks for content; never both.
    ///
    /// @param mode of the file
    /// @param header bytes that stay plain
    /// @param content for the card; empty for a command that reads
    /// @param expected bytes of the answer; EV1 finds the checksum by it; 0 for a command that writes
    byte[] file(Instruction instruction, CommMode mode, byte[] header, byte[] content, int expected)
            throws DeviceException;

    /// A command about the card, the application or the transaction.
    byte[] managed(Instruction instruction, byte[]... parts) throws DeviceException;
}
