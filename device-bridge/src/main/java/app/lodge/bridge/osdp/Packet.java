package app.lodge.bridge.osdp;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/// One frame: `53 addr len_lo len_hi ctrl [security block] code data [MAC 4] CRC_lo CRC_hi`, or one
/// checksum byte in place of the CRC (IEC 60839-11-5, 5.9). A leading `FF` is not part of it.
///
/// @param address 0 to 126; 127 for all
/// @param reply whether the reader sends it: bit 7 of the address
/// @param sequence 0 to 3; 0 begins anew
/// @param crc whether a CRC follows, else a checksum
/// @param security the block's type and data; empty for none
/// @param code of the command or reply
/// @param data as it goes over the wire: enciphered in blocks of type 17 and 18
/// @param mac 4 bytes, or empty
record Packet(
        int address,
        boolean reply,
        int sequence,
        boolean crc,
        byte[] security,
        int code,
        byte[] data,
        byte[] mac) {

    static final int MARK = 0xFF;
    static final int START = 0x53;
    static final int ALL = 0x7F;
    static final int MAC_LENGTH = 4;

    /// IEC 60839-11-5 lets no frame be longer.
    static final int LONGEST = 1440;

    private static final int HEAD = 5;
    private static final int HAS_CRC = 0x04;
    private static final int HAS_SECURITY = 0x08;

    Packet {
        if (address < 0 || address > ALL || sequence < 0 || sequence > 3) {
            throw new IllegalArgumentException(
                    "No frame has address %d and sequence %d".formatted(address, sequence));
        }
        security = security.clone();
        data = data.clone();
        mac = mac.clone();
    }

    static Packet plain(int address, boolean reply, int sequence, int code, byte[] data) {
        return new Packet(address, reply, sequence, true, new byte[0], code, data, new byte[0]);
    }

    /// Whether the block's type carries a MAC: 15 to 18.
    boolean authenticated() {
        return securityType() >= SecureChannel.COMMAND_MAC;
    }

    /// 0 for no security block.
    int securityType() {
        return security.length == 0 ? 0 : security[0] & 0xFF;
    }

    byte[] bytes() {
        var head = headAndBody();
        var out = new ByteArrayOutputStream();
        out.writeBytes(head);
        out.writeBytes(mac);
        var checked = out.toByteArray();
        if (crc) {
            var value = Checks.crc(checked, checked.length);
            out.write(value);
            out.write(value >> 8);
        } else {
            out.write(Checks.sum(checked, checked.length));
        }
        return out.toByteArray();
    }

    /// What the MAC is computed over: all before it, with the final length.
    byte[] headAndBody() {
        var length =
                HEAD
                        + (security.length == 0 ? 0 : 1 + security.length)
                        + 1
                        + data.length
                        + mac.length
                        + (crc ? 2 : 1);
        var out = new ByteArrayOutputStream(length);
        out.write(START);
        out.write(reply ? address | 0x80 : address);
        out.write(length);
        out.write(length >> 8);
        out.write(sequence | (crc ? HAS_CRC : 0) | (security.length == 0 ? 0 : HAS_SECURITY));
        if (security.length > 0) {
            out.write(1 + security.length);
            out.writeBytes(security);
        }
        out.write(code);
        out.writeBytes(data);
        return out.toByteArray();
    }

    /// @param frame a whole frame whose check is known to be right
    /// @throws MalformedFrame if its parts do not fit into its length
    static Packet read(byte[] frame) throws MalformedFrame {
        var control = frame[4];
        var crc = (control & HAS_CRC) != 0;
        var end = frame.length - (crc ? 2 : 1);
        var at = HEAD;
        var security = new byte[0];
        if ((control & HAS_SECURITY) != 0) {
            var length = at < end ? frame[at] & 0xFF : 0;
            if (length < 2 || at + length >= end) {
                throw new MalformedFrame("a security block of " + length + " bytes", frame);
            }
            security = Arrays.copyOfRange(frame, at + 1, at + length);
            at += length;
        }
        var mac =
                security.length > 0 && (security[0] & 0xFF) >= SecureChannel.COMMAND_MAC
                        ? MAC_LENGTH
                        : 0;
        if (at >= end - mac) {
            throw new MalformedFrame("no code", frame);
        }
        return new Packet(
                frame[1] & 0x7F,
                (frame[1] & 0x80) != 0,
                control & 3,
                crc,
                security,
                frame[at] & 0xFF,
                Arrays.copyOfRange(frame, at + 1, end - mac),
                Arrays.copyOfRange(frame, end - mac, end));
    }

    @Override
    public String toString() {
        return "Packet[%s %d, %d, code %02X, %d bytes]"
                .formatted(reply ? "from" : "to", address, sequence, code, data.length);
    }

    /// A frame that cannot be.
    static final class MalformedFrame extends Exception {
        private static final long serialVersionUID = 1;

        MalformedFrame(String what, byte[] frame) {
            super(
                    "%s in a frame of %d bytes beginning %s"
                            .formatted(
                                    what,
                                    frame.length,
                                    HexFormat.of().formatHex(frame, 0, Math.min(6, frame.length))));
        }
    }
}
