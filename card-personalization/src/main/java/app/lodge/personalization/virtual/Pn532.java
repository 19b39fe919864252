package app.lodge.personalization.virtual;

import app.lodge.core.keys.Bytes;
import java.util.Arrays;

/// The coupler inside the ACR122U, as far as libraries that drive it need it (PN532 user manual
/// UM0701-02 §7).
final class Pn532 {

    private static final int TO_CHIP = 0xD4;
    private static final int TO_HOST = 0xD5;
    private static final int WRONG = 0x01;
    private static final int CLASSIC_REFUSED = 0x14;
    private static final int REFUSED = 0x13;
    private static final int CASCADE = 0x88;
    private static final int TYPE_A = 0x00;
    private static final byte[] ERROR_FRAME = Bytes.of(0x7F);

    private final StorageChip chip;

    Pn532(StorageChip chip) {
        this.chip = chip;
    }

    /// @param frame `D4`, command, parameters
    /// @return `D5`, command + 1, answer
    byte[] direct(byte[] frame) {
        if (frame.length < 2 || frame[0] != (byte) TO_CHIP) {
            return ERROR_FRAME;
        }
        int command = frame[1] & 0xFF;
        byte[] parameters = Arrays.copyOfRange(frame, 2, frame.length);
        byte[] answer =
                switch (command) {
                    case 0x02 -> Bytes.of(0x32, 0x01, 0x06, 0x07);
                    case 0x06 -> new byte[parameters.length / 2];
                    case 0x4A -> list(parameters);
                    case 0x40 -> exchanged(Arrays.copyOfRange(parameters, 1, parameters.length));
                    case 0x42 -> exchanged(parameters);
                    case 0x44, 0x52, 0x54 -> selected();
                    default -> new byte[0];
                };
        return Bytes.join(Bytes.of(TO_HOST, command + 1), answer);
    }

    private byte[] selected() {
        chip.reset();
        return Bytes.of(0x00);
    }

    /// InListPassiveTarget.
    private byte[] list(byte[] parameters) {
        if (parameters.length < 2 || parameters[1] != TYPE_A || !wanted(parameters)) {
            return Bytes.of(0x00);
        }
        chip.reset();
        byte[] uid = chip.uid().bytes();
        return Bytes.join(
                Bytes.of(1, 1, chip.atqa() >> 8, chip.atqa() & 0xFF, chip.sak(), uid.length), uid);
    }

    private boolean wanted(byte[] parameters) {
        byte[] named = Arrays.copyOfRange(parameters, 2, parameters.length);
        byte[] uid = chip.uid().bytes();
        byte[] cascaded = uid.length == 4 ? uid : Bytes.join(Bytes.of(CASCADE), uid);
        return named.length == 0 || Arrays.equals(named, cascaded);
    }

    private byte[] exchanged(byte[] raw) {
        boolean authentication = raw.length > 2 && (raw[0] == 0x60 || raw[0] == 0x61);
        if (raw.length == 0) {
            return Bytes.of(WRONG);
        }
        return chip.exchange(raw)
                .map(answer -> Bytes.join(Bytes.of(0x00), answer))
                .orElseGet(() -> Bytes.of(authentication ? CLASSIC_REFUSED : REFUSED));
    }
}
