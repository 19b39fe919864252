package app.lodge.personalization.cards;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.encodingplans.PlannedMedium.Desfire;
import app.lodge.core.keys.Bytes;
import app.lodge.core.keys.CardKey;
import app.lodge.core.keys.CardKeys.Purpose;
import app.lodge.personalization.cards.Step.Kind;

/// The last steps of a DESFire card: what belongs to the card as a whole, after all its applications.
final class CardClosing {

    private static final int FACTORY_SETTINGS = 0x0F;

    private CardClosing() {}

    /// The card's own master key, then its rules, then what can never be undone.
    static void finish(CardWork work, Desfire card, CardDoor.Opened master, Step.Log log)
            throws DeviceException {
        var wanted = work.cardKey();
        boolean factory = !master.key().equals(wanted);
        if (factory) {
            var changing =
                    work.prove(
                            Purpose.KEY_CHANGE,
                            master.key(),
                            master.key() instanceof CardKey.Site site ? site.version() : 0);
            log.intend(new Step(Kind.CHANGE_MASTER, Aid.CARD, ""));
            work.door.changeOwn(changing, wanted);
        }
        var session = work.session(work.prove(wanted));
        boolean fresh = master.key() instanceof CardKey.FactoryDes;
        int settings = fresh ? FACTORY_SETTINGS : CardWork.settings(session);
        if (settings != card.card().settings()) {
            // no card tells whether it can still be formatted: closing it comes after, and tells
            var forEver = DesfireLayout.forEver(card);
            if (!forEver.isEmpty()) {
                log.intend(new Step(Kind.CONFIGURE_CARD, Aid.CARD, DesfireLayout.words(forEver)));
                session.writeFull(
                        Instruction.SET_CONFIGURATION,
                        Bytes.of(0),
                        Bytes.of(DesfireLayout.bits(forEver)));
            }
            log.intend(new Step(Kind.CLOSE_CARD, Aid.CARD, ""));
            session.writeFull(
                    Instruction.CHANGE_KEY_SETTINGS, new byte[0], Bytes.of(card.card().settings()));
        }
    }
}
