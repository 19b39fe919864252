package app.lodge.personalization.cards;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import java.util.Arrays;

/// DESFire's native commands in ISO wrapping (`90 INS 00 00 Lc data 00`), with frames joined and
/// split. Frames of 54 bytes fit every generation.
final class DesfireLink {

    static final int OK = 0x00;
    static final int NO_SUCH_KEY = 0x40;
    static final int PERMISSION = 0x9D;
    static final int NO_APPLICATION = 0xA0;
    static final int DELAYED = 0xAD;
    static final int AUTHENTICATION = 0xAE;
    static final int MORE = 0xAF;
    static final int DUPLICATE = 0xDE;

    private static final int FRAME = 54;
    private static final int NATIVE = 0x91;

    private final CardLink link;

    DesfireLink(CardLink link) {
        this.link = link;
    }

    /// @param status 0 to 255, MORE only if the card waits for more from us
    record Answer(int status, byte[] data) {

        byte[] orRefuse(String command) throws DeviceException {
            if (status != OK) {
                throw new DeviceException(new DeviceFault.CardRefused(command, status));
            }
            return data;
        }
    }

    /// Sends a whole command and gathers the whole answer.
    Answer send(Instruction instruction, byte[]... parts) throws DeviceException {
        byte[] data = Bytes.join(parts);
        int sent = Math.min(FRAME, data.length);
        Answer answer = once(instruction, instruction.code(), Arrays.copyOf(data, sent));
        while (answer.status() == MORE && sent < data.length) {
            int end = Math.min(sent + FRAME, data.length);
            answer = once(instruction, MORE, Arrays.copyOfRange(data, sent, end));
            sent = end;
        }
        byte[] gathered = answer.data();
        while (answer.status() == MORE) {
            answer = once(instruction, MORE, new byte[0]);
            gathered = Bytes.join(gathered, answer.data());
        }
        return new Answer(answer.status(), gathered);
    }

    /// One frame of an authentication.
    Answer once(Instruction instruction, int code, byte[] data) throws DeviceException {
        byte[] head = Bytes.of(0x90, code, 0x00, 0x00);
        byte[] apdu =
                data.length == 0
                        ? Bytes.join(head, Bytes.of(0x00))
                        : Bytes.join(head, Bytes.of(data.length), data, Bytes.of(0x00));
        byte[] answer = link.transmit(apdu);
        if (answer.length < 2) {
            throw new DeviceException(new DeviceFault.CardRefused(instruction.title(), 0));
        }
        int first = answer[answer.length - 2] & 0xFF;
        int second = answer[answer.length - 1] & 0xFF;
        if (first != NATIVE) {
            throw new DeviceException(
                    new DeviceFault.CardRefused(instruction.title(), first << 8 | second));
        }
        return new Answer(second, Arrays.copyOf(answer, answer.length - 2));
    }
}
