package app.lodge.personalization.cards;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.core.media.Uid;
import java.util.Arrays;
import java.util.Optional;

/// DESFire's GetVersion (AN10833 §3, MF3DHx3 §9.6).
///
/// @param family `DESFire EV2`
/// @param type 1 for a card, others for chips of the family that are no plain card
/// @param capacity bytes, rounded down where the chip rounds
/// @param uid empty if the card makes up another one each time
record DesfireVersion(String family, int type, int capacity, Optional<Uid> uid) {

    private static final int LENGTH = 28;
    private static final int TYPE = 1;
    private static final int MAJOR = 3;
    private static final int STORAGE = 5;
    private static final int UID_AT = 14;
    private static final int UID_LENGTH = 7;
    private static final int LIGHT = 8;

    /// @return empty if the card speaks no DESFire
    static Optional<DesfireVersion> of(DesfireLink card) throws DeviceException {
        DesfireLink.Answer answer;
        try {
            answer = card.send(Instruction.GET_VERSION);
        } catch (DeviceException e) {
            if (e.fault() instanceof DeviceFault.CardRefused) {
                return Optional.empty();
            }
            throw e;
        }
        byte[] told = answer.data();
        if (answer.status() != DesfireLink.OK || told.length < LENGTH) {
            return Optional.empty();
        }
        int type = told[TYPE] & 0x0F;
        byte[] uid = Bytes.slice(told, UID_AT, UID_LENGTH);
        boolean random = Arrays.equals(uid, new byte[UID_LENGTH]);
        return Optional.of(
                new DesfireVersion(
                        family(told[MAJOR] & 0xFF, type),
                        type,
                        1 << (told[STORAGE] & 0xFF) / 2,
                        random ? Optional.empty() : Optional.of(Uid.of(uid))));
    }

    private static String family(int major, int type) {
        if (type == LIGHT) {
            return "DESFire Light";
        }
        return switch (major) {
            case 0x00 -> "DESFire";
            case 0x01 -> "DESFire EV1";
            case 0x12, 0x22 -> "DESFire EV2";
            case 0x33 -> "DESFire EV3";
            default -> "DESFire %02X".formatted(major);
        };
    }
}
