package app.lodge.personalization.cards;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.keys.Bytes;
import java.util.Arrays;
import java.util.Optional;

/// Commands of the chip itself, past the reader's own: through the PN532 inside ACS' readers (ACR122U
/// API §4), else in a transparent session (PC/SC 2.02 part 3 supplemental §4).
public final class RawCommands {

    private static final int TO_CHIP = 0xD4;
    private static final int TO_HOST = 0xD5;
    private static final int EXCHANGE = 0x40;
    private static final int FIRST_TARGET = 0x01;
    private static final int THROUGH = 0x42;
    private static final int SENT = 0x95;
    private static final int RECEIVED = 0x97;

    private final StorageLink link;

    public RawCommands(CardLink link) {
        this.link = new StorageLink(link);
    }

    /// A command inside a MIFARE Classic session that the reader opened, whose cipher the PN532 knows.
    ///
    /// @return empty if the chip refused or the reader has no such way
    public Optional<byte[]> exchange(byte[] command) throws DeviceException {
        byte[] data = direct(Bytes.join(Bytes.of(TO_CHIP, EXCHANGE, FIRST_TARGET), command));
        boolean done =
                data.length >= 3
                        && data[0] == (byte) TO_HOST
                        && data[1] == EXCHANGE + 1
                        && data[2] == 0;
        return done ? Optional.of(Arrays.copyOfRange(data, 3, data.length)) : Optional.empty();
    }

    private byte[] direct(byte[] frame) throws DeviceException {
        var answer = link.send(0x00, 0, 0, frame, -1);
        return answer.done() ? answer.data() : new byte[0];
    }

    /// @return empty if the chip refused or the reader has no way
    public Optional<byte[]> send(byte[] command) throws DeviceException {
        byte[] data = direct(Bytes.join(Bytes.of(TO_CHIP, THROUGH), command));
        boolean pn532 = data.length >= 3 && data[0] == (byte) TO_HOST && data[1] == THROUGH + 1;
        if (pn532) {
            return data[2] == 0
                    ? Optional.of(Arrays.copyOfRange(data, 3, data.length))
                    : Optional.empty();
        }
        return inSession(command);
    }

    private Optional<byte[]> inSession(byte[] command) throws DeviceException {
        if (!link.send(0xC2, 0, 0, Bytes.of(0x81, 0x00), 0).done()) {
            return Optional.empty();
        }
        var answer = link.send(0xC2, 0, 1, Bytes.join(Bytes.of(SENT, command.length), command), 0);
        link.send(0xC2, 0, 0, Bytes.of(0x82, 0x00), 0);
        return answer.done() ? field(answer.data(), RECEIVED) : Optional.empty();
    }

    /// The value of a BER-TLV with a length of one byte.
    private static Optional<byte[]> field(byte[] fields, int tag) {
        for (int at = 0; at + 1 < fields.length; at += 2 + (fields[at + 1] & 0xFF)) {
            int length = fields[at + 1] & 0xFF;
            if ((fields[at] & 0xFF) == tag && at + 2 + length <= fields.length) {
                return Optional.of(Bytes.slice(fields, at + 2, length));
            }
        }
        return Optional.empty();
    }
}
