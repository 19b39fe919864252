package app.lodge.personalization.cards;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.CardKey;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.CardKeys.Purpose;
import app.lodge.core.media.Uid;

/// The number of a card that shows strangers another one each time (random UID): told to whoever has
/// the site's key that is the same on all its cards, under encryption (GetCardUID, MF3DHx3 §11.3.7).
final class HiddenNumber {

    private static final int SLOT = 0;

    /// The finding key grows from no number.
    private static final Uid ANY = new Uid("00000000000000");

    private HiddenNumber() {}

    /// @throws DeviceException with UnknownCard if it is no card of ours, KeyRefused if another site's
    static Uid of(DesfireLink card, CardKeys keys, Actor actor) throws DeviceException {
        var finder = card.send(Instruction.SELECT_APPLICATION, Aid.wire(CardKey.FINDER));
        if (finder.status() != DesfireLink.OK) {
            throw new DeviceException(new DeviceFault.UnknownCard("random UID"));
        }
        byte[] told =
                card.send(Instruction.GET_KEY_VERSION, new byte[] {SLOT})
                        .orRefuse(Instruction.GET_KEY_VERSION.title());
        int version = CardWork.version(told);
        if (version == 0) {
            throw new DeviceException(new DeviceFault.UnknownCard("not finished"));
        }
        var opened =
                new CardDoor(card, keys, actor, ANY)
                        .attempt(Purpose.CONTENT, new CardKey.Site(CardKey.FINDER, SLOT, version))
                        .orElseThrow(() ->
                                new DeviceException(new DeviceFault.KeyRefused(SLOT, version)));
        byte[] number =
                new Ev2Session(card, opened).readFull(Instruction.GET_CARD_UID, new byte[0]);
        card.send(Instruction.SELECT_APPLICATION, Aid.wire(Aid.CARD))
                .orRefuse(Instruction.SELECT_APPLICATION.title());
        return Uid.of(number);
    }
}
