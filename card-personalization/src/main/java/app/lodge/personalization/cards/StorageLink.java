package app.lodge.personalization.cards;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import java.util.Arrays;

/// What a PC/SC reader does for cards without an own command set (PC/SC part 3 §3.2.2): UID, keys,
/// blocks. Every answer carries two status bytes; readers differ in those for refusals.
public final class StorageLink {

    private static final int OK = 0x9000;
    private static final int CLASS = 0xFF;
    private static final int KEY = 6;

    private final CardLink link;

    public StorageLink(CardLink link) {
        this.link = link;
    }

    /// @param status both status bytes, `9000` if done
    public record Answer(int status, byte[] data) {

        public boolean done() {
            return status == OK;
        }

        public byte[] orRefuse(String command) throws DeviceException {
            if (!done()) {
                throw new DeviceException(new DeviceFault.CardRefused(command, status));
            }
            return data;
        }
    }

    /// As the card sends it: 4, 7 or 10 bytes.
    public Answer uid() throws DeviceException {
        return send(0xCA, 0, 0, new byte[0], 0);
    }

    /// Puts a MIFARE Classic key into the reader's memory that forgets.
    ///
    /// @param slot of the reader, 0 or 1 everywhere
    public Answer loadKey(int slot, byte[] key) throws DeviceException {
        if (key.length != KEY) {
            throw new IllegalArgumentException("A key is six bytes, not " + key.length);
        }
        var answer = send(0x82, 0x00, slot, key, -1);
        // readers with a lasting memory only, like some of SCM's
        return answer.status() == 0x6386 ? send(0x82, 0x20, slot, key, -1) : answer;
    }

    /// Opens the sector of a block with the key in the slot.
    ///
    /// @param type 60 for key A, 61 for key B
    public Answer authenticate(int block, int type, int slot) throws DeviceException {
        return send(0x86, 0, 0, Bytes.of(0x01, 0x00, block, type, slot), -1);
    }

    /// @param length 16 for a block or four pages
    public Answer read(int block, int length) throws DeviceException {
        return send(0xB0, 0, block, new byte[0], length);
    }

    /// @param data 16 bytes for a block, four for a page
    public Answer write(int block, byte[] data) throws DeviceException {
        return send(0xD6, 0, block, data, -1);
    }

    /// @param expected bytes that the answer may have, 0 for as many as there are, -1 for none
    public Answer send(int command, int p1, int p2, byte[] data, int expected)
            throws DeviceException {
        byte[] head = Bytes.of(CLASS, command, p1, p2);
        byte[] body = data.length == 0 ? data : Bytes.join(Bytes.of(data.length), data);
        byte[] tail = expected < 0 ? new byte[0] : Bytes.of(expected);
        byte[] answer = link.transmit(Bytes.join(head, body, tail));
        if (answer.length < 2) {
            return new Answer(0, answer);
        }
        int at = answer.length - 2;
        int status = (answer[at] & 0xFF) << 8 | answer[at + 1] & 0xFF;
        return new Answer(status, Arrays.copyOf(answer, at));
    }
}
