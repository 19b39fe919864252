package app.lodge.personalization.cards;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.core.media.Uid;
import java.util.Arrays;

/// What a card says it is (DESFire GetVersion).
///
/// @param family `DESFire EV2` or `DESFire EV3`
public record Chip(Uid uid, String family) {

    private static final int LENGTH = 28;
    private static final int MAJOR = 3;
    private static final int TYPE = 1;
    private static final int UID_AT = 14;
    private static final int UID_LENGTH = 7;

    /// @throws DeviceException with UnknownCard if Lodge does not encode such a card
    static Chip read(DesfireLink card) throws DeviceException {
        byte[] version;
        try {
            var answer = card.send(Instruction.GET_VERSION);
            if (answer.status() != DesfireLink.OK || answer.data().length < LENGTH) {
                throw new DeviceException(new DeviceFault.UnknownCard("no DESFire"));
            }
            version = answer.data();
        } catch (DeviceException e) {
            if (e.fault() instanceof DeviceFault.CardRefused) {
                throw new DeviceException(new DeviceFault.UnknownCard("no DESFire"), e);
            }
            throw e;
        }
        String family =
                switch (version[MAJOR]) {
                    case 0x12, 0x22 -> "DESFire EV2";
                    case 0x33 -> "DESFire EV3";
                    case 0x00 -> throw unknown("DESFire");
                    case 0x01 -> throw unknown("DESFire EV1");
                    default -> throw unknown("DESFire %02X".formatted(version[MAJOR]));
                };
        if ((version[TYPE] & 0x0F) != 1) {
            throw unknown("type %02X".formatted(version[TYPE]));
        }
        byte[] uid = Bytes.slice(version, UID_AT, UID_LENGTH);
        if (Arrays.equals(uid, new byte[UID_LENGTH])) {
            throw unknown(family + " with random UID");
        }
        return new Chip(Uid.of(uid), family);
    }

    private static DeviceException unknown(String what) {
        return new DeviceException(new DeviceFault.UnknownCard(what));
    }
}
