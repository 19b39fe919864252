package app.lodge.personalization.cards;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.Uid;
import app.lodge.core.operators.CardEntrance;
import app.lodge.core.operators.CardEntrance.ProveOutcome;
import app.lodge.core.operators.OperatorCard;
import app.lodge.core.operators.OperatorCards;
import java.time.Duration;

/// Operators' cards on a reader: written with an application of their own (CHAIN-09), and proven when
/// somebody signs in (CHAIN-16).
///
/// The file holds the operator's number as person, the card's number as issue number, and in the last
/// eight bytes: 1 level (1 administrator, 2 clerk, 3 terminal), 4 last day as yyyymmdd big-endian, 3
/// zeros. Its check bytes are those of the card's own key, so that a terminal without a line can trust it.
public final class OperatorCardDesk {

    private static final byte[] NO_CAPABILITIES = {0};

    private OperatorCardDesk() {}

    /// Says which card lies on the reader, without changing it.
    public static Uid identify(Actor actor, CardKeys keys, CardReader reader, Duration wait)
            throws DeviceException {
        return new DesfireEncoder(keys, OperatorPlan.with(new byte[8]))
                .identify(actor, reader, wait)
                .uid();
    }

    /// Writes and reads back; torn off, the next try finishes it.
    public static EncodedCard write(
            Actor actor, CardKeys keys, CardReader reader, Duration wait, OperatorCard card)
            throws DeviceException {
        var encoder = new DesfireEncoder(keys, OperatorPlan.with(addition(card)));
        var number = new CardNumber(card.operator(), (int) (card.number() % 65_536));
        var encoded = encoder.encode(actor, reader, wait, card.uid(), number);
        encoder.verify(actor, reader, wait, card.uid(), number);
        return encoded;
    }

    private static byte[] addition(OperatorCard card) {
        var day = card.validUntil();
        int date = day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
        return Bytes.of(
                card.level().ordinal() + 1, date >>> 24, date >>> 16, date >>> 8, date, 0, 0, 0);
    }

    /// Lets the card on the reader prove itself at the site's entrance.
    ///
    /// @throws DeviceException with UnknownCard if it is no operator's card, or none that may come in
    public static ProveOutcome prove(CardReader reader, Duration wait, CardEntrance entrance)
            throws DeviceException {
        try (var cardLink = reader.connect(wait)) {
            var link = new DesfireLink(cardLink);
            var uid = Chip.shown(link).uid();
            var aid = Aid.wire(OperatorCards.APPLICATION);
            if (link.send(Instruction.SELECT_APPLICATION, aid).status() != DesfireLink.OK) {
                throw stranger();
            }
            byte[] slot = Bytes.of(OperatorCards.PROOF);
            byte[] version =
                    link.send(Instruction.GET_KEY_VERSION, slot)
                            .orRefuse(Instruction.GET_KEY_VERSION.title());
            var first = Instruction.AUTHENTICATE_EV2_FIRST;
            var challenge = link.once(first, first.code(), Bytes.join(slot, NO_CAPABILITIES));
            var question =
                    entrance.begin(
                                    uid,
                                    version.length == 0 ? 0 : version[0] & 0xFF,
                                    challenge.data())
                            .orElseThrow(OperatorCardDesk::stranger);
            var answer = link.once(first, DesfireLink.MORE, question.token());
            return answer.status() == DesfireLink.OK
                    ? entrance.prove(question.session(), answer.data())
                    : new ProveOutcome.Refuted();
        }
    }

    private static DeviceException stranger() {
        return new DeviceException(new DeviceFault.UnknownCard("no operator's card"));
    }
}
