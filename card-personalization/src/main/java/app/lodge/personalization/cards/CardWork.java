package app.lodge.personalization.cards;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.core.keys.CardKey;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.CardKeys.KeySet;
import app.lodge.core.keys.CardKeys.Purpose;
import java.util.ArrayList;
import java.util.List;

/// The talk with one card in one session, step by step; {@link DesfireEncoder} puts the steps in
/// order.
final class CardWork {

    final DesfireLink link;
    final Chip chip;
    final CardDoor door;
    final KeySet site;
    private final EncodingPlan plan;

    private CardWork(DesfireLink link, Chip chip, CardDoor door, KeySet site, EncodingPlan plan) {
        this.link = link;
        this.chip = chip;
        this.door = door;
        this.site = site;
        this.plan = plan;
    }

    /// @throws DeviceException with UnknownCard if the plan is not for such chips
    static CardWork with(CardLink cardLink, CardKeys keys, Actor actor, EncodingPlan plan)
            throws DeviceException {
        var link = new DesfireLink(cardLink);
        Chip chip = Chip.read(link);
        if (!plan.chips().contains(chip.family())) {
            throw new DeviceException(new DeviceFault.UnknownCard(chip.family()));
        }
        var door = new CardDoor(link, keys, actor, chip.uid());
        return new CardWork(link, chip, door, keys.keySet(actor), plan);
    }

    void selectCard() throws DeviceException {
        link.send(Instruction.SELECT_APPLICATION, EncodingPlan.wire(EncodingPlan.CARD))
                .orRefuse(Instruction.SELECT_APPLICATION.title());
    }

    /// @return whether the card has the application
    boolean selectApplication() throws DeviceException {
        var answer =
                link.send(Instruction.SELECT_APPLICATION, EncodingPlan.wire(plan.application()));
        if (answer.status() == DesfireLink.NO_APPLICATION) {
            return false;
        }
        answer.orRefuse(Instruction.SELECT_APPLICATION.title());
        return true;
    }

    /// Asked outside of sessions, where it is free.
    int keyVersion(int slot) throws DeviceException {
        byte[] version =
                link.send(Instruction.GET_KEY_VERSION, Bytes.of(slot))
                        .orRefuse(Instruction.GET_KEY_VERSION.title());
        return version.length == 0 ? 0 : version[0] & 0xFF;
    }

    CardKey.Site siteKey(String aid, int slot) {
        return new CardKey.Site(aid, slot, site.version());
    }

    /// The keys that a slot with this version may hold, likeliest first.
    List<CardKey> candidates(String aid, int slot, int version) {
        List<CardKey> likely = new ArrayList<>();
        boolean card = aid.equals(EncodingPlan.CARD);
        if (version > 0) {
            likely.add(new CardKey.Site(aid, slot, version));
        }
        if (card) {
            likely.add(new CardKey.FactoryDes(slot));
        }
        likely.add(new CardKey.FactoryAes(slot));
        if (version == 0) {
            likely.add(siteKey(aid, slot));
        }
        return List.copyOf(likely);
    }

    CardDoor.Opened open(Purpose purpose, String aid, int slot) throws DeviceException {
        int version = keyVersion(slot);
        return door.open(purpose, version, candidates(aid, slot, version));
    }

    Ev2Session session(CardDoor.Opened opened) {
        return new Ev2Session(link, opened.session());
    }
}
