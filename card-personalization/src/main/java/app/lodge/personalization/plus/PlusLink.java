package app.lodge.personalization.plus;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.personalization.cards.CardLink;
import java.util.Arrays;

/// MIFARE Plus' commands in ISO/IEC 7816-4 wrapping, `90 CMD 00 00 Lc data 00`, answered with `91 90`
/// when done: Plus EV1 takes them so, and PC/SC's own library passes nothing shorter.
final class PlusLink {

    static final int DONE = 0x90;

    private static final int WRAPPED = 0x91;

    private final CardLink link;

    PlusLink(CardLink link) {
        this.link = link;
    }

    /// @param status the card's, `90` if done
    record Answer(int status, byte[] data) {

        byte[] orRefuse(String command) throws DeviceException {
            if (status != DONE) {
                throw new DeviceException(new DeviceFault.CardRefused(command, status));
            }
            return data;
        }
    }

    Answer send(int command, byte[]... parts) throws DeviceException {
        byte[] data = Bytes.join(parts);
        byte[] head = Bytes.of(0x90, command, 0x00, 0x00);
        byte[] body = data.length == 0 ? data : Bytes.join(Bytes.of(data.length), data);
        byte[] answer = link.transmit(Bytes.join(head, body, Bytes.of(0x00)));
        int at = answer.length - 2;
        if (at < 0 || (answer[at] & 0xFF) != WRAPPED) {
            throw new DeviceException(
                    new DeviceFault.CardRefused(
                            "%02X".formatted(command), at < 0 ? 0 : answer[at] & 0xFF));
        }
        return new Answer(answer[at + 1] & 0xFF, Arrays.copyOf(answer, at));
    }
}
