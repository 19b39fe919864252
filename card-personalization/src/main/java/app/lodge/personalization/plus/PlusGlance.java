package app.lodge.personalization.plus;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardLink;
import app.lodge.personalization.classic.ClassicSize;
import java.util.Arrays;
import java.util.Optional;

/// What a MIFARE Plus card that speaks for itself (level 0 or 3) shows to anyone.
///
/// @param family `Plus EV1`, or `Plus` if it does not tell
/// @param level 0 as the factory ships it, 3 with AES
/// @param uid empty if it does not tell
/// @param signature of the maker over the number, or none
public record PlusGlance(
        String family, int level, ClassicSize size, Optional<Uid> uid, byte[] signature) {

    private static final byte[] HISTORY = Bytes.of(0xC1, 0x05, 0x2F, 0x2F);
    private static final int HISTORY_AT = 4;
    private static final int VERSION = 0x60;
    private static final int READ_SIGNATURE = 0x3C;
    private static final int FIRST = 0x70;
    private static final int PLUS = 2;
    private static final int LENGTH = 28;
    private static final int UID_AT = 14;

    public PlusGlance {
        signature = signature.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    /// @return empty if it is no such card
    public static Optional<PlusGlance> at(CardLink link) throws DeviceException {
        byte[] atr = link.atr();
        boolean says =
                atr.length >= HISTORY_AT + HISTORY.length
                        && Arrays.equals(Bytes.slice(atr, HISTORY_AT, HISTORY.length), HISTORY);
        var card = new PlusLink(link);
        var version = sent(card, VERSION);
        boolean told =
                version.isPresent()
                        && version.get().data().length == LENGTH
                        && (version.get().data()[1] & 0x0F) == PLUS;
        if (!says && !told) {
            return Optional.empty();
        }
        byte[] data = told ? version.get().data() : new byte[LENGTH];
        byte[] uid = Bytes.slice(data, UID_AT, 7);
        var signature = sent(card, READ_SIGNATURE, (byte) 0);
        // in level 0 there is nothing to authenticate to
        var challenge = sent(card, FIRST, (byte) 0x00, (byte) 0x90, (byte) 0);
        boolean three = challenge.isPresent() && challenge.get().status() == PlusLink.DONE;
        return Optional.of(
                new PlusGlance(
                        told ? "Plus EV1" : "Plus",
                        three ? 3 : 0,
                        told && data[5] >= 0x18 ? ClassicSize.FOUR_K : ClassicSize.TWO_K,
                        told ? Optional.of(Uid.of(uid)) : Optional.empty(),
                        signature
                                .filter(it -> it.status() == PlusLink.DONE)
                                .map(PlusLink.Answer::data)
                                .orElse(new byte[0])));
    }

    private static Optional<PlusLink.Answer> sent(PlusLink card, int command, byte... data)
            throws DeviceException {
        try {
            return Optional.of(card.send(command, data));
        } catch (DeviceException e) {
            if (e.fault() instanceof DeviceFault.CardRefused) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
